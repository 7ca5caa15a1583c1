import { clip } from '../core/clip.ts';
import type { Aim } from './action.ts';

const KINDS = 'click, double_click, right_click, hover, type, key, scroll, drag, wait';
const AIMS = 'a target { role, name } or a point { x, y }';

/**
 * The most that goes in at once, more than any text of a company. A browser lays a megabyte out for minutes and would
 * count as hung, but whoever acts may say anything, and that is no trouble of the machine.
 */
const LONGEST_TEXT = 16_384;

/**
 * What is wrong with something that should be an act, or undefined. Whoever acts may be a model that answers anything:
 * that is told to it, and is never a crash.
 */
export function problemOfAct(value: unknown): string | undefined {
  if (!isObject(value)) return say('Not an action', value, KINDS);
  const act = value as Partial<Record<string, unknown>>;
  switch (act.kind) {
    case 'click':
    case 'double_click':
    case 'right_click':
    case 'hover':
      return problemOfAim('at', act.at);
    case 'scroll':
      return problemOfAim('at', act.at) ?? problemOfNumber('dx', act.dx) ?? problemOfNumber('dy', act.dy);
    case 'drag':
      return problemOfAim('from', act.from) ?? problemOfAim('to', act.to);
    case 'type':
      return problemOfText('text', act.text) ?? problemOfLength(String(act.text));
    case 'key':
      return problemOfText('keys', act.keys);
    case 'wait':
      return problemOfNumber('ms', act.ms);
    default:
      return say('Not a kind of action', act.kind, KINDS);
  }
}

function problemOfAim(part: string, value: unknown): string | undefined {
  return isAim(value) ? undefined : say(`Not an aim in "${part}"`, value, AIMS);
}

function isAim(value: unknown): value is Aim {
  if (!isObject(value)) return false;
  const { role, name, within, x, y } = value as Partial<Record<string, unknown>>;
  if ('role' in value || 'name' in value) {
    return isText(role) && isText(name) && (within === undefined || isAim(within));
  }
  return Number.isFinite(x) && Number.isFinite(y);
}

function problemOfNumber(part: string, value: unknown): string | undefined {
  return Number.isFinite(value) ? undefined : say(`Not a number in "${part}"`, value, 'a finite number');
}

function problemOfText(part: string, value: unknown): string | undefined {
  return isText(value) ? undefined : say(`Not a text in "${part}"`, value, 'a text of whole characters');
}

/** Half of a character is no text: no page and no file can hold it. */
function isText(value: unknown): value is string {
  return typeof value === 'string' && value.isWellFormed();
}

/** What is wrong with the length of a text that is typed or pasted. */
export function problemOfLength({ length }: string): string | undefined {
  if (length <= LONGEST_TEXT) return undefined;
  return `Text too long: ${length} characters\n  allowed  ${LONGEST_TEXT} at once`;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function say(what: string, value: unknown, allowed: string): string {
  return `${what}: ${clip(JSON.stringify(value) ?? String(value), 80)}\n  allowed  ${allowed}`;
}
