import { comparable, holderOf } from '../core/facts.ts';
import { factsOnScreen, isSayable, isState, workOn } from '../policy/thinking/glimpse.ts';
import type { Observation } from '../screen/observation.ts';
import { hostOf, nodesOf } from '../screen/script/sight.ts';
import { type Deed, sayDeed } from './deeds.ts';
import type { Step } from './recorded.ts';
import { isOf, type RecordOn, recordOn, sayRecord } from './records.ts';
import { rowsOn } from './rows-on.ts';

/** A record that was looked at again after what was done on it. */
export interface ReadBack {
  /** The first step that is no longer on it. */
  from: number;
  text: string;
}

/**
 * The records that were read again after the last deed that is about them, each with what it said then: its state, that it has
 * none of something, and the rows that hold what will be written. The page that answers a deed is no reading back,
 * unless it is that of what was made.
 */
export function readBacksOf(
  steps: readonly Step[],
  deeds: readonly Deed[],
  wanted: readonly string[],
): ReadBack[] {
  const holders = wanted.map(holderOf);
  return readAgain(steps, deeds).map(({ record, screens, last }) => {
    const shown = [...statesOn(screens), ...screens.flatMap(screen => telling(screen, holders))];
    const what = [...new Set(shown)].slice(0, SHOWN_MAX).join('; ');
    const head = `Read back: ${sayRecord(steps.slice(0, last + 1), record)}`;
    const tabs = [...new Set(screens.flatMap(tabOn))].join(', ');
    const place = tabs === '' ? head : `${head}, ${tabs}`;
    return { from: last + 1, text: what === '' ? place : `${place}: ${what}` };
  });
}

/** A record with its screens since the last deed that is about it. */
interface ReadAgain {
  record: RecordOn;
  since: number;
  screens: Observation[];
  last: number;
}

function readAgain(steps: readonly Step[], deeds: readonly Deed[]): ReadAgain[] {
  const found = new Map<string, ReadAgain>();
  const first = deeds[0]?.from ?? steps.length;
  for (const { index, observation } of steps.slice(first)) {
    const deed = deeds.findLast(each => each.from <= index && isAbout(each, observation));
    if (!deed || (deed.from === index && !deed.isNew)) continue;
    const record = recordOn(observation);
    const key = `${record.host} ${record.id || record.name}`;
    const before = found.get(key);
    const screens = before?.since === deed.from ? before.screens : [];
    // The order is that of the last look.
    found.delete(key);
    found.set(key, { record, since: deed.from, screens: [...screens, observation], last: index });
  }
  return [...found.values()];
}

/** Whether a screen is of the record that a deed was done on, or of one that its line names. */
function isAbout(deed: Deed, screen: Observation): boolean {
  if (isOf(screen, deed.record)) return true;
  if (hostOf(screen) !== deed.record.host) return false;
  const { id, name } = recordOn(screen);
  const told = sayDeed(deed);
  return id !== '' && (told.includes(id) || (name.includes(' ') && told.includes(name)));
}

const SHOWN_MAX = 8;

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
