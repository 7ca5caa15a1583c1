import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explain } from '../../../src/core/errors.ts';
import { readChord } from '../../../src/screen/keys.ts';
import type { Action } from '../../../src/screen/action.ts';
import {
  ESCALATE_REASONS,
  OUTCOME_KINDS,
  type Outcome,
  REFUSE_REASONS,
} from '../../../src/screen/outcome.ts';
import { readMove } from '../../../src/screen/wire.ts';

const within = { role: 'row', name: 'E100002' };
const ACTS: Action[] = [
  { kind: 'click', at: { role: 'button', name: 'Save' } },
  { kind: 'double_click', at: { x: 3, y: 4.5 } },
  { kind: 'right_click', at: { role: 'link', name: 'Ana', within } },
  { kind: 'hover', at: { x: 0, y: 0 } },
  { kind: 'type', text: 'Žółć 👍' },
  { kind: 'key', keys: 'ctrl+a' },
  { kind: 'scroll', at: { x: 1, y: 1 }, dx: 0, dy: -300 },
  { kind: 'drag', from: { x: 1, y: 1 }, to: within },
  { kind: 'wait', ms: 1000 },
];
const OUTCOMES: Outcome[] = [
  { kind: 'complete', note: '' },
  { kind: 'answer', note: 'Counted.', values: { count: '3' } },
  { kind: 'escalate', note: 'Nobody approved it.', reason: 'APPROVAL_MISSING' },
  { kind: 'refuse', note: 'Done before.', reason: 'DUPLICATE' },
];

const problemOf = (value: unknown): string => {
  const read = readMove(value);
  return read.is === 'problem' ? explain(read.problem.what, read.problem) : '';
};

describe('a move on the wire', () => {
  it.each(ACTS)('is the act that was sent: $kind', act => {
    expect(readMove(JSON.parse(JSON.stringify(act)))).toEqual({ is: 'act', act });
  });

  it.each(OUTCOMES)('is the ending that was sent: $kind', outcome => {
    expect(readMove(JSON.parse(JSON.stringify(outcome)))).toEqual({ is: 'outcome', outcome });
  });

  it('is an act or an ending by its kind, whatever else it carries', () => {
    expect(readMove({ ...ACTS[0], note: 'a first look', values: {} }).is).toBe('act');
    expect(readMove({ ...OUTCOMES[0], at: { x: 1, y: 1 }, text: 'x' }).is).toBe('outcome');
  });

  it('may aim by the ref of an element, which is a target like any other', () => {
    const at = { role: '', name: '', ref: 'e7' };
    expect(readMove({ kind: 'click', at: { ref: 'e7' } })).toEqual({ is: 'act', act: { kind: 'click', at } });
    expect(readMove({ kind: 'drag', from: { ref: 'e7' }, to: { x: 1, y: 1 } })).toMatchObject({
      act: { from: at, to: { x: 1, y: 1 } },
    });
  });

  it('takes a number as an answer by its text, and a list by its members', () => {
    const values = { count: 3, share: 0.5, name: 'Ana', both: ['E1', 2] };
    expect(readMove({ kind: 'answer', note: '', values })).toMatchObject({
      outcome: { values: { count: '3', share: '0.5', name: 'Ana', both: 'E1, 2' } },
    });
  });
});

describe('what is no move', () => {
  const wrong: [what: string, value: unknown, words: RegExp][] = [
    ['a bigint', 5n, /^Not an action: "5n"/],
    ['a bigint in a point', { kind: 'click', at: { x: 1n, y: 2n } }, /^Not an aim in "at": \{"x":"1n"/],
    ['a bigint as kind', { kind: 10n }, /^Not a kind of action: "10n"/],
    ['nearly a kind', { kind: 'clik' }, /^Not a kind of action: "clik"\. Did you mean "click"\?/],
    ['a ref that is no text', { kind: 'click', at: { ref: 7 } }, /^Not an aim in "at"/],
    ['a ref as the place', { kind: 'click', at: { ...within, within: { ref: 'e1' } } }, /^Not an aim/],
    ['a symbol', Symbol('x'), /^Not an action: Symbol\(x\)/],
    ['a name of every object', { kind: 'constructor' }, /^Not a kind of action: "constructor"/],
    ['an ending without a note', { kind: 'complete' }, /^Not a text in "note": nothing/],
    ['a note of half a character', { kind: 'complete', note: 'a\ud83d' }, /^Not a text in "note"/],
    [
      'an answer of a list of lists',
      { kind: 'answer', note: '', values: { n: [[1]] } },
      /to "n" in "values"[\s\S]*a number, or a list/,
    ],
    ['an answer of no number', { kind: 'answer', note: '', values: { n: Number.NaN } }, /to "n" in "values"/],
    ['answers in a list', { kind: 'answer', note: '', values: ['3'] }, /^Not an object in "values"/],
    ['an unknown reason', { kind: 'refuse', note: '', reason: 'BECAUSE' }, /"BECAUSE"[\s\S]*DUPLICATE/],
    ['a reason of another ending', { kind: 'escalate', note: '', reason: 'DUPLICATE' }, /NO_OWNER/],
    [
      'a reason where none belongs',
      { kind: 'complete', note: '', reason: 'NO_OWNER' },
      /only escalate and refuse/,
    ],
  ];
  it.each(wrong)('is reported in words: %s', (_what, value, words) => {
    expect(problemOf(value)).toMatch(words);
    expect(problemOf(value)).toMatch(/\n {2}allowed {2}\S/);
  });

  it('is told all kinds, the endings among them', () => {
    for (const kind of [...ACTS, ...OUTCOMES].map(move => move.kind)) expect(problemOf({})).toContain(kind);
    expect(OUTCOMES.map(({ kind }) => kind)).toEqual([...OUTCOME_KINDS]);
    for (const reason of ESCALATE_REASONS) {
      expect(problemOf({ kind: 'escalate', note: '', reason: 'X' })).toContain(reason);
    }
    expect(
      REFUSE_REASONS.every(reason => readMove({ kind: 'refuse', note: '', reason }).is === 'outcome'),
    ).toBe(true);
  });

  it('is said back in short', () => {
    const long = 'z'.repeat(50_000);
    const values: unknown[] = [
      long,
      { kind: long },
      { kind: 'click', at: long },
      { kind: 'refuse', note: '', reason: long },
    ];
    for (const value of values) expect(problemOf(value).length).toBeLessThan(800);
  });

  it('is a target in a target without end', () => {
    const endless: Record<string, unknown> = { role: 'row', name: 'x' };
    endless.within = endless;
    expect(problemOf({ kind: 'click', at: endless })).toMatch(
      /^Not an aim in "at": a value that JSON cannot hold/,
    );
  });

  it('is never thrown', () => {
    const kinds = [...ACTS, ...OUTCOMES].map(move => move.kind);
    const members = fc.dictionary(
      fc.constantFrom('at', 'from', 'to', 'text', 'keys', 'dx', 'dy', 'ms', 'note', 'reason', 'values'),
      fc.anything({ withBigInt: true, withNullPrototype: true }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...kinds, 'glance'), members, (kind, rest) => {
        expect(['act', 'outcome', 'problem']).toContain(readMove({ ...rest, kind }).is);
      }),
    );
  });
});

describe('keys on the wire', () => {
  const spellings: [written: string, name: string][] = [
    ['Page_Down', 'pagedown'],
    ['page down', 'pagedown'],
    ['PageDown', 'pagedown'],
    ['Return', 'enter'],
    ['KP_Enter', 'enter'],
    ['ctrl v', 'ctrl+v'],
    ['ctrl + v', 'ctrl+v'],
    ['ctrl-v', 'ctrl+v'],
    ['Control_L+v', 'ctrl+v'],
    ['ControlLeft+KeyV', 'ctrl+v'],
    ['cmd+a', 'ctrl+a'],
    ['super+l', 'meta+l'],
    ['KeyA', 'a'],
    ['Digit1', '1'],
    ['A', 'shift+a'],
    ['ctrl+A', 'ctrl+a'],
    ['shift+ctrl+z', 'ctrl+shift+z'],
    ['+', '+'],
    ['-', '-'],
    ['ctrl++', 'ctrl++'],
    ['ctrl+-', 'ctrl+-'],
    [' ', 'space'],
    ['ArrowLeft', 'left'],
    ['BackSpace', 'backspace'],
    ['F5', 'f5'],
  ];
  it.each(spellings)('are known as models write them: %s', (keys, name) => {
    expect(readChord(keys)?.name).toBe(name);
    expect(readMove({ kind: 'key', keys }).is).toBe('act');
  });

  it.each(['', '  ', 'ctrl+', 'ctrl', '+a', 'hyper+q', 'tab tab', 'constructor'])(
    'are reported when there are none: "%s"',
    keys => {
      expect(problemOf({ kind: 'key', keys })).toMatch(/^Key not known: .*\n {2}allowed {2}enter, tab/);
    },
  );
});
