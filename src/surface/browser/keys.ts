import { echo } from '../../core/echo.ts';

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

const ALIASES: Record<string, string> = {
  return: 'enter',
  esc: 'escape',
  del: 'delete',
  arrowleft: 'left',
  arrowup: 'up',
  arrowright: 'right',
  arrowdown: 'down',
  control: 'ctrl',
  cmd: 'meta',
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

/** Reads `ctrl+a`, `shift+tab`, `enter`. Undefined when a key is not known. */
export function readChord(keys: string): Chord | undefined {
  const parts = (
    keys === '+' || keys.endsWith('++')
      ? [...keys.slice(0, -1).split('+').filter(Boolean), '+']
      : keys.split('+')
  )
    .map(part => part.trim().toLowerCase() || ' ')
    .map(part => own(ALIASES, part) ?? part);
  const last = parts.at(-1) ?? '';
  const held = [...new Set(parts.slice(0, -1))].sort();
  if (held.some(part => own(MODIFIERS, part) === undefined)) return undefined;
  const modifiers = held.reduce((bits, part) => bits | (own(MODIFIERS, part) ?? 0), 0);
  const key = keyOf(last, held.includes('shift'));
  if (!key) return undefined;
  const name = [...held, last].join('+');
  const command = own(COMMANDS, name);
  // With ctrl, alt or meta a letter is a command, not text.
  const { text, ...silent } = key;
  const typed = modifiers & 7 ? silent : key;
  return { key: text === undefined ? key : typed, modifiers, name, ...(command ? { command } : {}) };
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

/** Words for keys that no hand can press. */
export function unknownKeys(keys: string): string {
  return `Key not known: ${echo(keys)}\n  allowed  ${KEY_NAMES.join(', ')}`;
}

/** The names of keys, for messages. */
const KEY_NAMES: readonly string[] = [
  ...Object.keys(NAMED),
  'f1…f12',
  'letters',
  'digits',
  'with ctrl+ shift+ alt+ meta+ before',
];
