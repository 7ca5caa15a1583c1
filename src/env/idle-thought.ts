import type { Step } from './recorded.ts';

/**
 * Whether a thought says nothing: it is empty, it was said in the same words before in the episode, or all that it names
 * stands in the act. Small words and words for what hands do anyway do not count.
 *
 * @example
 * isIdle({ thought: 'I press “Save” now.', instruction: 'Click the button "Save"' }); // true
 */
export function isIdle(
  { thought, instruction }: Pick<Step, 'thought' | 'instruction'>,
  before: readonly string[] = [],
): boolean {
  const words = contentOf(thought);
  if (words.length === 0 || before.includes(thought)) return true;
  const named = new Set(contentOf(instruction));
  return words.every(word => named.has(word));
}

/** The steps with an act whose thoughts say nothing, of an episode. */
export function idleSteps(steps: readonly Step[]): Step[] {
  const acts = steps.filter(({ act }) => act !== null);
  const thoughts = acts.map(({ thought }) => thought);
  return acts.filter((step, i) => isIdle(step, thoughts.slice(0, i)));
}

function contentOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}@._+-]*[\p{L}\p{N}]|\p{N}/gu) ?? [];
  return words.filter(word => !SMALL.has(word) && !HANDS.has(word));
}

/** Words that carry no matter of their own. */
const SMALL = new Set(
  `a about again all also an and another any are as at be been before but by can do does done down first for from further
  get go good has have here how i if in into is it its just let look may me moment more my next no not now of off on once
  one only or other out over own put right see set so some still that the their them then there these thing this those to
  too under up use want wants was what when where which will with work yes you need needed needs must should step part
  page screen way forward back ready`.split(/\s+/),
);

/** Words for what a hand does and for what it does it to, which an act says by itself. */
const HANDS = new Set(
  `belongs box button change check checkbox choices choose chosen click combobox comes confirm confirms continue cursor
  details double drag empty enter everything field fill filled fits follow goes heading hold holds item key keys leads link
  list menu menuitem menuitems moves offers open opens option page press radio read record row say says scroll search
  searchbox select selected send sends spelling stands submit tab table take tick turn type wait write`.split(
    /\s+/,
  ),
);
