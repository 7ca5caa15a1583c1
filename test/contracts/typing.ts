import type { Act, Target } from '../../src/screen/action.ts';

/** Keys and texts in a field, and what a browser's field holds afterwards: so it is on any surface that can do them. */
export interface Typing {
  title: string;
  into: Target;
  acts: readonly Act[];
  value: string;
  /** Part of the address that the acts lead to, where they send the form. */
  leadsTo?: string;
}

const SEARCH: Target = { role: 'searchbox', name: 'Search' };
const NAME: Target = { role: 'textbox', name: 'Name' };
const NOTE: Target = { role: 'textbox', name: 'Note' };

/** Words with a key in angle brackets: `abc<home>X`. */
function actsOf(written: string): Act[] {
  return written
    .split(/(<[^>]*>)/)
    .filter(part => part !== '')
    .map(part =>
      part.startsWith('<') ? { kind: 'key', keys: part.slice(1, -1) } : { kind: 'type', text: part },
    );
}

const inSearch = (written: string, value: string): Typing => ({
  title: written,
  into: SEARCH,
  acts: actsOf(written),
  value,
});
const inNote = (written: string, value: string): Typing => ({ ...inSearch(written, value), into: NOTE });
const pasted = (text: string, value: string): Typing => ({
  title: JSON.stringify(text),
  into: SEARCH,
  acts: [{ kind: 'type', text }],
  value,
});

export const TYPINGS: readonly Typing[] = [
  inSearch('abc', 'abc'),
  inSearch('abc<home>X', 'Xabc'),
  inSearch('abc<Home>X<End>Y', 'XabcY'),
  inSearch('abc<left><backspace>', 'ac'),
  inSearch('abc<left><delete>', 'ab'),
  inSearch('abc<delete>', 'abc'),
  inSearch('abc<home><backspace>', 'abc'),
  inSearch('abc<left><left>X<right>Y', 'aXbYc'),
  inSearch('abc<shift+home>X', 'X'),
  inSearch('abc<home><shift+end>X', 'X'),
  inSearch('abc<shift+left><shift+left>X', 'aX'),
  inSearch('abc<home><shift+right>X', 'Xbc'),
  inSearch('abc<shift+left><left>X', 'abXc'),
  inSearch('abc<home><shift+right><right>X', 'aXbc'),
  inSearch('abc<shift+left><backspace>', 'ab'),
  inSearch('abc<shift+home><delete>', ''),
  inSearch('abc<ctrl+a>X', 'X'),
  inSearch('abc<ctrl+a><backspace>', ''),
  inSearch('abc<cmd+a>X', 'X'),
  inSearch('abc<ctrl a>X', 'X'),
  inSearch('abc<Control_L+a>X', 'X'),
  inSearch('abc<ctrl-a>X', 'X'),
  inSearch('abc<ctrl+A>X', 'X'),
  inSearch('abc<ctrl+a><ctrl+c><end><ctrl+v>', 'abcabc'),
  inSearch('abc<ctrl+a><ctrl+x>', ''),
  inSearch('abc<ctrl+a><ctrl+x><ctrl+v><ctrl+v>', 'abcabc'),
  inSearch('abc<shift+left><ctrl+c><home><ctrl+v>', 'cabc'),
  inSearch('abc<escape>', ''),
  inSearch('abc<Esc>X', 'X'),
  inSearch('ab<space>c', 'ab c'),
  inSearch('<KeyA><shift+b><C><1><.>', 'aBC1.'),
  inSearch('a👍<backspace>', 'a'),
  inSearch('a👍<left>X', 'aX👍'),
  inSearch('👍b<home><delete>', 'b'),
  inSearch('Žółć<BackSpace>', 'Žół'),
  inSearch('abc<tab>X', 'abc'),
  inSearch('abc<shift+tab>X', 'abc'),
  inSearch('abc<tab><shift+tab>X', 'X'),
  inSearch('abc<f2>X', 'abcX'),
  inSearch('abc<pagedown>X', 'abcX'),
  inSearch('abc<up>X', 'Xabc'),
  inSearch('abc<ctrl+z>', ''),
  inSearch('abc<ctrl+left>X', 'Xabc'),
  inSearch('abc<ctrl+backspace>', ''),
  inNote('abc<enter>def', 'abc\ndef'),
  inNote('abc<left><enter>X', 'ab\nXc'),
  inNote('abc<left><left><delete>', 'ac'),
  inNote('abc<ctrl+a>X', 'X'),
  inNote('abc<home>X', 'Xabc'),
  inNote('one\r\ntwo\nthree\rfour', 'one\ntwo\nthree\nfour'),
  inNote('one\ttwo', 'one'),
  pasted('laptop\tmore', 'laptop'),
  pasted('\t', ''),
  { ...pasted('laptop\nmore', ''), leadsTo: 'q=laptop' },
  { ...pasted('laptop\r\n', ''), leadsTo: 'q=laptop' },
  { ...inSearch('lap<Return>', ''), leadsTo: 'q=lap' },
  { ...inSearch('lap<KP_Enter>', ''), leadsTo: 'q=lap' },
  { ...inSearch('<end> Kovač', 'Ana Kovač'), into: NAME },
  { ...inSearch('<ctrl+a><delete>Bo', 'Bo'), into: NAME },
];
