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

  it('where it was said before', () => {
    const step = { thought: 'One row is left.', instruction: 'Press enter' };
    expect(isIdle(step)).toBe(false);
    expect(isIdle(step, [step.thought])).toBe(true);
  });

  it.each([
    ['The list shows one user, ito@crane.example.', 'Click the link "Takuya Ito"'],
    ['HR decides: is she still employed?', 'Click the link "Peoplemere HR"'],
    ['It says: User saved.', 'Click the tab "Logon"'],
  ])('not where it tells what was seen, or why: %s', (thought, instruction) => {
    expect(isIdle({ thought, instruction })).toBe(false);
  });
});
