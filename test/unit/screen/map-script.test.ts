import { describe, expect, it } from 'vitest';
import type { Action } from '../../../src/screen/action.ts';
import type { Observation } from '../../../src/screen/observation.ts';
import { withHand } from '../../../src/screen/script/hand.ts';
import { mapScript, stop } from '../../../src/screen/script/map-script.ts';
import { saying } from '../../../src/screen/script/saying.ts';
import { GLANCE, isGlance, type Move, type Script } from '../../../src/screen/script/script.ts';
import { check, look, press, Skipped } from '../../../src/screen/script/verbs.ts';

/** The `n`-th screen of a walk over screens. */
const screen = (n: number): Observation => ({
  url: `http://x.example/${n}`,
  title: String(n),
  tree: { ref: 'e1', role: 'document', name: '' },
  viewport: { width: 1280, height: 800 },
});

/** Acts a script out over screens 0, 1, 2 …: what was pressed, and what it returned. */
function run<R>(script: Script<R>): { keys: string[]; acts: Action[]; result: R } {
  const acts: Action[] = [];
  const acting = withHand(script, screen(0));
  let next = acting.next();
  while (!next.done) {
    acts.push(next.value);
    next = acting.next(screen(acts.length));
  }
  return { keys: acts.map(act => ('keys' in act ? act.keys : act.kind)), acts, result: next.value };
}

function* pressing(...keys: string[]): Script<string> {
  let last = yield* look();
  for (const each of keys) last = yield* press(each);
  return last.title;
}

describe('mapScript', () => {
  it('acts as written where nothing is said', () => {
    expect(run(mapScript(pressing('a', 'b'), {}))).toMatchObject({ keys: ['a', 'b'], result: '2' });
  });

  it('does an act in other ways, or not at all, and counts what was written', () => {
    const seen: [number, string][] = [];
    const mapped = mapScript(pressing('a', 'b', 'c'), {
      *act(action, moment): Script<Observation> {
        seen.push([moment.index, moment.screen.title]);
        if (moment.index === 1) return moment.screen;
        yield action;
        return yield { kind: 'key', keys: 'tab' };
      },
    });
    expect(run(mapped)).toMatchObject({ keys: ['a', 'tab', 'c', 'tab'], result: '4' });
    expect(seen).toEqual([
      [0, '0'],
      [1, '2'],
      [2, '2'],
    ]);
  });

  it('shows other screens than there are, glances included', () => {
    const titles: string[] = [];
    function* reading(): Script<void> {
      titles.push((yield* look()).title, (yield* press('a')).title, (yield* look()).title);
    }
    const mapped = mapScript(reading(), { show: seen => ({ ...seen, title: `${seen.title}!` }) });
    expect(run(mapped).keys).toEqual(['a']);
    expect(titles).toEqual(['0!', '1!', '1!']);
  });

  it('ends a script from outside, which puts its things in order with acts of its own', () => {
    const done: string[] = [];
    function* careful(): Script<string> {
      try {
        return yield* pressing('a', 'b');
      } finally {
        yield* press('escape');
        done.push('in order');
      }
    }
    const mapped = mapScript(careful(), {
      *act(action, { index }): Script<Observation | { stopped: string }> {
        return index === 1 ? stop('ended') : yield action;
      },
    });
    expect(run(mapped)).toMatchObject({ keys: ['a', 'escape'], result: 'ended' });
    expect(done).toEqual(['in order']);
  });
});

/** Every way in which scripts lie in one another. */
const layers: [name: string, around: <R>(script: Script<R>) => Script<R>][] = [
  ['mapScript', script => mapScript(script, {})],
  ['mapScript of an act', script => mapScript(script, { act: action => one(action) })],
  ['saying', script => saying('Because.', script)],
  ['two of them', script => saying('Because.', mapScript(script, {}))],
];

function* one(action: Action): Script<Observation> {
  return yield action;
}

/** The first act of a script, its glances answered. */
function firstAct<R>(script: Script<R>): IteratorResult<Move, R> {
  let next = script.next();
  while (!next.done && isGlance(next.value)) next = script.next(screen(0));
  return next;
}

describe.each(layers)('a script under %s', (_name, around) => {
  it('catches what is thrown in, and goes on', () => {
    function* patient(): Script<string> {
      try {
        return yield* pressing('a');
      } catch (error) {
        yield* press('f5');
        return String(error);
      }
    }
    const script = around(patient());
    firstAct(script);
    expect(script.throw(new Error('lost'))).toMatchObject({ value: { keys: 'f5' }, done: false });
    expect(script.next(screen(1))).toEqual({ value: 'Error: lost', done: true });
  });

  it('ends with what it does not catch', () => {
    const script = around(pressing('a'));
    firstAct(script);
    expect(() => script.throw(new Error('lost'))).toThrow('lost');
    expect(script.next(screen(1)).done).toBe(true);
  });

  it('is ended early by whoever holds it, and puts its things in order', () => {
    const done: string[] = [];
    function* careful(): Script<string> {
      try {
        return yield* pressing('a');
      } finally {
        yield* press('escape');
        done.push('in order');
      }
    }
    const script = around(careful());
    firstAct(script);
    expect(script.return('left')).toMatchObject({ value: { keys: 'escape' }, done: false });
    expect(script.next(screen(1))).toEqual({ value: 'left', done: true });
    expect(done).toEqual(['in order']);
  });
});

describe('a glance', () => {
  it('is no act: it is answered with the screen in front, and a wait of no time is not one', () => {
    function* glancing(): Script<string> {
      const titles = [(yield* look()).title, (yield GLANCE).title, (yield* press('a')).title];
      return [...titles, (yield* look()).title, (yield { kind: 'wait', ms: 0 }).title].join();
    }
    expect(run(glancing())).toMatchObject({ keys: ['a', 'wait'], result: '0,0,1,1,2' });
  });

  it('marks where a check begins, so that the check can be left out whole', () => {
    const work = () => check('identity', () => pressing('a', 'b'));
    expect(run(work())).toMatchObject({ acts: [{ check: 'identity' }, { check: 'identity' }], result: '2' });
    const script = saying('Because.', work());
    let next = script.next();
    while (!next.done && next.value.check === undefined) next = script.next(screen(0));
    expect(next.value).toMatchObject({ kind: 'glance', check: 'identity' });
    expect(script.throw(new Skipped('left out'))).toEqual({ value: undefined, done: true });
  });
});
