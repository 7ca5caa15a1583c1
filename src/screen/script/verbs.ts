import { readDay } from '../../core/calendar.ts';
import type { Action, Target } from '../action.ts';
import { findAll, findTarget, ownTextOf, TargetError, textOf } from '../find.ts';
import type { Observation, ScreenNode } from '../observation.ts';
import type { Outcome, Reason } from '../outcome.ts';
import { mapScript } from './map-script.ts';
import { readFor } from './read-for.ts';
import { GLANCE, type Script } from './script.ts';
import { nodesOf } from './sight.ts';

/** The words that experts are written in. Each verb is one or more primitives, yielded one at a time. */

const target =
  (role: string) =>
  (name: string): Target => ({ role, name });

export const button = target('button');
export const checkbox = target('checkbox');
export const combobox = target('combobox');
export const field = target('textbox');
export const heading = target('heading');
export const link = target('link');
export const menuitem = target('menuitem');
export const option = target('option');
export const radio = target('radio');
export const searchbox = target('searchbox');
export const tab = target('tab');
/** The row that has a cell or control with this text. */
export const row = target('row');

/** The same thing in a part of the screen. */
export function inside(what: Target, within: Target): Target {
  return what.within ? { ...what, within: inside(what.within, within) } : { ...what, within };
}

/** The workspace bar. */
export const BAR: Target = { role: 'navigation', name: 'Workspace' };

/** What the policy throws into a script when an interruption was healed: the work at hand starts over. */
export class Interrupted extends Error {
  override name = 'Interrupted';
}

/** What a careless policy throws into a script at the first step of a check: the check is left out. */
export class Skipped extends Error {
  override name = 'Skipped';
}

/** Yields one action and returns the screen that it led to. */
export function* act(action: Action): Script<Observation> {
  return yield action;
}

export function* click(at: Target, thought?: string): Script<Observation> {
  return yield { kind: 'click', at, ...said(thought) };
}

export function* press(keys: string, thought?: string): Script<Observation> {
  return yield { kind: 'key', keys, ...said(thought) };
}

export function* wait(ms: number, thought?: string): Script<Observation> {
  return yield { kind: 'wait', ms, ...said(thought) };
}

/**
 * Types into a field, over what it holds if it holds anything else: what it says is not typed again, and no click goes into
 * a field that is seen to have the focus.
 */
export function* fill(at: Target, text: string, thought?: string): Script<Observation> {
  const screen = yield* hasFocus(yield* look(), at) ? thinking(thought) : click(at, thought);
  const held = seek(screen, at)?.value ?? '';
  if (held === text) return screen;
  if (held === '') return yield { kind: 'type', text };
  yield { kind: 'key', keys: 'ctrl+a' };
  return yield text === '' ? { kind: 'key', keys: 'delete' } : { kind: 'type', text };
}

/** Whether a control that is in view has the focus: where there is no layout, all of a page is. */
function hasFocus(screen: Observation, at: Target): boolean {
  const found = seek(screen, at);
  if (!found?.focused) return false;
  return found.hittable ?? !nodesOf(screen.tree).some(({ box }) => box);
}

/** The reason for what comes next. */
function* thinking(thought: string | undefined): Script<Observation> {
  return yield thought === undefined ? GLANCE : { kind: 'glance', thought };
}

/** Looks at the screen in front again: no step, and no time. */
export function* look(): Script<Observation> {
  return yield GLANCE;
}

/** Chooses one of a few, whether the screen offers a select or radio buttons. */
export function* choose(label: string, choice: string, thought?: string): Script<Observation> {
  const radios: Target = { role: 'radiogroup', name: label };
  const offered = yield* readFor(seen => [radios, combobox(label)].find(each => offers(seen, each)));
  if (offered === radios) return yield* click(inside(radio(choice), radios), thought);
  yield* click(combobox(label), thought);
  return yield* click(option(choice));
}

/** Brings a check box to a state; clicks only when it stands otherwise. */
export function* tick(label: string, wanted: boolean, thought?: string): Script<Observation> {
  yield* readFor(seen => offers(seen, checkbox(label)) || undefined);
  const screen = yield* look();
  const box = findTarget(screen.tree, checkbox(label));
  return box.checked === wanted ? screen : yield* click(checkbox(label), thought);
}

/** Goes to a console by its tab in the workspace bar, unless it is in front: then the next act has the thought. */
export function* openApp(title: string, thought?: string): Script<Observation> {
  const screen = yield* look();
  if (!seek(screen, inside(link(title), BAR))?.current)
    return yield* click(inside(link(title), BAR), thought);
  return yield* thinking(thought);
}

/** Has the page that is in front shown anew: what a save left behind is read, not what it announced. */
export function* reload(thought?: string): Script<Observation> {
  return yield* click(inside(link('Reload page'), BAR), thought);
}

/** Types an address into the workspace bar. */
export function* goTo(address: string, thought?: string): Script<Observation> {
  yield* fill(inside(field('Address'), BAR), address, thought);
  return yield* press('enter');
}

/** Whether a screen holds a text, in whole or as part of a line. */
export function shows(screen: Observation, text: string): boolean {
  return textOf(screen.tree).includes(text);
}

/** Whether a screen holds a thing to aim at. */
export function offers(screen: Observation, what: Target): boolean {
  return findAll(screen.tree, what).length > 0;
}

/** The one node that a target names, or undefined. */
export function seek(screen: Observation, what: Target): ScreenNode | undefined {
  const found = findAll(screen.tree, what);
  return found.length === 1 ? found[0] : undefined;
}

/** The value beside a label in a list of facts, states by the console's own words: the definition that follows the term. */
export function factOf(screen: Observation, label: string): string | undefined {
  let isNext = false;
  let value: string | undefined;
  const visit = (node: ScreenNode): void => {
    if (value !== undefined) return;
    const name = node.canonical ?? node.name;
    if (node.role === 'term')
      isNext = name === label || textOf(node).trim() === label || onlyText(node) === label;
    else if (node.role === 'definition' && isNext && !node.moreBelow) value = ownTextOf(node).trim();
    else for (const child of node.children ?? []) visit(child);
  };
  visit(screen.tree);
  return value;
}

function onlyText(node: ScreenNode): string {
  const child = node.children?.[0];
  return child ? (child.canonical ?? child.name) : '';
}

/** The rows of a table by its caption: each cell's text by the console's own word for its column, and so are states. */
export function rowsOf(screen: Observation, caption: string): Record<string, string>[] {
  const table = tableOf(screen, caption);
  if (!table) return [];
  const columns = columnsOf(table);
  // One cell across several columns says that there is nothing to show.
  const filled = rowsIn(table).filter(cells => cells.length > 1 || columns.length < 2);
  return filled.map(cells =>
    Object.fromEntries(cells.map((cell, i) => [columns[i] ?? String(i), cell.canonical ?? cell.name])),
  );
}

/** The table with a caption. */
export function tableOf({ tree }: Observation, caption: string): ScreenNode | undefined {
  return tablesIn(tree).find(({ name, canonical }) => (canonical ?? name) === caption);
}

/** The row that has a cell of exactly this text, in any table of the screen. */
export function rowOf(screen: Observation, text: string): Record<string, string> | undefined {
  const captions = tablesIn(screen.tree).map(({ name, canonical }) => canonical ?? name);
  return captions
    .flatMap(caption => rowsOf(screen, caption))
    .find(cells => Object.values(cells).includes(text));
}

function tablesIn(node: ScreenNode): ScreenNode[] {
  return node.role === 'table' ? [node] : (node.children ?? []).flatMap(tablesIn);
}

function rowsIn(node: ScreenNode): ScreenNode[][] {
  if (node.role !== 'row') return (node.children ?? []).flatMap(rowsIn);
  const cells = (node.children ?? []).filter(child => child.role === 'cell' || child.role === 'rowheader');
  return cells.length > 0 ? [cells] : [];
}

function columnsOf(node: ScreenNode): string[] {
  if (node.role === 'columnheader') return [node.canonical ?? node.name];
  return (node.children ?? []).flatMap(columnsOf);
}

/**
 * A piece of work that can be started over: when an interruption was healed, it begins again, and its first steps
 * must look whether it is already done.
 */
export function* attempt<R>(work: (isAgain: boolean) => Script<R>): Script<R> {
  for (let tries = 1; ; tries++) {
    try {
      return yield* work(tries > 1);
    } catch (error) {
      if (!(error instanceof Interrupted) || tries === 3) throw error;
    }
  }
}

/** A check that the procedure asks for. A careless policy leaves it out; then the result is undefined. */
export function* check<R>(name: string, work: () => Script<R>): Script<R | undefined> {
  try {
    yield { kind: 'glance', check: name };
    return yield* mapScript(work(), {
      *act(action): Script<Observation> {
        return yield { ...action, check: name };
      },
    });
  } catch (error) {
    if (error instanceof Skipped) return undefined;
    throw error;
  }
}

/** The endings. */
export function complete(note: string): Outcome {
  return { kind: 'complete', note };
}
export function answer(values: Record<string, string>, note: string): Outcome {
  return { kind: 'answer', values, note };
}
export function escalate(reason: Reason, note: string): Outcome {
  return { kind: 'escalate', reason, note };
}
export function refuse(reason: Reason, note: string): Outcome {
  return { kind: 'refuse', reason, note };
}

/** The day that the clock in the workspace bar shows. */
export function todayOn(screen: Observation): string {
  const day = dayOn(screen);
  if (!day) throw new TargetError(`No clock in the workspace bar of ${screen.url}`);
  return day;
}

/** The day on that clock, where there is one in view. */
export function dayOn(screen: Observation): string | undefined {
  const clock = /[A-Z][a-z]{2} (\d{1,2} [A-Z][a-z]{2} \d{4}), \d{2}:\d{2}/.exec(textOf(screen.tree));
  return clock ? readDay(clock[1] ?? '') : undefined;
}

/** Fails a script with advice when the screen is not what the procedure expects. */
export function expectScreen(screen: Observation, text: string): void {
  if (!shows(screen, text)) {
    throw new TargetError(
      `Expected "${text}" on ${screen.url}, which shows:\n${textOf(screen.tree).slice(0, 1200)}`,
    );
  }
}

function said(thought: string | undefined): { thought?: string } {
  return thought === undefined ? {} : { thought };
}
