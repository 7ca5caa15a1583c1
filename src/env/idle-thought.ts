import { nodesOf } from '../screen/script/sight.ts';
import type { Step } from './recorded.ts';

/** A thought with what it came before, and what the page in front calls itself. */
export interface Thought {
  thought: string;
  instruction: string;
  page?: string;
}

/**
 * Whether a thought says nothing: it is empty, it was said in the same words before in the episode, or all that it names
 * stands in the act or is the page in front. Small words, words for what hands do anyway and for thinking itself do not count.
 *
 * @example
 * isIdle({ thought: '“Users” has what I need: “Save” is the act.', instruction: 'Click the button "Save"', page: 'Users' }); // true
 */
export function isIdle(
  { thought, instruction, page = '' }: Thought,
  before: readonly string[] = [],
): boolean {
  if (before.includes(thought)) return true;
  const named = new Set(contentOf(`${instruction}\n${page}`));
  return contentOf(thought).every(word => named.has(word));
}

/** The steps with an act whose thoughts say nothing, of an episode. */
export function idleSteps(steps: readonly Step[]): Step[] {
  const acts = steps.filter(({ act }) => act !== null);
  const thoughts = acts.map(({ thought }) => thought);
  return acts.filter((step, i) => {
    const { thought, instruction } = step;
    return isIdle({ thought, instruction, page: pageOf(step) }, thoughts.slice(0, i));
  });
}

/** The title of the page in front and its headings. */
function pageOf({ observation }: Step): string {
  const headings = nodesOf(observation.tree).flatMap(({ role, name }) => (role === 'heading' ? [name] : []));
  return [observation.title, ...headings].join('\n');
}

function contentOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}@._+-]*[\p{L}\p{N}]|\p{N}/gu) ?? [];
  return words.filter(word => !SMALL.has(word) && !HANDS.has(word) && !THINKING.has(word));
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

/** Words for thinking, which any act could be thought over in. */
const THINKING = new Set(
  `act acts after afresh aim alone anew anything anyway around before begin besides choice clear come compare else exactly expect
  front goes intend knew know known leave letter like made make mean means meant mind nothing place plan planned proceed
  remember settle something still sure thought time told try turn value whatever`.split(/\s+/),
);
