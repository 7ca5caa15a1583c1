import { comparable, holderOf } from '../core/facts.ts';
import { factsOnScreen, isSayable, isState, workOn } from '../policy/thinking/glimpse.ts';
import type { Observation } from '../screen/observation.ts';
import { nodesOf } from '../screen/script/sight.ts';
import type { Deed } from './deeds.ts';
import type { Step } from './recorded.ts';
import { isOf, type RecordOn, sayRecord } from './records.ts';
import { rowsOn } from './rows-on.ts';

/** A record that was looked at again after what was done on it. */
export interface ReadBack {
  /** The first step that is no longer on it. */
  from: number;
  text: string;
}

/**
 * The records that were read again after the last deed on them, each with what it said then: its state, that it has none of
 * something, and the rows that hold what will be written. The page that answers a deed is no reading back.
 */
export function readBacksOf(
  steps: readonly Step[],
  deeds: readonly Deed[],
  wanted: readonly string[],
): ReadBack[] {
  const holders = wanted.map(holderOf);
  return lastOnEach(deeds).flatMap(({ record, from }) => {
    const again = steps.slice(from + 1).filter(({ observation }) => isOf(observation, record));
    const last = again.at(-1);
    if (!last) return [];
    const screens = again.map(({ observation }) => observation);
    const shown = [...statesOn(screens), ...screens.flatMap(screen => telling(screen, holders))];
    const what = [...new Set(shown)].slice(0, SHOWN_MAX).join('; ');
    const head = `Read back: ${sayRecord(steps.slice(0, last.index + 1), record)}`;
    const tabs = [...new Set(screens.flatMap(tabOn))].join(', ');
    const place = tabs === '' ? head : `${head}, ${tabs}`;
    return [{ from: last.index + 1, text: what === '' ? place : `${place}: ${what}` }];
  });
}

const SHOWN_MAX = 8;

/** The last deed on each record, in the order of these. */
function lastOnEach(deeds: readonly Deed[]): Deed[] {
  const key = ({ host, id, name }: RecordOn): string => JSON.stringify([host, id || name]);
  return deeds.filter(
    ({ record }, at) => !deeds.slice(at + 1).some(later => key(later.record) === key(record)),
  );
}

/** How the record stood, as it was seen last. */
function statesOn(screens: readonly Observation[]): string[] {
  const states = new Map<string, string>();
  for (const screen of screens)
    for (const fact of factsOnScreen(screen)) if (isState(fact)) states.set(fact.label, fact.value);
  return [...states].map(([label, value]) => `${label} ${value}`);
}

/** What the page says that will be written, and what it says that there is none of. */
function telling(screen: Observation, holders: readonly ((text: string) => boolean)[]): string[] {
  const rows = rowsOn(screen).filter(row => holders.some(holds => holds(comparable(row))));
  const texts = nodesOf(workOn(screen)).filter(({ role, name }) => role === 'text' && NONE.test(name));
  return [...rows, ...texts.map(({ name }) => name).filter(name => isSayable(name, NONE_MAX))];
}

const NONE = /^(?:No|Nobody|Nothing) \p{L}/u;
const NONE_MAX = 80;

function tabOn(screen: Observation): string[] {
  return nodesOf(screen.tree)
    .filter(({ role, selected, name }) => role === 'tab' && selected === true && isSayable(name))
    .map(({ name }) => name);
}
