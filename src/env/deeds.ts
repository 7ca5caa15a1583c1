import {
  type Fact,
  factsOnScreen,
  filledOn,
  isSayable,
  isState,
  placeOn,
  workOn,
} from '../policy/thinking/glimpse.ts';
import { textOf } from '../screen/find.ts';
import type { Observation } from '../screen/observation.ts';
import { hostOf, nodesOf } from '../screen/script/sight.ts';
import { SECRET } from '../screen/secret.ts';
import type { Step } from './recorded.ts';
import { type RecordOn, recordOn, sayRecord } from './records.ts';
import { rowsOn, tablesOn } from './rows-on.ts';

/** An act that changed something, as whoever did it writes it down: by what the screens showed of it. */
export interface Deed {
  /** The first step on whose screen it is done. */
  from: number;
  record: RecordOn;
  /** Whether it made the record: what the page shows that it led to was not there before. */
  isNew: boolean;
  /** What was pressed, and on what. */
  head: string;
  /** What was filled in and marked, the rows that came, what somebody answered. */
  details: readonly string[];
  /** What the console said to it. */
  message: string;
}

/** Pressed to do something: a link or a tab that changes something was not. */
const PRESSED: ReadonlySet<string> = new Set(['button', 'menuitem', 'textbox', 'searchbox', 'checkbox']);

/** The deeds of an episode in their order; what the last act did shows on no screen. */
export function deedsOf(steps: readonly Step[]): Deed[] {
  const deeds: Deed[] = [];
  for (const { index, act, aimed, changes } of steps) {
    if (act === null || changes.length === 0 || !aimed || !PRESSED.has(aimed.role)) continue;
    const since = deeds.at(-1)?.from ?? 0;
    const after = steps[index + 1]?.observation;
    if (after) deeds.push(deedOf(steps.slice(0, index + 1), { since, after }));
  }
  return deeds;
}

/** The deed of the last of some steps. */
function deedOf(steps: readonly Step[], { since, after }: { since: number; after: Observation }): Deed {
  const step = steps.at(-1) as Step;
  const { observation: screen, aimed } = step;
  const screens = steps.map(({ observation }) => observation);
  const opened = Math.max(since, screens.findLastIndex(each => !isSamePlace(each, screen)) + 1);
  const form = screens.slice(opened);
  // What the last deed led to is no doing of this one.
  const earlier = screens.slice(0, since === 0 ? opened : Math.max(opened, since + 1));
  const before = recordOn(screen);
  const later = recordOn(after);
  const record = before.id === '' && later.host === before.host ? later : before;
  const place = placeOn(screen);
  const subject = sayRecord(steps, before);
  const answered = answeredOn(screen, after);
  const told = [subject, ...answered].join(' ');
  const entered = enteredOn(form).filter(({ value }) => !told.includes(value));
  const named = subject.includes(place) ? [aimed?.name ?? '', subject] : [place, subject];
  // What was made is named by the page that it has now.
  const isNew = record !== before;
  const made = isNew && !told.includes(record.id) ? [record.id] : [];
  const states = isNew ? factsOnScreen(after).filter(isState).map(sayEntered) : [];
  const details = [...entered.map(sayEntered), ...rowsSince(earlier, form), ...answered, ...states];
  return {
    from: step.index + 1,
    record,
    isNew,
    head: [...named, ...made].filter(part => part !== '').join(', '),
    details: details.slice(0, DETAILS_MAX),
    message: messageAfter(screen, after),
  };
}

const DETAILS_MAX = 12;

function isSamePlace(a: Observation, b: Observation): boolean {
  return hostOf(a) === hostOf(b) && placeOn(a) === placeOn(b);
}

/** What was filled in and marked since a form came up, on all its tabs: what holds something else than at first. */
function enteredOn(form: readonly Observation[]): Fact[] {
  const first = new Map<string, string>();
  const last = new Map<string, string>();
  for (const screen of form) {
    const held = heldOn(screen);
    for (const [label, value] of held) {
      if (!first.has(label)) first.set(label, value);
      last.set(label, value);
    }
  }
  return [...last]
    .filter(([label, value]) => value !== '' && value !== first.get(label) && !ORDER.test(value))
    .map(([label, value]) => ({ label, value }));
}

function sayEntered({ label, value }: Fact): string {
  return value === MARKED ? label : `${label} ${value}`;
}

const MARKED = '✓';
/** The number of the ticket stands in every form. */
const ORDER = /^[A-Z]{2,}[-_]?\d{3,}$/;

/** The fields and boxes in front with what they hold. */
function heldOn(screen: Observation): Map<string, string> {
  const filled = new Map(filledOn(screen).map(({ label, value }) => [label, value]));
  const held = new Map<string, string>();
  for (const { role, name, checked, readonly } of nodesOf(workOn(screen))) {
    if (!isSayable(name) || readonly) continue;
    if (FIELDS.has(role)) held.set(name, filled.get(name) ?? '');
    if (BOXES.has(role)) held.set(name, checked === true ? MARKED : '');
  }
  return held;
}

const FIELDS: ReadonlySet<string> = new Set(['textbox', 'searchbox', 'combobox']);
const BOXES: ReadonlySet<string> = new Set(['checkbox', 'radio']);

/** The rows in front that did not stand in their table when the form came up with it; else on no screen before. */
function rowsSince(before: readonly Observation[], form: readonly Observation[]): string[] {
  const now = form.at(-1) as Observation;
  return tablesOn(now).flatMap(({ columns, rows }) => {
    const isThere = (screen: Observation): boolean => tablesOn(screen).some(each => each.columns === columns);
    const first = form.find(isThere) ?? now;
    const isHere = (screen: Observation): boolean => hostOf(screen) === hostOf(now);
    const old = new Set(first === now ? before.filter(isHere).flatMap(rowsOn) : rowsOn(first));
    return rows.filter(row => !old.has(row));
  });
}

/** What came to stand on a page that stays in front: what somebody answered. */
function answeredOn(before: Observation, after: Observation): string[] {
  if (before.url !== after.url || !isSamePlace(before, after)) return [];
  const old = rowsOn(before);
  return rowsOn(after).filter(row => !old.includes(row));
}

/** What the console says to an act, where it did not say so before. */
function messageAfter(before: Observation, after: Observation): string {
  const old = saidOn(before);
  const said = saidOn(after).filter(text => isSayable(text, MESSAGE_MAX));
  return said.find(text => !old.includes(text)) ?? said[0] ?? '';
}

const MESSAGE_MAX = 200;

function saidOn({ tree }: Observation): string[] {
  return nodesOf(tree)
    .filter(({ role }) => role === 'alert' || role === 'status')
    .map(node => textOf(node).replace(/\s+/g, ' ').trim());
}

/** A deed as a line. */
export function sayDeed({ head, details, message }: Deed): string {
  const text = [head, ...details.filter(each => !SECRET.test(each))].join('; ');
  return message === '' ? `Done: ${text}` : `Done: ${text}: ${message}`;
}

/** The same, each with what came before it of its kind: the questions that were put on one line. */
export function merged(deeds: readonly Deed[]): Deed[] {
  const out: Deed[] = [];
  for (const deed of deeds) {
    const before = out.at(-1);
    out.push(
      before && isMore(deed, before) ? { ...deed, details: [...before.details, ...deed.details] } : deed,
    );
  }
  return out;
}

/** Whether a deed only goes on with the one before it. */
export function isMore(deed: Deed, { head, record, message }: Deed): boolean {
  return deed.head === head && deed.record.id === record.id && deed.message === message;
}
