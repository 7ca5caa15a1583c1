import type { StepItem } from '../answers.ts';
import { type ActFacts, actFacts } from './act.ts';
import { el, svg } from './dom.ts';
import { icon } from './icons.ts';

/** Draws an action on its screen: the box aimed at, the point, typed text, keys, a scroll, a drag, the end. */
export function drawAct(step: StepItem, focus: number[] | null): Node[] {
  const facts = actFacts(step.actionJson);
  const { width, height, x, y, targetBox } = step;
  const size = { width: Math.max(1, width), height: Math.max(1, height) };
  const aimsAtFocus = step.type === 'type' || step.type === 'key';
  const box = targetBox ?? (aimsAtFocus ? focus : null);
  const marks: Node[] = [];
  if (box) marks.push(boxMark(box, aimsAtFocus ? 'mark-focus' : 'mark-target'));
  if (x !== null && y !== null) marks.push(...pointMarks(step.type, { x, y }, facts));
  const drawing = svg('svg', {
    class: 'drawing',
    viewBox: `0 0 ${size.width} ${size.height}`,
    'aria-hidden': 'true',
  });
  drawing.append(arrowHead(), ...marks);
  const chip = chipOf(step, facts);
  if (!chip) return [drawing];
  // Beside the point, left or right of it, so that what is drawn there stays in sight.
  const beside = x !== null && y !== null ? [x + BESIDE_PX, y, x - BESIDE_PX, y - 2 * BESIDE_PX] : null;
  placeChip(chip, step.type === 'scroll' ? beside : (box ?? beside), size);
  return [drawing, chip];
}

/** A box on the screen. */
export function boxMark(box: readonly number[], className: string): SVGElement {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = box;
  const [width, height] = [Math.max(0, x2 - x1), Math.max(0, y2 - y1)];
  return svg('rect', { class: className, x: x1, y: y1, width, height, rx: 3 });
}

function arrowHead(): SVGElement {
  const tip = svg('path', { d: 'M0 0L10 5L0 10z', class: 'mark-tip' });
  const marker = { id: 'tip', viewBox: '0 0 10 10', refX: 8, refY: 5, markerWidth: 5, markerHeight: 5 };
  return svg('defs', {}, svg('marker', { ...marker, orient: 'auto' }, tip));
}

const MAX_ARROW_PX = 160;
const BESIDE_PX = 16;

function pointMarks(type: string, { x, y }: { x: number; y: number }, facts: ActFacts): SVGElement[] {
  const ring = (r: number): SVGElement => svg('circle', { class: 'mark-ring', cx: x, cy: y, r });
  const line = (dx: number, dy: number): SVGElement =>
    svg('line', { class: 'mark-line', x1: x, y1: y, x2: x + dx, y2: y + dy, 'marker-end': 'url(#tip)' });
  const dot = svg('circle', { class: 'mark-dot', cx: x, cy: y, r: 3.5 });
  if (type === 'scroll') {
    const length = Math.min(MAX_ARROW_PX, Math.max(40, facts.amountPx ?? 0));
    const [dx, dy] = DIRECTIONS[facts.direction ?? ''] ?? [0, 0];
    return [line(dx * length, dy * length), dot];
  }
  if (type === 'drag') return facts.to ? [line(facts.to.x - x, facts.to.y - y), dot] : [ring(11), dot];
  if (type === 'double_click') return [ring(11), ring(17), dot];
  return type === 'hover' ? [ring(11)] : [ring(11), dot];
}

const DIRECTIONS: Record<string, [number, number]> = {
  up: [0, -1],
  down: [0, 1],
  left: [-1, 0],
  right: [1, 0],
};

/** What a point alone does not say. */
function chipOf(step: StepItem, facts: ActFacts): HTMLElement | null {
  const chip = (...content: (Node | string)[]) => el('div', { class: 'chip' }, icon(step.type), ...content);
  switch (step.type) {
    case 'type':
      return chip(el('bdi', { class: 'chip-typed' }, facts.text ?? ''));
    case 'key':
      return el('div', { class: 'chip' }, ...keycaps(facts.keys ?? ''));
    case 'scroll':
      return chip(`${facts.direction ?? ''} ${facts.amountPx ?? ''} px`);
    case 'wait':
      return chip(`waits ${facts.ms ?? 0} ms`);
    case 'double_click':
      return chip('double click');
    case 'right_click':
      return chip('right click');
    case 'hover':
      return chip('hover');
    case 'finish':
      return finishChip(facts);
    default:
      return null;
  }
}

/** `ctrl+a` as caps of a keyboard. */
export function keycaps(keys: string): HTMLElement[] {
  const caps = keys === '+' ? ['+'] : keys.split('+').filter(Boolean);
  return caps.map(key => el('kbd', { class: 'cap' }, key.length === 1 ? key.toUpperCase() : key));
}

function finishChip({ status, reason, message, values }: ActFacts): HTMLElement {
  return el(
    'div',
    { class: 'chip chip-finish' },
    el('div', { class: 'chip-head' }, icon('finish'), status ?? 'ended', reason && el('code', {}, reason)),
    message && el('bdi', { class: 'chip-message' }, message),
    ...values.map(([name, value]) => el('div', { class: 'chip-value' }, el('b', {}, name), ` ${value}`)),
  );
}

/** Below its box, or above where there is no room; in the lower middle without one. */
function placeChip(
  chip: HTMLElement,
  box: readonly number[] | null,
  { width, height }: { width: number; height: number },
): void {
  if (!box) {
    chip.classList.add('chip-middle');
    return;
  }
  const [x1 = 0, y1 = 0, , y2 = 0] = box;
  const share = (part: number, whole: number): string =>
    `${Math.round(Math.min(1, Math.max(0, part / whole)) * 10_000) / 100}%`;
  const isLow = y2 > height * 0.82;
  const isRight = x1 > width * 0.6;
  if (isLow) chip.style.bottom = share(height - y1 + 8, height);
  else chip.style.top = share(y2 + 8, height);
  if (isRight) chip.style.right = share(width - (box[2] ?? x1), width);
  else chip.style.left = share(x1, width);
}
