import { must } from '../core/assert.ts';
import { comparable } from '../core/facts.ts';
import { isState, isTelling, searchedOn } from '../policy/thinking/glimpse.ts';
import type { Observation } from '../screen/observation.ts';
import { hostOf } from '../screen/script/sight.ts';
import { fittingTexts } from './fitting.ts';
import { SECRET } from '../screen/secret.ts';
import type { Step } from './recorded.ts';
import { idOn, recordOn, sayRecord } from './records.ts';
import { factRowsOn, type ListOn, listsOn } from './rows-on.ts';
import type { Subjects } from './subjects.ts';

/** What was read, as it is held in mind from the step after it until it was read anew. */
export interface ReadNote {
  from: number;
  to: number;
  text: string;
  /** The steps that have all of it in front. */
  whole: readonly number[];
  /** How long it is held where there is too much. */
  worth: Worth;
}

/** What came by, what was asked for or speaks of what the work is about, and the order itself. */
export type Worth = 0 | 1 | 2;

/**
 * The lists that some steps had in front, each as far as it had been read at every step: by what was in front until then and
 * nothing else. One of a record, or that was searched for, is held by its rows where they are few, by their names where they
 * are more, and of one that nobody holds in mind the count and the rows that speak of what the work is about; of a list that
 * is only passed through there are just those.
 */
export function listNotes(steps: readonly Step[], subjects: readonly Subjects[]): ReadNote[] {
  const open = new Map<string, Reading>();
  const notes: ReadNote[] = [];
  for (const { index, observation } of steps) {
    const record = recordOn(observation);
    const about = must(subjects[index], 'what the work is about');
    for (const list of readOn(observation, about)) {
      const key = `${record.host} ${record.id} ${list.name}`;
      const reading = readingOf(open.get(key), { steps, index, list });
      if (reading === open.get(key)) continue;
      const before = open.get(key)?.note;
      if (before) before.to = index;
      const of = sayRecord(steps.slice(0, index + 1), record);
      const isOrder = record.id !== '' && about.isOrder(record.id);
      const said = sayList({ ...list, of, isOrder, rows: [...reading.rows.values()] }, about);
      open.set(key, reading);
      if (said === '') continue;
      const text = [said, sayGone(reading)].filter(part => part !== '').join('; ');
      const worth = isOrder ? 2 : worthOf(text, list, about);
      const whole = reading.rows.size === list.rows.length ? [index] : [];
      reading.note = { from: index + 1, to: steps.length - 1, text, whole, worth };
      notes.push(reading.note);
    }
  }
  return notes.filter(({ from, to }) => from <= to);
}

function worthOf(text: string, { isAsked, isPart }: NamedList, { isMeant }: Subjects): Worth {
  return isAsked || (!isPart && isMeant(comparable(text))) ? 1 : 0;
}

interface NamedList extends ListOn {
  name: string;
  /** Whether it shows what was asked of its console. */
  isAsked?: boolean;
  /** Whether it has rows that nobody holds in mind. */
  isPart?: boolean;
}

/** The lists in front, and what stands beside labels on the page or the tab of it that shows. */
function readOn(screen: Observation, about: Subjects): NamedList[] {
  const lists = listsOn(screen).map(list => ({ ...list, name: `list ${list.caption}` }));
  if (idOn(screen) === '') return lists.map(list => foundIn(list, { screen, about })).filter(hasRows);
  const facts = factRowsOn(screen);
  return facts.length === 0 ? lists : [{ caption: '', rows: facts, name: 'facts' }, ...lists];
}

/** What a search or a report came down to, else the rows that are meant. */
function foundIn(list: NamedList, { screen, about }: { screen: Observation; about: Subjects }): NamedList {
  const { rows, caption } = list;
  if (isAsked(screen, list)) return { ...list, name: `found ${caption}`, isAsked: true };
  return { ...list, rows: rows.filter(cells => about.isMeant(comparable(cells.join(' ')))), isPart: true };
}

function hasRows({ rows }: NamedList): boolean {
  return rows.length > 0;
}

/** Whether a list shows what was asked of its console: a search, or what was picked for a report. Words in a field may not be sent yet. */
function isAsked(screen: Observation, { rows }: ListOn): boolean {
  const isSent = /[?&][^=&]+=[^&]*\p{L}/u.test(screen.url);
  return isSent ? rows.length <= ASKED_MAX : searchedOn(screen) !== undefined && rows.length <= FOUND_MAX;
}

const [ASKED_MAX, FOUND_MAX] = [40, 3];

/** A list as far as it was read at one go. */
interface Reading {
  rows: ReadonlyMap<string, readonly string[]>;
  /** Whether it goes on with what was read just before. */
  isOn: boolean;
  last: number;
  /** What it is called that stood there before its console changed something, and stands there no more. */
  gone: readonly string[];
  url: string;
  note?: ReadNote;
}

/**
 * The same reading where nothing is new on it; begun anew where a list was left, or its console has changed something since.
 * What stands beside a label is one thing, on whatever tab of a record.
 */
function readingOf(
  before: Reading | undefined,
  { steps, index, list }: { steps: readonly Step[]; index: number; list: NamedList },
): Reading {
  const isOn = before !== undefined && isOneLook(steps.slice(before.last, index + 1), list);
  const rows = new Map(isOn ? before.rows : []);
  for (const cells of list.rows) rows.set(keyOf(cells, list), cells);
  if (isOn && sayRows(rows) === sayRows(before.rows)) {
    const { note } = before;
    before.last = index;
    if (note && rows.size === list.rows.length) note.whole = [...note.whole, index];
    return before;
  }
  const { url } = (steps[index] as Step).observation;
  const isSame = before !== undefined && (before.url === url || list.caption === '');
  const left = isSame && !isOn ? leftOf(before.rows, rows, list) : [];
  const gone = [...(before?.gone ?? []), ...left].filter(row => !isAmong(row, rows));
  return { rows, isOn, last: index, gone, url };
}

/**
 * The rows that were there and are there no more; one of the same name that has come in place of it is the same, changed. Of
 * what stands beside labels it is how the record stood.
 */
function leftOf(before: Reading['rows'], after: Reading['rows'], { caption }: ListOn): string[] {
  if (caption === '') return [...before].flatMap(([label, [fact = '']]) => stoodAs(label, fact, after));
  const come = [...after].flatMap(([key, cells]) => (before.has(key) ? [] : sayName(cells)));
  const left = [...before].flatMap(([key, cells]) => (after.has(key) ? [] : [cells]));
  return left.flatMap(cells => {
    const at = come.indexOf(sayName(cells));
    if (at >= 0) come.splice(at, 1);
    return at < 0 ? cells.join(', ') : [];
  });
}

function stoodAs(label: string, fact: string, after: Reading['rows']): string[] {
  const [now] = after.get(label) ?? [];
  return now !== undefined && now !== fact && isState({ label, value: '' }) ? [fact] : [];
}

function isAmong(row: string, rows: Reading['rows']): boolean {
  return [...rows.values()].some(cells => cells.join(', ') === row);
}

function sayGone({ gone }: Reading): string {
  const open = fittingTexts(
    gone.filter(row => !SECRET.test(row)),
    GONE_MAX,
  );
  return open.length === 0 ? '' : `before: ${open.join('; ')}`;
}

const GONE_MAX = 300;

function keyOf(cells: readonly string[], { caption }: ListOn): string {
  return caption === '' ? (cells[0]?.split(': ')[0] ?? '') : cells.join(' ');
}

function sayRows(rows: Reading['rows']): string {
  return [...rows.values()].map(cells => cells.join(' ')).join('\n');
}

/** Whether what lies between two looks of the same list leaves it as it is. */
function isOneLook(steps: readonly Step[], { caption }: ListOn): boolean {
  const host = hostOf(steps[0]?.observation ?? { url: '' });
  const isChanged = steps
    .slice(0, -1)
    .some(step => step.changes.length > 0 && hostOf(step.observation) === host);
  if (isChanged || caption === '') return !isChanged;
  const id = recordOf(steps[0]);
  return steps.every(step => recordOf(step) === id);
}

function recordOf(step: Step | undefined): string {
  return step ? `${hostOf(step.observation)} ${recordOn(step.observation).id}` : '';
}

interface Said extends ListOn {
  of: string;
  /** Whether it is of the record that gives the order. */
  isOrder: boolean;
  isPart?: boolean;
}

function sayList({ caption, of, rows, isPart, isOrder }: Said, { isMeant }: Subjects): string {
  const open = rows.filter(cells => !SECRET.test(cells.join(' ')));
  const whole = open.map(cells => cells.join(', '));
  if (caption === '') return sayFacts(of, whole, isOrder ? ORDER_FACTS_MAX : FACTS_MAX);
  const head = of === '' || of === caption ? caption : `${caption} of ${of}`;
  if (rows.length === 0) return `${head}: none`;
  if (isPart) return `${head}, among others: ${fittingTexts(whole, WHOLE_MAX).join('; ')}`;
  const count = rows.length === 1 ? 'one row' : `${rows.length} rows`;
  const all = whole.join('; ');
  if (all.length <= (isOrder ? ORDER_MAX : WHOLE_MAX)) return `${head} (${count}): ${all}`;
  if (rows.length <= NAMED_MAX) return `${head} (${count}): ${open.map(sayName).join('; ')}`;
  const meant = whole.filter(row => isMeant(comparable(row)));
  return [`${head} (${count})`, fittingTexts(meant, WHOLE_MAX).join('; ')]
    .filter(part => part !== '')
    .join(': ');
}

/** So many letters of what stands beside labels, of rows that are held whole, and so many rows by what they are called. */
const [FACTS_MAX, WHOLE_MAX, NAMED_MAX] = [500, 600, 80];
/** Of the record that gives the order, whose approvals stand beside labels, too. */
const [ORDER_FACTS_MAX, ORDER_MAX] = [800, 1500];

/** What the name over a record says is said. */
function sayFacts(of: string, facts: readonly string[], most: number): string {
  const [name, plain] = [comparable(of), facts.map(fact => comparable(fact.slice(fact.indexOf(': ') + 2)))];
  const isNew = (_fact: string, at: number): boolean => !name.includes(plain[at] ?? '');
  const told = facts.filter(isNew).filter(fact => !BESIDE.test(fact));
  if (told.length === 0) return '';
  return `${of}: ${fittingTexts(tellingFirst(told), most).join('; ')}`;
}

/** What stands before and after a record among others. */
const BESIDE = /^(?:previous|next) /i;

/** What says how a record stands comes before what else stands beside labels. */
function tellingFirst(facts: readonly string[]): string[] {
  const isFirst = (fact: string): boolean => isTelling({ label: fact.split(': ')[0] ?? '', value: '' });
  return [...facts.filter(isFirst), ...facts.filter(fact => !isFirst(fact))];
}

/** What a row is called, and the numbers and addresses behind it. */
function sayName(cells: readonly string[]): string {
  const [first = ''] = cells;
  return [first, ...cells.slice(1).filter(cell => CODE.test(cell))].join(' ');
}

const CODE = /^\S*(?:\d{3}|@)\S*$/;
