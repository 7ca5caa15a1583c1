import { echo } from '../core/echo.ts';

/** One key as the browser wants it. */
export interface Key {
  key: string;
  code: string;
  /** Windows virtual key code. */
  keyCode: number;
  /** What it types, if anything. */
  text?: string;
}

/** Keys held down: bits as the browser counts them. */
const MODIFIERS: Record<string, number> = { alt: 1, ctrl: 2, meta: 4, shift: 8 };

const NAMED: Record<string, Key> = {
  enter: { key: 'Enter', code: 'Enter', keyCode: 13, text: '\r' },
  tab: { key: 'Tab', code: 'Tab', keyCode: 9 },
  escape: { key: 'Escape', code: 'Escape', keyCode: 27 },
  backspace: { key: 'Backspace', code: 'Backspace', keyCode: 8 },
  delete: { key: 'Delete', code: 'Delete', keyCode: 46 },
  space: { key: ' ', code: 'Space', keyCode: 32, text: ' ' },
  left: { key: 'ArrowLeft', code: 'ArrowLeft', keyCode: 37 },
  up: { key: 'ArrowUp', code: 'ArrowUp', keyCode: 38 },
  right: { key: 'ArrowRight', code: 'ArrowRight', keyCode: 39 },
  down: { key: 'ArrowDown', code: 'ArrowDown', keyCode: 40 },
  home: { key: 'Home', code: 'Home', keyCode: 36 },
  end: { key: 'End', code: 'End', keyCode: 35 },
  pageup: { key: 'PageUp', code: 'PageUp', keyCode: 33 },
  pagedown: { key: 'PageDown', code: 'PageDown', keyCode: 34 },
};

/** Spellings of models, of X and of the DOM, without case, blanks, `_` and `-`. */
const ALIASES: Record<string, string> = {
  return: 'enter',
  kpenter: 'enter',
  numpadenter: 'enter',
  esc: 'escape',
  del: 'delete',
  bksp: 'backspace',
  spacebar: 'space',
  arrowleft: 'left',
  arrowup: 'up',
  arrowright: 'right',
  arrowdown: 'down',
  pgup: 'pageup',
  prior: 'pageup',
  pgdn: 'pagedown',
  pgdown: 'pagedown',
  next: 'pagedown',
  control: 'ctrl',
  // The keyboard here has no such key: what is meant is the key that it stands for elsewhere.
  cmd: 'ctrl',
  command: 'ctrl',
  option: 'alt',
  opt: 'alt',
  super: 'meta',
  win: 'meta',
  windows: 'meta',
};

/** What the editor of a field does for a combination, by its own name. */
const COMMANDS: Record<string, string> = {
  'ctrl+a': 'selectAll',
  'ctrl+z': 'undo',
  'ctrl+shift+z': 'redo',
  'ctrl+y': 'redo',
};

/** A combination of keys, ready to press. */
export interface Chord {
  key: Key;
  modifiers: number;
  command?: string;
  /** In the spelling of this module: modifiers in alphabetical order, then the key. */
  name: string;
}

/**
 * Reads `ctrl+a`, `shift+tab`, `enter`, and the spellings that others use: `Page_Down`, `Return`, `ctrl v`, `KeyA`,
 * `Control_L-c`. Undefined when a key is not known, or when there is none after what is held.
 */
export function readChord(keys: string): Chord | undefined {
  const parts = partsOf(keys);
  const last = parts.at(-1) ?? '';
  const held = [...new Set(parts.slice(0, -1).map(part => part.toLowerCase()))].sort();
  if (held.some(part => own(MODIFIERS, part) === undefined)) return undefined;
  // A capital alone is that letter; with ctrl or alt before it, it is only written so.
  if (held.length === 0 && /^[A-Z]$/.test(last)) held.push('shift');
  const modifiers = held.reduce((bits, part) => bits | (own(MODIFIERS, part) ?? 0), 0);
  const name = last.toLowerCase();
  const key = keyOf(name, held.includes('shift'));
  if (!key) return undefined;
  const chord = [...held, name].join('+');
  const command = own(COMMANDS, chord);
  // With ctrl, alt or meta a letter is a command, not text.
  const { text, ...silent } = key;
  const typed = modifiers & 7 ? silent : key;
  return { key: text === undefined ? key : typed, modifiers, name: chord, ...(command ? { command } : {}) };
}

/** The keys of a combination by their names here, in the order of pressing. */
function partsOf(keys: string): string[] {
  if (keys === ' ') return ['space'];
  const text = keys.trim();
  // `Page Down` and `Caps_Lock` are one key; `ctrl v` is two.
  const whole = nameOf(text);
  if (text.length <= 1 || isKnown(whole)) return [text.length <= 1 ? text : whole];
  const isPlus = text.endsWith('++');
  const parts = (isPlus ? text.slice(0, -2) : text).split(/\s*\+\s*|\s+|(?<=\w)-(?=.)/);
  return [...parts, ...(isPlus ? ['+'] : [])].map(part => (part.length === 1 ? part : nameOf(part)));
}

function nameOf(written: string): string {
  const bare = written.toLowerCase().replace(/[\s_-]/g, '');
  const side = /^(ctrl|control|shift|alt|meta|super)(?:l|r|left|right)$/.exec(bare)?.[1] ?? bare;
  const name = /^(?:key|digit|numpad)([a-z0-9])$/.exec(side)?.[1] ?? side;
  return own(ALIASES, name) ?? name;
}

function isKnown(name: string): boolean {
  return own(NAMED, name) !== undefined || /^f([1-9]|1[0-2])$/.test(name) || /^[a-z0-9]$/.test(name);
}

/** A member that was written here: names come from whoever acts, and `constructor` is no key. */
function own<T>(table: Record<string, T>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

function keyOf(name: string, isShifted: boolean): Key | undefined {
  const named = own(NAMED, name);
  if (named) return named;
  const f = /^f([1-9]|1[0-2])$/.exec(name);
  if (f) return { key: name.toUpperCase(), code: name.toUpperCase(), keyCode: 111 + Number(f[1]) };
  if (/^[a-z]$/.test(name)) {
    const text = isShifted ? name.toUpperCase() : name;
    return { key: text, code: `Key${name.toUpperCase()}`, keyCode: name.toUpperCase().charCodeAt(0), text };
  }
  if (/^[0-9]$/.test(name))
    return { key: name, code: `Digit${name}`, keyCode: name.charCodeAt(0), text: name };
  return name.length === 1 ? { key: name, code: '', keyCode: 0, text: name } : undefined;
}

/** The names of keys, for messages. */
export const KEY_NAMES = [
  ...Object.keys(NAMED),
  'f1…f12',
  'one letter, digit or sign',
  'with ctrl+ shift+ alt+ meta+ before',
].join(', ');

/** Words for keys that no hand can press. */
export function unknownKeys(keys: string): string {
  return `Key not known: ${echo(keys)}\n  allowed  ${KEY_NAMES}`;
}
