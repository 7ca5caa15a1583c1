import { drawBelow } from '../../core/draw.ts';
import { compare, type Compared } from './compare.ts';
import { bagOfWords } from './guess.ts';
import { wordsOf } from './instance.ts';

/** A step as the probe sees it: what was thought, what kind of act it came before and on what page, and what it is worth. */
export interface Thought {
  episode: string;
  label: string;
  /** Of the act and of the place where it is done: steps are compared within it. */
  kind: string;
  text: string;
}

/** How well the words of thoughts tell steps of one label from others that are good; shares in percent. */
export interface Told extends Compared {
  label: string;
}

/** Whoever goes wrong does not know it: these must not be told by their thoughts. To put something right is said aloud. */
const UNAWARE: ReadonlySet<string> = new Set(['wrong', 'after_mistake', 'slip']);
const SURE: ReadonlySet<string> = new Set(['good', 'terminal']);

/**
 * What a bag of words makes of thoughts: for each label of steps that are not to be learnt, each such step beside a good one
 * of the same kind, so that the majority is right about half of them.
 */
export function toldByThoughts(thoughts: readonly Thought[]): Told[] {
  const labels = [...new Set(thoughts.map(({ label }) => label))].filter(label => !SURE.has(label)).sort();
  return labels.flatMap(label => {
    const pairs = pairsOf(thoughts, label);
    if (pairs.length === 0) return [];
    const examples = pairs.map(({ text, label: own, kind, episode }) => ({
      ...{ group: kind, tokens: wordsOf(text), unit: episode },
      label: own === label ? label : 'good',
    }));
    const told = compare(examples, bagOfWords);
    return [{ label, ...told, isLeak: told.isLeak && UNAWARE.has(label) }];
  });
}

/** Each step of a label and a good one of its kind, drawn by the episode that it is in; one that has none is left out. */
function pairsOf(thoughts: readonly Thought[], label: string): Thought[] {
  const good = new Map<string, Thought[]>();
  for (const thought of thoughts) {
    if (!SURE.has(thought.label)) continue;
    const own = good.get(thought.kind) ?? [];
    good.set(thought.kind, own);
    own.push(thought);
  }
  return thoughts.flatMap((thought, i) => {
    const left = thought.label === label ? good.get(thought.kind) : undefined;
    if (!left || left.length === 0) return [];
    return [thought, ...left.splice(drawBelow(`thought/${thought.episode}/${i}`, left.length), 1)];
  });
}
