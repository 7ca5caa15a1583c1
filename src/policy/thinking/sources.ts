import type { Observation, ScreenNode } from '../../screen/observation.ts';
import { hostOf, nodesOf } from '../../screen/script/sight.ts';
import { filledOn, headOf, holdsText, isSayable, placeOn, workOn } from './glimpse.ts';
import { cellRowsOn, statedOn } from './printed.ts';

/** Where something was read: the page, and the word that it stands beside, under or with; empty within a text. */
export interface Source {
  place: string;
  label: string;
  kind: 'fact' | 'cell' | 'entry' | 'text';
}

interface Found extends Source {
  /** The console's own word for the label. */
  word: string;
  /** Other things that stand with it: of the record, or in its row. */
  beside: readonly string[];
}

/**
 * Where a text was read on the screens so far, in just this spelling: beside a label or in a row, sooner on the record that
 * has the other things of the form in front, too, and under the word for the field; else, for a number, an address or a
 * code, within a text. What greets on the first page of a console is no source.
 */
export function sourceOf(
  seen: readonly Observation[],
  text: string,
  at: { screen: Observation; node: ScreenNode | undefined },
): Source | undefined {
  const filled = filledOn(at.screen).map(({ value }) => value);
  const word = at.node?.canonical ?? at.node?.name;
  const weigh = (found: Found): number => {
    const kin = filled.filter(value => value !== text && found.beside.includes(value)).length;
    return 4 * kin + (found.word === word ? 3 : 0) + WEIGHTS[found.kind];
  };
  let best: Found | undefined;
  for (const screen of seen) {
    const isHere = hostOf(screen) === hostOf(at.screen) && headOf(screen) === headOf(at.screen);
    const isSource = !isHere && !isStartOf(seen, screen);
    const there = foundOn(screen, text).filter(({ kind }) => isSource || kind === 'entry');
    const [first] = there.sort((a, b) => weigh(b) - weigh(a));
    if (first && (!best || weigh(first) >= weigh(best))) best = first;
  }
  return best && { place: best.place, label: best.label, kind: best.kind };
}

const WEIGHTS = { fact: 2, cell: 1, entry: 1, text: 0 };

/** Whether a page is the one that its console opened on, and no record. */
function isStartOf(seen: readonly Observation[], screen: Observation): boolean {
  const first = seen.find(each => hostOf(each) === hostOf(screen));
  return first !== undefined && headOf(first) === headOf(screen) && !/\d/.test(headOf(screen));
}

function foundOn(screen: Observation, text: string): Found[] {
  const place = placeOn(screen);
  if (!isSayable(place)) return [];
  const labelled = [...factsWith(screen, text), ...cellsWith(screen, text)];
  const exact = labelled.filter(({ label }) => isSayable(label) && label !== text);
  const found = exact.length > 0 || !CODE.test(text) ? exact : withinTexts(screen, text);
  return found.map(each => ({ ...each, place }));
}

/** What nobody takes for another word where it stands. */
const CODE = /\d{2}|@|^[A-Z][A-Z_-]{3,}$/;

type Unplaced = Omit<Found, 'place'>;

function factsWith(screen: Observation, text: string): Unplaced[] {
  const facts = statedOn(screen);
  const beside = facts.map(({ value }) => value);
  return facts
    .filter(({ node, value }) => value === text || says(node, text))
    .map(({ label, word }) => ({ label, word, beside, kind: 'fact' }));
}

function cellsWith(screen: Observation, text: string): Unplaced[] {
  return cellRowsOn(screen).flatMap(cells => {
    const beside = cells.map(cell => cell.text);
    return cells
      .filter(cell => says(cell.node, text))
      .map(({ column, word }) => ({ label: column, word, beside, kind: 'cell' as const }));
  });
}

/** Whether just this stands there, or a part of what stands there is just this. */
function says(node: ScreenNode, text: string): boolean {
  return nodesOf(node).some(({ name }) => name === text);
}

/** A code before what it opens, or something within a text. */
function withinTexts(screen: Observation, text: string): Unplaced[] {
  const nodes = nodesOf(workOn(screen));
  const entry = nodes.find(({ role, name }) => role === 'link' && name.startsWith(`${text} `));
  if (entry) return [{ label: entry.name.slice(text.length + 1), word: '', beside: [], kind: 'entry' }];
  const isText = nodes.some(({ role, name }) => role === 'text' && holdsText(name, text));
  return isText ? [{ label: '', word: '', beside: [], kind: 'text' }] : [];
}
