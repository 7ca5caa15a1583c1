import { expect, it } from 'vitest';
import { isRoutine } from '../../../../src/dataset/tables/routine.ts';
import type { Step } from '../../../../src/env/recorded.ts';

/** A click on a control of a page. */
function step(role: string, name: string, url = 'http://desk.example/tickets/1'): Step {
  const aimed = { ref: 'e1', role, name, box: null };
  return { act: { kind: 'click', at: { role, name } }, aimed, observation: { url } } as unknown as Step;
}

it.each([
  ['goes on with the same control', step('textbox', 'Name'), step('textbox', 'Name'), true],
  ['goes on to the next field', step('textbox', 'Name'), step('combobox', 'Reason'), true],
  ['sends the form', step('option', 'Duplicate'), step('button', 'Save'), true],
  ['chooses a line', step('combobox', 'Reason'), step('option', 'Duplicate'), false],
  ['follows a link', step('textbox', 'Name'), step('link', 'INC0041290'), false],
  ['presses one button after another', step('button', 'Save'), step('button', 'Close'), false],
  ['acts on another page', step('textbox', 'Name'), step('textbox', 'Name', 'http://hr.example/'), false],
])('what %s is told from the step before', (_, before, now, isSo) => {
  expect(isRoutine(now, before)).toBe(isSo);
});

it('neither begins an episode nor ends it', () => {
  expect(isRoutine(step('textbox', 'Name'), undefined)).toBe(false);
  expect(isRoutine({ ...step('textbox', 'Name'), act: null }, step('textbox', 'Name'))).toBe(false);
});
