import type { Act, Action, Aim } from '../../screen/action.ts';
import type { Observation, ScreenNode } from '../../screen/observation.ts';

/** Exchanges two things that are easily taken for each other: each of one's words for the same word of the other. */
export interface Mirror {
  text(text: string): string;
  screen(screen: Observation): Observation;
  /** The act as it is in truth, and whether it differs from what was meant. */
  act(action: Action): { action: Action; isOther: boolean };
}

/** A mirror of pairs of words. Words that are equal, or empty, exchange nothing. */
export function createMirror(pairs: readonly (readonly [string, string])[]): Mirror {
  const other = new Map<string, string>();
  for (const [a, b] of pairs) {
    if (a === '' || b === '' || a === b || other.has(a) || other.has(b)) continue;
    other.set(a, b).set(b, a);
  }
  const words = [...other.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const pattern = new RegExp(words.map(escaped).join('|') || '(?!)', 'gu');
  const text = (given: string): string => given.replace(pattern, word => other.get(word) ?? word);
  const node = (given: ScreenNode): ScreenNode => ({
    ...given,
    name: text(given.name),
    ...(given.canonical === undefined ? {} : { canonical: text(given.canonical) }),
    ...(given.value === undefined ? {} : { value: text(given.value) }),
    ...(given.description === undefined ? {} : { description: text(given.description) }),
    ...(given.children === undefined ? {} : { children: given.children.map(node) }),
  });
  const aim = <A extends Aim>(given: A): A =>
    'role' in given
      ? { ...given, name: text(given.name), ...(given.within ? { within: aim(given.within) } : {}) }
      : given;
  return {
    text,
    screen: screen => ({ ...screen, tree: node(screen.tree) }),
    act: action => {
      const real = { ...action, ...actThrough(action, { text, aim }) };
      return { action: real, isOther: JSON.stringify(real) !== JSON.stringify(action) };
    },
  };
}

/** The parts of an act that name something. */
function actThrough(
  act: Act,
  { text, aim }: { text(text: string): string; aim<A extends Aim>(aim: A): A },
): Act {
  if (act.kind === 'type') return { ...act, text: text(act.text) };
  if (act.kind === 'drag') return { ...act, from: aim(act.from), to: aim(act.to) };
  return 'at' in act ? { ...act, at: aim(act.at) } : act;
}

function escaped(word: string): string {
  return word.replace(/[^\p{L}\p{N}]/gu, sign =>
    /\s/.test(sign) ? sign : `\\u{${sign.codePointAt(0)?.toString(16)}}`,
  );
}
