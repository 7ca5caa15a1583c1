import { describe, expect, it } from 'vitest';
import { neutral } from '../../../src/cli/print.ts';

/** Every character from one code to another. */
function range(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, i) => String.fromCharCode(from + i));
}

describe('text for a terminal', () => {
  it.each([
    ['a colour', '\u001b[31mred\u001b[0m', '\\x1b[31mred\\x1b[0m'],
    ['a cleared screen', '\u001b[2J\u001b[H', '\\x1b[2J\\x1b[H'],
    ['a title of the window', '\u001b]0;owned\u0007', '\\x1b]0;owned\\x07'],
    ['a link', '\u001b]8;;http://evil.example\u001b\\here', '\\x1b]8;;http://evil.example\\x1b\\here'],
    ['a sequence in one sign', '\u009b31m', '\\x9b31m'],
    ['a line that is written over', 'failed\rpassed', 'failed\\x0dpassed'],
    ['letters that are taken back', 'no\b\bok', 'no\\x08\\x08ok'],
    ['a name that turns around', 'gnp.\u202etxt.exe', 'gnp.\\u202etxt.exe'],
    ['a name in a frame of its own', '\u2066admin\u2069', '\\u2066admin\\u2069'],
  ])('takes the power from %s', (_what, text, shown) => expect(neutral(text)).toBe(shown));

  it('leaves no control character, no turn of direction and no half of a pair, wherever it stands', () => {
    const controls = [...range(0x00, 0x1f), ...range(0x7f, 0x9f)].filter(char => !'\n\t'.includes(char));
    const marks = [...range(0x200e, 0x200f), ...range(0x2028, 0x202e), ...range(0x2066, 0x2069)];
    const halves = ['\ud800', '\udbff', '\udc00', '\udfff'];
    expect([...controls, ...marks]).toHaveLength(63 + 13);
    for (const char of [...controls, ...marks, ...halves, '\u061c']) {
      const shown = neutral(`${char}a${char}${char}\n${char}`);
      const code = char.charCodeAt(0).toString(16);
      expect(shown, code).toMatch(/^(\\[xu][0-9a-f]{2,4})a\1\1\n\1$/);
      expect(shown, code).toContain(code);
    }
  });

  it('leaves all other text alone', () => {
    for (const text of [
      'Žuži, Łukasz and Ångström',
      '李小龙 さくら 한글',
      'שלום مرحبا',
      '👍🏽 👩‍👩‍👧 🇨🇿 ✓ – “quoted” …',
      'e\u0301 n\u0303',
      'columns\tand\nlines',
      'C:\\x1b \\u202e as it is typed',
      '',
    ])
      expect(neutral(text)).toBe(text);
  });

  it('changes nothing when it is made harmless twice', () => {
    const once = neutral('\u001b[2J \u202e Žuži 李 👍');
    expect(neutral(once)).toBe(once);
  });
});
