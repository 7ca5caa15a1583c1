import type { Rng } from '../../core/rng.ts';
import type { Action, Target } from '../../screen/action.ts';
import { findAll } from '../../screen/find.ts';
import type { Observation, ScreenNode } from '../../screen/observation.ts';
import type { Script } from '../../screen/script/script.ts';
import { nodesOf } from '../../screen/script/sight.ts';
import { BAR, button, inside, link, offers } from '../../screen/script/verbs.ts';
import type { World } from '../../world/world.ts';
import { factsOnScreen, isSayable, placeOn } from '../thinking/glimpse.ts';
import { sayFacts } from '../thinking/moment.ts';

/** A wrong choice that is noticed by what the screen shows, and put right before anything harmful is kept. */
export interface Lapse {
  name: string;
  summary: string;
  /**
   * Goes wrong in place of an act and puts it right, so that the script finds the screen that its act leads to. Undefined
   * where the act gives no occasion.
   */
  begin(action: Action, moment: LapseMoment): Script<Observation> | undefined;
}

/** What a lapse is made from. */
export interface LapseMoment {
  screen: Observation;
  rng: Rng;
  /** The act before. */
  last: Action | undefined;
  /** Whether the page in front can be left and found again by going back. */
  isCalm: boolean;
  consoles: World['consoles'];
  /** The texts of the screens so far. */
  seen: readonly string[];
  /** Has the next act done otherwise, too: a lapse may be noticed only then. */
  then(follow: Follow): void;
}

/** Does an act of the script while a lapse is not put right yet. */
export type Follow = (action: Action, then: (follow: Follow) => void) => Script<Observation>;

/** The wrong act itself; where the hand slips, with the act that was meant and is thought of. */
export function* wrongly(action: Action, kind: string, meant?: Action): Script<Observation> {
  return yield { ...action, ...(meant ? { meant } : {}), mistake: kind };
}

/** An act that goes on from a wrong one before anybody has noticed. */
export function* unaware(action: Action): Script<Observation> {
  return yield { ...action, label: 'after_mistake' };
}

/** An act that puts right; the first says what was noticed. */
export function* repair(action: Action, thought?: string): Script<Observation> {
  return yield { ...action, ...(thought === undefined ? {} : { thought }), label: 'repair' };
}

const BACK = inside(link('Go back'), BAR);

/** Leaves a page that should not have been opened by the way that it was come in. */
export function goBack(thought: string): Script<Observation> {
  return repair({ kind: 'click', at: BACK }, thought);
}

/** Leaves a form that should not have been opened: nothing of it is sent. */
export function* cancel(screen: Observation, thought: string): Script<Observation> {
  if (isDialog(screen)) return yield* repair({ kind: 'key', keys: 'escape' }, thought);
  const way = [button('Cancel'), link('Cancel')].find(each => offers(screen, each));
  return yield* way ? repair({ kind: 'click', at: way }, thought) : goBack(thought);
}

/** Whether a dialog lies over the page. */
export function isDialog({ tree }: Observation): boolean {
  return nodesOf(tree).some(({ role }) => role === 'dialog' || role === 'alertdialog');
}

/** What a page says that it is about, in words: its name and a fact or two. */
export function sayPage(screen: Observation): string {
  const facts = sayFacts(factsOnScreen(screen));
  return facts ? `“${placeOn(screen)}” with ${facts}` : `“${placeOn(screen)}”`;
}

/** The table row that a node stands in, with the other rows of its table. */
export interface RowOfMany {
  own: ScreenNode;
  others: ScreenNode[];
}

export function rowOfMany({ tree }: Observation, node: ScreenNode): RowOfMany | undefined {
  const table = nodesOf(tree).findLast(each => each.role === 'table' && nodesOf(each).includes(node));
  const rows = (table ? nodesOf(table) : []).filter(each => each.role === 'row' && cellsOf(each).length > 1);
  const own = rows.find(each => nodesOf(each).includes(node));
  return own && { own, others: rows.filter(each => each !== own) };
}

/** The texts of a row, cell by cell. */
export function cellsOf(row: ScreenNode): string[] {
  return (row.children ?? []).flatMap(({ role, name }) => (CELLS.has(role) ? [name] : []));
}

const CELLS: ReadonlySet<string> = new Set(['cell', 'rowheader']);

/** Rows in the order in which they may be taken for another: those first that share most words with it. */
export function alikeFirst({ own, others }: RowOfMany): ScreenNode[] {
  const words = new Set(cellsOf(own).flatMap(text => text.split(/\s+/)));
  const shared = (row: ScreenNode): number =>
    cellsOf(row)
      .flatMap(text => text.split(/\s+/))
      .filter(word => words.has(word)).length;
  return [...others].sort((a, b) => shared(b) - shared(a));
}

/** What a row says, in words; the sayable of its cells. */
export function sayRow(row: ScreenNode): string {
  return cellsOf(row)
    .filter(text => isSayable(text) && /[\p{L}\p{N}]/u.test(text))
    .slice(0, 2)
    .join(', ');
}

/** A control by role and name in a row, where the row can be told by one of its texts. */
export function targetInRow(
  screen: Observation,
  row: ScreenNode,
  { role, name }: Pick<Target, 'role' | 'name'>,
): Target | undefined {
  const ways = cellsOf(row)
    .filter(text => text !== '')
    .map(text => inside({ role, name }, { role: 'row', name: text }));
  const wanted = nodesOf(row).find(node => node.role === role && (node.canonical ?? node.name) === name);
  return ways.find(way => {
    const found = findAll(screen.tree, way);
    return found.length === 1 && found[0] === wanted;
  });
}
