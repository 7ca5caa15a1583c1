import { codesIn, comparable, holderOf } from '../core/facts.ts';
import { factsOnScreen, isSayable, isState, workOn } from '../policy/thinking/glimpse.ts';
import type { Observation } from '../screen/observation.ts';
import { hostOf, nodesOf } from '../screen/script/sight.ts';
import { type Deed, sayDeed } from './deeds.ts';
import type { Step } from './recorded.ts';
import { isOf, type RecordOn, recordOn, sayRecord } from './records.ts';
import { rowsOn } from './rows-on.ts';

/** A record that was looked at again after what was done on it. */
export interface ReadBack {
  /** The first step with another screen than the one looked at, and the last before the record was looked at once more. */
  from: number;
  to: number;
  text: string;
}

/**
 * The records that were read again after a deed that is about them, at each look with what it had shown by then: its state,
 * that it has none of something, and the rows that hold what the request or a deed names. The page that answers a deed is no
 * reading back, unless it is that of what was made.
 */
export function readBacksOf(
  steps: readonly Step[],
  deeds: readonly Deed[],
  given: readonly string[],
): ReadBack[] {
  const looks = looksOf(steps, deeds);
  return looks.map(({ record, key, screens, index }, at) => {
    const done = deeds.filter(({ from }) => from <= index).map(sayDeed);
    const holders = [...given, ...done].flatMap(text => codesIn(text)).map(holderOf);
    const shown = [...statesOn(screens), ...screens.flatMap(screen => telling(screen, holders))];
    const what = [...new Set(shown)].slice(0, SHOWN_MAX).join('; ');
    const head = `Read back: ${sayRecord(steps.slice(0, index + 1), record)}`;
    const tabs = [...new Set(screens.flatMap(tabOn))].join(', ');
    const place = tabs === '' ? head : `${head}, ${tabs}`;
    const next = looks.slice(at + 1).find(look => look.key === key);
    return {
      from: index + 1,
      to: next?.index ?? steps.length - 1,
      text: what === '' ? place : `${place}: ${what}`,
    };
  });
}

/** A look at a record, with its screens since the last deed that is about it. */
interface Look {
  record: RecordOn;
  key: string;
  since: number;
  screens: Observation[];
  index: number;
}

function looksOf(steps: readonly Step[], deeds: readonly Deed[]): Look[] {
  const looks: Look[] = [];
  const first = deeds[0]?.from ?? steps.length;
  for (const { index, observation } of steps.slice(first)) {
    const deed = deeds.findLast(each => each.from <= index && isAbout(each, observation));
    if (!deed || (deed.from === index && !deed.isNew)) continue;
    const record = recordOn(observation);
    const key = `${record.host} ${record.id || record.name}`;
    const before = looks.findLast(look => look.key === key);
    const screens = before?.since === deed.from ? before.screens : [];
    looks.push({ record, key, since: deed.from, screens: [...screens, observation], index });
  }
  return looks;
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
