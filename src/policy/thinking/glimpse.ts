import type { Observation, ScreenNode } from '../../screen/observation.ts';
import { nodesOf } from '../../screen/script/sight.ts';
import { textOf } from '../../screen/find.ts';
import { SECRET } from '../../screen/secret.ts';

/** What somebody takes in of a screen at a glance, in the words that it prints. */

/** A label with what stands beside it. */
export interface Fact {
  label: string;
  value: string;
}

const SHORT_MAX = 48;
const MESSAGE_MAX = 130;

/** Whether a text may be said in a thought: it is short, and no secret. */
export function isSayable(text: string, most = SHORT_MAX): boolean {
  return text.length > 0 && text.length <= most && !SECRET.test(text) && !/[“”\n]/.test(text);
}

/** The part of the screen that is worked in: a dialog that lies over the page, else the page without its frame. */
export function workOn({ tree }: Observation): ScreenNode {
  const nodes = nodesOf(tree);
  const isDialog = ({ role }: ScreenNode): boolean => role === 'dialog' || role === 'alertdialog';
  return nodes.findLast(isDialog) ?? nodes.find(({ role }) => role === 'main') ?? tree;
}

/** What the page in front, or the dialog over it, calls itself. */
export function placeOn(screen: Observation): string {
  const heading = nodesOf(workOn(screen)).find(({ role, name }) => role === 'heading' && isSayable(name));
  return heading?.name ?? headOf(screen);
}

/** What the screen says of itself: the message of the last act, a warning. */
export function messageOn({ tree }: Observation): string | undefined {
  const said = nodesOf(tree).filter(({ role }) => role === 'alert' || role === 'status');
  const texts = said.map(node => textOf(node).replace(/\s+/g, ' ').trim());
  return texts.find(text => isSayable(text, MESSAGE_MAX));
}

/** Whether a text has another in it as words of their own: "Mail" does not stand in "Mailbox". */
export function holdsText(text: string, part: string): boolean {
  const isWord = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}]/u.test(char);
  if (part.length < SOURCE_MIN) return false;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
    if (!isWord(text[at - 1]) && !isWord(text[at + part.length])) return true;
  }
  return false;
}

/** Whether a text stands on the screen, besides in a field. */
export function textIsOn({ tree }: Observation, text: string): boolean {
  return nodesOf(tree).some(({ name }) => holdsText(name, text));
}

/** A shorter text stands anywhere by chance. */
const SOURCE_MIN = 3;

/** Whether the console says that something is done: not that it was refused, and not what would be done. */
export function isDone({ tree }: Observation): boolean {
  const said = nodesOf(tree).filter(({ role }) => role === 'alert' || role === 'status');
  return said.length > 0 && said.every(node => node.role === 'status' && !NOT_DONE.test(textOf(node)));
}

const NOT_DONE = /preview|simulat|test run|\bnothing\b|\bno changes?\b|\bnot\b|\bwould\b/i;

/** What a dialog says before it is answered: its first sentence. */
export function warningOn(screen: Observation): string | undefined {
  const work = workOn(screen);
  if (work.role !== 'dialog' && work.role !== 'alertdialog') return undefined;
  const texts = nodesOf(work).filter(({ role, name }) => role === 'text' && name.includes(' '));
  const first = texts.map(({ name }) => /^.{12,}?\.(?=\s|$)/.exec(name)?.[0] ?? '');
  return first.find(text => isSayable(text, MESSAGE_MAX));
}

/** The facts that the screen states, those first that say how things stand. */
export function factsOnScreen(screen: Observation): Fact[] {
  const facts: Fact[] = [];
  const place = placeOn(screen);
  let label = '';
  for (const node of nodesOf(workOn(screen))) {
    if (node.role === 'term') label = textOf(node).trim();
    if (node.role !== 'definition') continue;
    const value = textOf(node).trim().replace(/\s+/g, ' ');
    const isKnown = value === place || NOTHING.test(value) || TRIVIAL.test(label);
    if (isSayable(label) && isSayable(value) && !isKnown) facts.push({ label, value });
  }
  const rank = (fact: Fact): number => (isTelling(fact) ? 0 : 1);
  return facts.sort((a, b) => rank(a) - rank(b));
}

/** What the page in front is a record of: its title, and what stands beside labels of names and numbers. */
export function namesOn(screen: Observation): string[] {
  const names = [placeOn(screen), screen.title];
  let label = '';
  for (const node of nodesOf(workOn(screen))) {
    if (node.role === 'term') label = textOf(node).trim();
    if (node.role === 'definition' && NAMING.test(label)) names.push(textOf(node));
  }
  return names;
}

const NAMING = /^(?!.*manager).*(name|number|\bID|mail|address)/i;

/** What the page in front, whatever lies over it, is a page of. */
export function headOf({ title }: Observation): string {
  return title.split(' · ')[0] ?? '';
}

const NOTHING = /^[-–—]?$|^None$/;
/** Labels of what names a record or the one beside it, and says nothing of how it stands. */
const TRIVIAL = /^(previous|next) |name$|number|\bID\b|opened|logged|creat|submit|raised|requested on/i;

/** Whether a fact says how things stand, by its label in the words of many consoles. */
export function isState({ label }: Fact): boolean {
  return /stat(e|us)|\block(ed)?\b|valid (to|until)|until|expire/i.test(label);
}

/** Whether something may be decided by a fact. */
export function isTelling(fact: Fact): boolean {
  return isState(fact) || /owner|approv|decision|decided|manager|reason/i.test(fact.label);
}

/** The fields of the form in front, with what they hold. */
export function fieldsOn(screen: Observation): ScreenNode[] {
  const isField = ({ role, readonly, disabled, name }: ScreenNode): boolean =>
    FIELDS.has(role) && !readonly && !disabled && isSayable(name);
  return nodesOf(workOn(screen)).filter(isField);
}

const FIELDS: ReadonlySet<string> = new Set(['textbox', 'searchbox', 'combobox']);

/** Those that somebody has filled in; what is looked for is no part of a form. */
export function filledOn(screen: Observation): Fact[] {
  const isFilled = ({ role, value = '' }: ScreenNode): boolean =>
    role !== 'searchbox' && isSayable(value) && !isUnset(value);
  return fieldsOn(screen)
    .filter(isFilled)
    .map(({ name, value = '' }) => ({ label: name, value }));
}

/** Whether a list stands where nobody has chosen yet. */
export function isUnset(value: string): boolean {
  return value.startsWith('--') || value === 'All';
}

/** The first table in front with the number of its rows. */
export function tableOn(screen: Observation): { caption: string; count: number } | undefined {
  const table = nodesOf(workOn(screen)).find(({ role, name }) => role === 'table' && isSayable(name));
  return table && { caption: table.name, count: rowsIn(table).length };
}

function rowsIn(table: ScreenNode): ScreenNode[] {
  const hasCell = (row: ScreenNode): boolean => (row.children ?? []).some(({ role }) => role === 'cell');
  return nodesOf(table).filter(node => node.role === 'row' && hasCell(node));
}

/** What the search field in front holds, where there is one that does. */
export function searchedOn(screen: Observation): string | undefined {
  const held = fieldsOn(screen).find(({ role, value }) => role === 'searchbox' && value)?.value;
  return held !== undefined && isSayable(held) ? held : undefined;
}

/** Whether a field is one for the order behind a change, and the value such a number. */
export function isOrder({ label, value }: Fact): boolean {
  return (
    /ticket|order|request|reference|incident|\bcase\b/i.test(label) && /^[A-Z]{2,}[-_]?\d{3,}$/.test(value)
  );
}

/** What else may be chosen where a node is chosen: the other entries of its menu, list or group. */
export function othersBeside(screen: Observation, node: ScreenNode): string[] {
  const holds = (each: ScreenNode): boolean => nodesOf(each).filter(isAlike(node)).length > 1;
  const around = nodesOf(screen.tree).findLast(each => nodesOf(each).includes(node) && holds(each));
  const names = around
    ? nodesOf(around)
        .filter(isAlike(node))
        .map(({ name }) => name)
    : [];
  return names.filter(name => name !== node.name && isSayable(name) && !name.startsWith('--'));
}

function isAlike({ role }: ScreenNode): (node: ScreenNode) => boolean {
  return node => node.role === role;
}
