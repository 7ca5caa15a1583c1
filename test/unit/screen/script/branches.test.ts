import { describe, expect, it } from 'vitest';
import type { Action } from '../../../../src/screen/action.ts';
import type { Observation } from '../../../../src/screen/observation.ts';
import { branching, either, type Lead, nothing, slip } from '../../../../src/screen/script/branches.ts';
import { isGlance, type Script } from '../../../../src/screen/script/script.ts';
import { complete } from '../../../../src/screen/script/verbs.ts';

const SCREEN = {
  url: 'http://desk.test/',
  title: '',
  tree: { ref: 'e1', role: 'main', name: '' },
} as Observation;

function* typing<R>(result: R, ...texts: string[]): Script<R> {
  for (const text of texts) yield { kind: 'type', text };
  return result;
}

/** What a script does, each act as its text, with the mistake that it is marked as; then the same for its ending. */
function acted(script: Script): string[] {
  const said: string[] = [];
  let next = script.next();
  while (!next.done) {
    const move = next.value;
    if (!isGlance(move)) said.push(marked((move as Action & { text: string }).text, move.mistake));
    next = script.next(SCREEN);
  }
  return [...said, marked(next.value.kind, next.value.mistake)];
}

function marked(text: string, mistake: string | undefined): string {
  return mistake === undefined ? text : `${text} (${mistake})`;
}

function asSlip(kind: string): Lead {
  let isMade = false;
  return asked => {
    const isHere = !isMade && 'slip' in asked && asked.slip === kind;
    isMade ||= isHere;
    return isHere;
  };
}

/** Two people are served, each with a place to go wrong at; then something is left out, or kept. */
function* serving(): Script {
  yield* slip(
    'wrong-person',
    typing(undefined, 'open', 'ana', 'save'),
    typing(undefined, 'open', 'eva', 'save'),
  );
  yield* slip('wrong-person', typing(undefined, 'ben'), typing(undefined, 'bea'));
  yield* slip('extra-grant', nothing(), typing(undefined, 'more'));
  const isChecked = yield* slip('unchecked', true, false);
  if (isChecked) yield* typing(undefined, 'check');
  yield* either(typing(undefined, 'by list'), typing(undefined, 'by page'));
  return complete('Done.');
}

describe('a slip', () => {
  it('takes the right branches when nobody leads the script', () => {
    expect(acted(serving())).toEqual(['open', 'ana', 'save', 'ben', 'check', 'by list', 'complete']);
  });

  it('takes the wrong branch once, marked from the first act that differs', () => {
    expect(acted(branching(serving(), asSlip('wrong-person')))).toEqual([
      'open',
      'eva (wrong-person)',
      'save (wrong-person)',
      'ben',
      'check',
      'by list',
      'complete',
    ]);
  });

  it('marks all of what is done on top', () => {
    expect(acted(branching(serving(), asSlip('extra-grant')))).toContain('more (extra-grant)');
  });

  it('marks the next act where something is left out', () => {
    expect(acted(branching(serving(), asSlip('unchecked')))).toEqual([
      'open',
      'ana',
      'save',
      'ben',
      'by list (unchecked)',
      'complete',
    ]);
  });

  it('marks the ending where no act is left', () => {
    function* last(): Script {
      return (yield* slip('claimed', true, false)) ? complete('Done.') : complete('All done.');
    }
    expect(acted(branching(last(), asSlip('claimed')))).toEqual(['complete (claimed)']);
  });

  it('goes on by the value of the branch that was taken', () => {
    function* counting(): Script {
      const rows = yield* slip('half', typing(['a', 'b'], 'all'), typing(['a'], 'some'));
      yield* typing(undefined, rows.join(', '));
      return complete('Done.');
    }
    expect(acted(counting())).toEqual(['all', 'a, b', 'complete']);
    expect(acted(branching(counting(), asSlip('half')))).toEqual(['some (half)', 'a', 'complete']);
  });

  it('can stand in the right branch of another', () => {
    function* nested(): Script {
      yield* slip(
        'outer',
        slip('inner', typing(undefined, 'x'), typing(undefined, 'y')),
        typing(undefined, 'z'),
      );
      return complete('Done.');
    }
    expect(acted(branching(nested(), asSlip('inner')))).toEqual(['y (inner)', 'complete']);
    expect(acted(branching(nested(), asSlip('outer')))).toEqual(['z (outer)', 'complete']);
  });
});

describe('a second way', () => {
  it('is gone at every place that offers one, and is no mistake', () => {
    const second = branching(serving(), asked => 'otherWay' in asked);
    expect(acted(second)).toEqual(['open', 'ana', 'save', 'ben', 'check', 'by page', 'complete']);
  });
});

describe('whoever leads a script', () => {
  it('may act for it at a branch, and then has it turn', () => {
    const lead: Lead = asked =>
      'slip' in asked && asked.slip === 'unchecked' ? typing(true, 'aside') : false;
    expect(acted(branching(serving(), lead))).toEqual([
      'open',
      'ana',
      'save',
      'ben',
      'aside',
      'by list (unchecked)',
      'complete',
    ]);
  });
});
