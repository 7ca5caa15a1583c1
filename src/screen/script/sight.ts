import type { Act, Action, Aim, Target } from '../action.ts';
import { findAll, textOf } from '../find.ts';
import type { Observation, ScreenNode } from '../observation.ts';
import { INTERACTIVE } from '../roles.ts';

/** What a policy can know by looking at a screen. */

/** Roles of fields that take text. */
const TEXT_ROLES: ReadonlySet<string> = new Set(['textbox', 'searchbox']);

/** Roles of fields that hold what somebody puts into them. */
const FIELD_ROLES: ReadonlySet<string> = new Set([...TEXT_ROLES, 'combobox', 'spinbutton']);

const MARKS = ['check', 'isRecovery', 'isDetection', 'mistake', 'label'] as const;

/** What an action stands for in the record, beside its act and its thought: whatever is done for it stands for the same. */
export function marksOf(action: Action): Pick<Action, (typeof MARKS)[number]> {
  return Object.fromEntries(
    MARKS.flatMap(mark => (action[mark] === undefined ? [] : [[mark, action[mark]]])),
  );
}

/** Where an act points, if it points anywhere by name. */
export function targetsOf(act: Act): Target[] {
  const aims: Aim[] = 'at' in act ? [act.at] : act.kind === 'drag' ? [act.from, act.to] : [];
  return aims.flatMap(aim => ('role' in aim ? [aim] : []));
}

/** Whether the screen holds everything that an act points at, once each. */
export function canDo(screen: Observation, act: Act): boolean {
  return targetsOf(act).every(target => findAll(screen.tree, target).length === 1);
}

const listed = new WeakMap<ScreenNode, readonly ScreenNode[]>();

/** All nodes of a screen in reading order. Every habit and thought asks for them: a tree is walked once. */
export function nodesOf(tree: ScreenNode): readonly ScreenNode[] {
  const known = listed.get(tree);
  if (known) return known;
  const nodes: ScreenNode[] = [];
  const walk = (node: ScreenNode): void => {
    nodes.push(node);
    for (const child of node.children ?? []) walk(child);
  };
  walk(tree);
  listed.set(tree, nodes);
  return nodes;
}

const texts = new WeakMap<ScreenNode, string>();

/** All text of a screen in reading order. Memory, rules and evidence ask for it: a tree is read once. */
export function textOn({ tree }: Observation): string {
  const known = texts.get(tree);
  if (known !== undefined) return known;
  const text = textOf(tree);
  texts.set(tree, text);
  return text;
}

const printed = new WeakMap<ScreenNode, string>();

/**
 * What a screen says by itself, in reading order: all text but what stands in fields, for anybody can type that. What can't
 * be changed in a field is said by the screen.
 */
export function printedOn({ tree }: Observation): string {
  const known = printed.get(tree);
  if (known !== undefined) return known;
  const text = nodesOf(tree)
    .flatMap(node => [node.name, isTyped(node) ? '' : node.value, node.description])
    .filter(Boolean)
    .join('\n');
  printed.set(tree, text);
  return text;
}

function isTyped({ role, readonly, disabled }: ScreenNode): boolean {
  return FIELD_ROLES.has(role) && !readonly && !disabled;
}

/** The controls of a screen that a hand can use now, in reading order. */
export function controlsOf(tree: ScreenNode): ScreenNode[] {
  return nodesOf(tree).filter(node => INTERACTIVE.has(node.role) && !node.disabled);
}

/** The one node that an aim names, or undefined. */
export function nodeAt(screen: Observation, aim: Aim): ScreenNode | undefined {
  if (!('role' in aim)) return undefined;
  const found = findAll(screen.tree, aim);
  return found.length === 1 ? found[0] : undefined;
}

/** A target that names this node and no other, or undefined. */
export function targetOf(screen: Observation, node: ScreenNode): Target | undefined {
  const target = { role: node.role, name: node.canonical ?? node.name };
  if (target.name === '') return undefined;
  const found = findAll(screen.tree, target);
  return found.length === 1 && found[0] === node ? target : undefined;
}

/** Whether a node is a field that takes text. */
export function isTextField(node: ScreenNode): boolean {
  return TEXT_ROLES.has(node.role) && !node.readonly && !node.disabled;
}

/** The control that has the focus, if any. */
export function focusedOn(screen: Observation): ScreenNode | undefined {
  return nodesOf(screen.tree).find(node => node.focused);
}

/** The console that an address belongs to: its host. */
export function hostOf({ url }: { url: string }): string {
  return url.split('/')[2] ?? '';
}

/** The button that an act presses, by its name. */
export function pressedButton(act: Act): string | undefined {
  if (act.kind !== 'click' || !('role' in act.at)) return undefined;
  return act.at.role === 'button' ? act.at.name : undefined;
}

/** Whether an act presses a button that may keep what was filled in: one that does not only look something up. */
export function isSave(act: Act, lookUps: readonly string[]): boolean {
  const button = pressedButton(act);
  return button !== undefined && !lookUps.includes(button);
}
