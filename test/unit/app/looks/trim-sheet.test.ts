import { describe, expect, it } from 'vitest';
import { trimSheet } from '../../../../src/app/looks/trim-sheet.ts';

const isPrinted = (name: string): boolean => ['card', 'card__body', 'm-2', 'w-1/2'].includes(name);
const trim = (css: string): string => trimSheet(css, isPrinted);

describe('trimSheet', () => {
  it.each([
    ['a rule of an element', 'html, body { margin: 0 }'],
    ['a printed class', '.card > .card__body:hover { color: red }'],
    ['one printed selector among others', '.gone, .card { color: red }'],
    ['an escaped name', '.w-1\\/2 { width: 50% }'],
    ['what is negated', '.card:not(.gone, .lost) { color: red }'],
    ['one of several', '.card:is(.gone, .card__body), :where(.gone, .m-2) { color: red }'],
    ['a class in an attribute or a comment', '.card[data-x=".gone, .lost"] /* .gone */ { color: red }'],
    [
      'braces in strings, comments and addresses',
      '.card::before { content: "}{"; /* } */ mask: url(a\\)b{) }',
    ],
    ['at-rules that hold no rules', '@font-face { src: url(.gone) } @keyframes gone { 12.5% { top: 0 } }'],
    ['statements', '@layer base, theme; @charset "utf-8";'],
    ['conditions', '@media (min-width: 10px) { @supports (gap: 1px) { .card { gap: 1px } } }'],
    ['an empty layer, whose place counts', '@layer base {}'],
  ])('keeps %s to the byte', (_what, css) => {
    expect(trim(css)).toBe(css);
  });

  it.each([
    ['a class that is never printed', '.gone { color: red }', ''],
    ['a rule that asks for one more class', '.card.gone, .gone .card { color: red }', ''],
    ['a theme that is never chosen', ':root:where(.gone) { --a: 1 }', ''],
    ['all that a condition holds', '@media print { .gone { top: 0 } .lost { top: 0 } }', ''],
    ['nothing but that', 'a{top:0}.gone{content:"}"}.card{top:1px}', 'a{top:0}.card{top:1px}'],
    [
      'a typeface inside the sheet',
      '@font-face { src: url("data:font/woff;base64,AA") } a{top:0}',
      ' a{top:0}',
    ],
    ['a rule, but not the notice above it', '/*! Licence */ .gone { top: 0 }', '/*! Licence */'],
  ])('drops %s', (_what, css, kept) => {
    expect(trim(css)).toBe(kept);
  });
});
