import { codesIn } from '../core/facts.ts';
import { isSayable } from '../policy/thinking/glimpse.ts';
import type { Observation } from '../screen/observation.ts';
import { hostOf, nodesOf } from '../screen/script/sight.ts';
import type { Step } from './recorded.ts';

/** The record in front: its console, the name over it, and the number or address by which the console knows it. */
export interface RecordOn {
  host: string;
  name: string;
  id: string;
}

/** The record that a page is of; a dialog lies over the page of its record. */
export function recordOn(screen: Observation): RecordOn {
  return { host: hostOf(screen), name: nameOn(screen), id: idIn(screen.url) };
}

function nameOn(screen: Observation): string {
  const nodes = nodesOf(screen.tree);
  const overlaid = new Set(nodes.filter(({ role }) => DIALOGS.has(role)).flatMap(node => nodesOf(node)));
  const main = nodes.find(({ role }) => role === 'main') ?? screen.tree;
  const heading = nodesOf(main).find(
    node => node.role === 'heading' && isSayable(node.name) && !overlaid.has(node),
  );
  return heading?.name ?? '';
}

const DIALOGS: ReadonlySet<string> = new Set(['dialog', 'alertdialog']);

/** The last part of an address that names a record: what holds a figure, a sign of an address, or capitals. */
function idIn(url: string): string {
  const [, ...path] = url
    .replace(/[?#].*$/, '')
    .split('/')
    .slice(2);
  return path.map(decoded).findLast(part => ID.test(part) && !TRANSACTION.test(part)) ?? '';
}

const ID = /[\d@_]|^[A-Z][A-Z0-9-]{3,}$|^[A-Z]+-/;
/** An address of a console of old has the code of the transaction before the record. */
const TRANSACTION = /^[a-z]{2}\d{2}$/i;

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The number or address of the record that a screen is of, or nothing. */
export function idOn({ url }: Observation): string {
  return idIn(url);
}

/** Whether a screen is of a record. */
export function isOf(screen: Observation, { host, id, name }: RecordOn): boolean {
  if (hostOf(screen) !== host) return false;
  return id === '' ? name !== '' && nameOn(screen) === name : idIn(screen.url) === id;
}

/** The name over a record, and the numbers and addresses that name it besides, as far as its pages have shown them. */
export function sayRecord(steps: readonly Step[], record: RecordOn): string {
  const { id } = record;
  const named = steps.findLast(({ observation }) => isOf(observation, record) && nameOn(observation) !== '');
  // Behind a dialog nothing can be read.
  const name = record.name || (named ? nameOn(named.observation) : '');
  const names = new Set(id === '' ? [] : [id]);
  for (const { observation } of steps) {
    if (id === '' || !isOf(observation, record)) continue;
    for (const code of numbersOn(observation)) names.add(code);
  }
  const others = [...names].filter(each => !name.includes(each) && isSayable(each)).slice(0, NAMES_MAX);
  return others.length > 0 ? `${name} (${others.join(', ')})`.trim() : name;
}

const NAMES_MAX = 3;

/** What stands beside the labels of names, numbers and addresses. */
function numbersOn(screen: Observation): string[] {
  let label = '';
  const numbers: string[] = [];
  for (const { role, name, children = [] } of nodesOf(screen.tree)) {
    if (role === 'term') label = children[0]?.name ?? name;
    if (role !== 'definition' || !NAMING.test(label)) continue;
    numbers.push(...codesIn(children[0]?.name ?? name).filter(code => /\p{L}|\d{5}/u.test(code)));
  }
  return numbers;
}

const NAMING = /^(?!.*manager).*(name|number|\bno\b|\bID\b|login|mail|address)/i;
