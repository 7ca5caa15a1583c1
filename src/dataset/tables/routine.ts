import type { Aimed, Step } from '../../env/recorded.ts';

/** Controls that a form is filled in with, and the lines of a choice that was opened. */
const FIELDS: ReadonlySet<string> = new Set([
  ...['textbox', 'searchbox', 'spinbutton', 'combobox'],
  ...['checkbox', 'radio', 'switch', 'option'],
]);
/** Where a form goes on after one of them: the next field, or the button that sends it. */
const ONWARD: ReadonlySet<string> = new Set(['textbox', 'searchbox', 'spinbutton', 'combobox', 'button']);

/**
 * Whether where a step acts follows from the act before: it goes on with the same control, or with the form that this one
 * belongs to. Where to go, which record, which line and when to end are no routine; what is typed may still be a decision.
 */
export function isRoutine(step: Step, before: Step | undefined): boolean {
  const [now, last] = [step.aimed, before?.aimed];
  if (step.act === null || !now || !last || step.observation.url !== before?.observation.url) return false;
  return isSame(now, last) || (FIELDS.has(last.role) && ONWARD.has(now.role));
}

function isSame(one: Aimed, other: Aimed): boolean {
  return one.role === other.role && one.name === other.name;
}
