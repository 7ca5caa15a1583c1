import { describe, expect, it } from 'vitest';
import { isIdle } from '../../../src/env/idle-thought.ts';

describe('a thought says nothing', () => {
  it.each([
    ['where there is none', '', 'Click the link "Tasks"'],
    ['where it names the act again', 'I press “Save”.', 'Click the button "Save"'],
    ['where it names it in other words', 'Next comes “Work notes”.', 'Click the textbox "Work notes"'],
    ['where it says what is typed', 'I type “E100215” and check the spelling.', 'Type "E100215"'],
    ['where it says what a hand does', 'I confirm with Enter.', 'Press enter'],
  ])('%s', (_when, thought, instruction) => {
    expect(isIdle({ thought, instruction })).toBe(true);
  });

  it.each([
    '“Users” has what I need for this: “Save” is the act.',
    'I have “Users” before me as I want it, so “Save” comes now.',
    'On “Users” nothing else comes before “Save”.',
    '“Users” is in front of me, and I go on as planned.',
    'It is “Users” that has come up; I hold on to “Save” of it.',
  ])('where it names only the page and the act: %s', thought => {
    const step = { thought, instruction: 'Click the button "Save"' };
    expect(isIdle({ ...step, page: 'Users · Harborlight ID' })).toBe(true);
    expect(isIdle(step)).toBe(false);
  });

  it('where it was said before', () => {
    const step = { thought: 'One row is left.', instruction: 'Press enter' };
    expect(isIdle(step)).toBe(false);
    expect(isIdle(step, [step.thought])).toBe(true);
  });

  it.each([
    ['The list shows one user, ito@crane.example.', 'Click the link "Takuya Ito"'],
    ['HR decides: is she still employed?', 'Click the link "Peoplemere HR"'],
    ['It says: User saved.', 'Click the tab "Logon"'],
    ['Staged: no sign-in before the first day.', 'Click the combobox "Status"'],
  ])('not where it tells what was seen, or why: %s', (thought, instruction) => {
    expect(isIdle({ thought, instruction, page: 'Users' })).toBe(false);
  });
});
