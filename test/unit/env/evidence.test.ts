import { describe, expect, it } from 'vitest';
import { groundsOf } from '../../../src/env/evidence.ts';
import { codesIn, comparable, factsIn, holderOf } from '../../../src/core/facts.ts';
import type { Step } from '../../../src/env/recorded.ts';
import type { Act } from '../../../src/screen/action.ts';
import type { ScreenNode } from '../../../src/screen/observation.ts';

const text = (ref: string, name: string): ScreenNode => ({ ref, role: 'text', name });
const owner = (value: string): ScreenNode[] => [
  { ref: 'e2', role: 'term', name: '', children: [text('e3', 'Owner')] },
  { ref: 'e4', role: 'definition', name: '', box: [1, 2, 3, 4], children: [text('e5', value)] },
];

function steps(...screens: [act: Act | null, ...nodes: ScreenNode[]][]): Step[] {
  return screens.map(([act, ...children], index) => ({
    index,
    observation: {
      url: 'http://x.example/p',
      title: '',
      tree: { ref: 'e1', role: 'document', name: '', children },
      viewport: { width: 1280, height: 800 },
    },
    act,
    point: null,
    aimed: null,
    instruction: '',
    thought: '',
    label: act ? 'good' : 'terminal',
    fault: null,
    phase: 'nominal',
    changes: [],
    stateHash: '',
    actionError: null,
    evidence: [],
    notes: [],
  }));
}

const type = (what: string): Act => ({ kind: 'type', text: what });
const press: Act = { kind: 'key', keys: 'enter' };
const done = (note: string) => ({ kind: 'complete', note }) as const;

describe('facts', () => {
  it('are whole short texts, and the codes of long ones', () => {
    expect(factsIn('Lea Schröder')).toEqual(['Lea Schröder']);
    expect(factsIn('  ')).toEqual([]);
    expect(factsIn('Added ana@x.example to APP-Crane-User as AR-308418 says, valid to 2026-01-31.')).toEqual([
      'ana@x.example',
      'APP-Crane-User',
      'AR-308418',
      '2026-01-31',
    ]);
    expect(codesIn('The work is done and was read back.')).toEqual([]);
  });

  it('are the same however they are cased, spaced or written', () => {
    expect(holderOf('ana@X.example')(comparable('mail  ANA@x.example'))).toBe(true);
    expect(holderOf('2025-11-03')(comparable('Starts on 3 November 2025'))).toBe(true);
    expect(holderOf('2025-11-03')(comparable('Starts on 4 November 2025'))).toBe(false);
    expect(holderOf('E100785')(comparable('Personnel number 00100785'))).toBe(true);
    expect(holderOf('E100785')(comparable('Personnel number 01007850'))).toBe(false);
  });
});

describe('what a step rests on', () => {
  it('is where each fact was seen last, and is noted until it is used', () => {
    const { evidence, notes, read, unseen } = groundsOf(
      steps(
        [press, ...owner('Marta Kos')],
        [press, ...owner('Marta Kos')],
        [press],
        [type('Marta Kos')],
        [null],
      ),
      done('Closed.'),
      [],
    );
    const seen = { fact: 'Marta Kos', step: 1, box: null, text: 'Owner: Marta Kos' };
    expect(evidence).toEqual([[], [], [], [seen], []]);
    expect(notes).toEqual([[], [], ['Owner: Marta Kos'], ['Owner: Marta Kos'], []]);
    expect(read).toEqual([[], ['Owner: Marta Kos'], [], [], []]);
    expect(unseen).toEqual([]);
  });

  it('may be the goal or the briefing, which need no note', () => {
    const { evidence, notes } = groundsOf(steps([type('AR-308418')]), null, ['Please carry out AR-308418.']);
    expect(evidence).toEqual([[{ fact: 'AR-308418', step: null, box: null, text: 'AR-308418' }]]);
    expect(notes).toEqual([[]]);
  });

  it('is missing where nothing has shown a fact: typed, answered, written at the end', () => {
    const trail = steps([type('Marta Kos')], [press, ...owner('Marta Kos')], [null]);
    const answer = { kind: 'answer', note: 'It was AR-1.', values: { who: 'Ivo Kos', count: '2' } } as const;
    expect(groundsOf(trail, answer, []).unseen).toEqual([
      { step: 0, fact: 'Marta Kos' },
      { step: 2, fact: 'AR-1' },
      { step: 2, fact: 'Ivo Kos' },
    ]);
  });

  it('is not asked of mistakes', () => {
    const [slip] = steps([type('Marta Kos')]);
    expect(groundsOf([{ ...(slip as Step), label: 'wrong' }], null, []).unseen).toEqual([]);
  });

  it('prefers what a record shows to what stands in a field', () => {
    const field: ScreenNode = { ref: 'e9', role: 'searchbox', name: 'Search', value: 'Marta Kos' };
    const { evidence } = groundsOf(
      steps([press, ...owner('Marta Kos'), field], [type('Marta Kos')]),
      null,
      [],
    );
    expect(evidence[1]?.[0]?.text).toBe('Owner: Marta Kos');
  });
});
