import { spellMarked, spellSought } from '../../../../src/core/marked.ts';
import { describe, expect, it } from 'vitest';
import type { Act } from '../../../../src/screen/action.ts';
import type { Observation, ScreenNode } from '../../../../src/screen/observation.ts';
import { SCROLL_PX, withHand } from '../../../../src/screen/script/hand.ts';
import { findRow, isThere, isWritten, readFact, readRows } from '../../../../src/screen/script/reading.ts';
import type { Script } from '../../../../src/screen/script/script.ts';
import { button, click, look, row } from '../../../../src/screen/script/verbs.ts';
import { seenPart } from '../../../../src/screen/seen-part.ts';
import type { Place } from '../../../../src/screen/place.ts';

const VIEWPORT = { width: 1280, height: 800 };
const ROW_PX = 40;

/** A page of lines, each of a height, seen through a picture that may be scrolled. */
function longPage(lines: readonly ScreenNode[]) {
  let top = 0;
  const highest = Math.max(0, lines.length * ROW_PX - VIEWPORT.height);
  const placeOf = (y: number): Place =>
    y < top ? 'above' : y + ROW_PX > top + VIEWPORT.height ? 'below' : 'seen';
  const look = (): Observation => {
    const places = new Map<string, number>();
    const place = (node: ScreenNode, y: number): ScreenNode => {
      places.set(node.ref, y);
      const box = [0, Math.max(0, y - top), 100, Math.max(0, y - top) + ROW_PX] as const;
      const children = node.children?.map(child => place(child, y));
      return { ...node, box, hittable: placeOf(y) === 'seen', ...(children ? { children } : {}) };
    };
    const whole: ScreenNode = {
      ref: 'e1',
      role: 'document',
      name: '',
      children: joined(lines.map((line, i) => place(line, i * ROW_PX))),
    };
    const more = { above: top > 0, below: top < highest };
    const tree = seenPart(whole, ({ ref }) => placeOf(places.get(ref) ?? 0), more);
    return { url: 'http://x.example/', title: 'Long', tree, viewport: VIEWPORT };
  };
  const acts: Act[] = [];
  const perform = (act: Act): Observation => {
    acts.push(act);
    if (act.kind === 'scroll') top = Math.min(highest, Math.max(0, top + act.dy));
    return look();
  };
  return { look, perform, acts };
}

/** Rows that follow each other stand in one table. */
function joined(lines: ScreenNode[]): ScreenNode[] {
  const rows = lines.filter(({ role }) => role === 'row');
  const [first] = rows;
  if (!first) return lines;
  const members: ScreenNode = { ref: 'e500', role: 'table', name: 'Members', children: rows };
  return lines.flatMap(line => (line === first ? [members] : line.role === 'row' ? [] : [line]));
}

const text = (n: number, name: string): ScreenNode => ({ ref: `e${n}`, role: 'text', name });
const press = (n: number, name: string): ScreenNode => ({ ref: `e${n}`, role: 'button', name });
const cells = (n: number, role: string, ...names: string[]): ScreenNode => ({
  ref: `e${n}`,
  role: 'row',
  name: '',
  children: names.map((name, i) => ({ ref: `e${n + 1 + i}`, role, name })),
});
const pair = (n: number, label: string, value: string): ScreenNode => ({
  ref: `e${n}`,
  role: 'group',
  name: '',
  children: [
    { ref: `e${n + 1}`, role: 'term', name: '', children: [text(n + 2, label)] },
    { ref: `e${n + 3}`, role: 'definition', name: '', children: [text(n + 4, value)] },
  ],
});
const filler = (from: number, count: number): ScreenNode[] =>
  Array.from({ length: count }, (_, i) => text(from + i, `Line ${from + i}`));

function run<R>(script: Script<R>, lines: readonly ScreenNode[]): { result: R; acts: Act[] } {
  const page = longPage(lines);
  const acting = withHand(script, page.look());
  let next = acting.next();
  while (!next.done) next = acting.next(page.perform(next.value));
  return { result: next.value, acts: page.acts };
}

const scrolls = (acts: readonly Act[]): number[] =>
  acts.flatMap(act => (act.kind === 'scroll' ? [act.dy] : []));

describe('reading a page that is longer than its picture', () => {
  const LONG = [...filler(10, 40), pair(100, 'Owner', 'Marta Kos'), ...filler(110, 30)];

  it('scrolls until a fact is seen, and no further', () => {
    const { result, acts } = run(readFact('Owner'), LONG);
    expect(result).toBe('Marta Kos');
    expect(scrolls(acts)).toEqual([SCROLL_PX, SCROLL_PX]);
  });

  it('costs no step where the fact is in view', () => {
    expect(run(readFact('Owner'), [pair(100, 'Owner', 'Marta Kos'), ...filler(110, 90)]).acts).toEqual([]);
  });

  it('knows that something is not there at the end of the page', () => {
    const { result, acts } = run(isWritten('Terminated'), LONG);
    expect(result).toBe(false);
    expect(scrolls(acts).length).toBe(Math.ceil((LONG.length * ROW_PX - VIEWPORT.height) / SCROLL_PX));
  });

  it('reads on where it stopped, and what it has read it still knows', () => {
    function* twice(): Script<(string | boolean | undefined)[]> {
      const owner = yield* readFact('Owner');
      return [owner, yield* isWritten('Line 12'), yield* isWritten('Line 130'), yield* readFact('Owner')];
    }
    const { result, acts } = run(twice(), LONG);
    expect(result).toEqual(['Marta Kos', true, true, 'Marta Kos']);
    expect(scrolls(acts).every(dy => dy > 0)).toBe(true);
  });

  it('reads a table to its end, by the heads of its columns', () => {
    const rows = Array.from({ length: 30 }, (_, i) => cells(200 + 5 * i, 'cell', `u${i}`, `Name ${i}`));
    const lines = [cells(190, 'columnheader', 'User', 'Name'), ...rows, ...filler(600, 40)];
    const { result, acts } = run(readRows('Members'), lines);
    expect(result.length).toBe(30);
    expect(result.at(-1)).toEqual({ User: 'u29', Name: 'Name 29' });
    expect(scrolls(acts)).toEqual([SCROLL_PX]);
    expect(run(findRow('u28'), lines).result).toEqual({ User: 'u28', Name: 'Name 28' });
    expect(run(readRows('Leavers'), lines).result).toEqual([]);
  });

  it('reads upward in words for it, whatever it says on the way down', () => {
    function* fromTheEnd(): Script<boolean> {
      yield { kind: 'scroll', at: { x: 640, y: 400 }, dx: 0, dy: 100 * ROW_PX };
      yield { kind: 'key', keys: 'tab' };
      return yield* isWritten('Terminated');
    }
    const [, , ...acts] = run(fromTheEnd(), LONG).acts;
    const thoughts = acts.flatMap(act => ('thought' in act ? [String(act.thought)] : []));
    expect(scrolls(acts).every(dy => dy < 0)).toBe(true);
    expect(thoughts.length).toBeGreaterThan(1);
    expect(
      thoughts.filter(thought => /further down|goes on/.test(thought) || !/above/.test(thought)),
    ).toEqual([]);
  });

  it('says at each turn of the wheel how far the picture goes', () => {
    const thoughts = run(click(button('Save')), [...filler(10, 60), press(100, 'Save')]).acts.flatMap(act =>
      act.kind === 'scroll' && 'thought' in act ? [act.thought] : [],
    );
    const said = (isKnown: boolean): string =>
      spellMarked(
        spellSought(String(thoughts[0]), () => isKnown),
        label => label,
      );
    expect(said(true)).toBe(
      'The picture ends at “Line 29”. The button “Save” has to be somewhere else on this page.',
    );
    expect(said(false)).toBe(
      'The picture ends at “Line 29”. The button that I need has to be somewhere else on this page.',
    );
    expect(new Set(thoughts).size).toBe(thoughts.length);
    expect(thoughts.length).toBeGreaterThan(2);
  });

  it('brings into view what it aims at: further down, or seen before and above', () => {
    const lines = [press(5, 'Edit'), ...filler(10, 60), press(100, 'Save'), ...filler(110, 10)];
    function* both(): Script<boolean> {
      yield* isThere(button('Save'));
      yield* isThere(button('Edit'));
      yield* click(button('Edit'));
      yield* click(button('Save'));
      return (yield* look()).tree.moreAbove ?? false;
    }
    const { result, acts } = run(both(), lines);
    expect(result).toBe(true);
    const kinds = acts.map(act => (act.kind === 'scroll' ? Math.sign(act.dy) : act.kind));
    expect(kinds.join(' ')).toMatch(/^1( 1)* -1( -1)* click 1( 1)* click$/);
  });

  it('gives up at the end of the page on what is not there', () => {
    const { acts } = run(click(button('Delete')), LONG);
    expect(acts.at(-1)).toMatchObject({ kind: 'click' });
    expect(scrolls(acts).length).toBeLessThan(10);
  });

  it('finds the row that a control stands in', () => {
    const rows = Array.from({ length: 30 }, (_, i) => cells(200 + 5 * i, 'cell', `u${i}`, `Name ${i}`));
    expect(run(isThere(row('u29')), [...filler(10, 30), ...rows]).result).toBe(true);
  });
});
