import { describe, expect, it } from 'vitest';
import { catalog } from '../../../../src/catalog.ts';
import { drawOne } from '../../../../src/core/draw.ts';
import type { Row } from '../../../../src/dataset/tables/define-table.ts';
import { steps } from '../../../../src/dataset/tables/steps.ts';
import { createToldLint } from '../../../../src/dataset/tables/told-lint.ts';
import { deedsTold } from '../../../../src/dataset/tables/told-deeds.ts';
import { hasToken, tokensIn } from '../../../../src/dataset/tables/told-tokens.ts';
import { weighTold } from '../../../../src/dataset/tables/told.ts';
import type { Episode } from '../../../../src/env/recorded.ts';
import { act, makeEnv, makeTask, SCENARIOS } from '../../../support/fixtures.ts';

const NOTE = 'I suspended ana.ruiz@x.example of E100207. I revoked all sessions. Nothing was deleted.';
const DONE = [
  'Done: Disable account, Ana Ruiz (ana.ruiz@x.example, E100207): Ana Ruiz was deactivated.',
  'Done: Log out everywhere, Ana Ruiz (ana.ruiz@x.example, E100207): 3 sessions were ended.',
];

function rowOf(change: Record<string, unknown> = {}): Row {
  return {
    train_on: true,
    is_first: true,
    is_last: true,
    action_type: 'type',
    action_json: JSON.stringify({ text: NOTE }),
    goal: 'Please see to INC0100001.',
    briefing: '',
    url: 'http://desk.example/tickets/INC0100001',
    ax_tree: '[e1] document\n  [e2] textbox "Notes"',
    history: [],
    notes: DONE,
    ...change,
  };
}

function complaints(...rows: Row[]): string[] {
  const found: string[] = [];
  const check = createToldLint();
  for (const row of rows) check(row, problem => found.push(problem));
  return found;
}

describe('the facts of a text', () => {
  it('are names, numbers, days, addresses and what is quoted; no first word, no small count', () => {
    expect(
      tokensIn(
        '(1) Moved to General Accounting on 2025-10-14: 3 rows, lock 64, "Line One" of ana@x.example.',
      ),
    ).toEqual(['Line One', 'General', 'Accounting', '2025-10-14', '64', 'ana@x.example']);
    expect(tokensIn('Called back on +385 1 055 5100 ext. 2035.')).toEqual(['+385 1 055 5100 ext. 2035']);
  });

  it('stand whole, days and numbers however they are written', () => {
    expect(hasToken('valid to 14.10.2025', '2025-10-14')).toBe(true);
    expect(hasToken('valid to oct 14, 2025', '2025-10-14')).toBe(true);
    expect(hasToken('valid to oct 15, 2025', '2025-10-14')).toBe(false);
    expect(hasToken('personnel number 00100207', 'E100207')).toBe(true);
    expect(hasToken('group app-crane-user', 'APP-Crane')).toBe(true);
    expect(hasToken('group app-cranes', 'APP-Crane')).toBe(false);
  });
});

describe('the deeds of a text', () => {
  it('are what was done, each with what it was done on; what was left is none', () => {
    const told = deedsTold(NOTE).map(({ clause, tokens, things }) => ({ clause, tokens, things }));
    expect(told).toEqual([
      {
        clause: 'I suspended ana.ruiz@x.example of E100207.',
        tokens: ['ana.ruiz@x.example', 'E100207'],
        things: [],
      },
      { clause: 'I revoked all sessions.', tokens: [], things: ['session'] },
    ]);
  });

  it('are none of what somebody else is quoted with', () => {
    expect(
      deedsTold('The caller writes: “It was granted by mistake; please see it removed from APP-X.” I wait.'),
    ).toEqual([]);
  });

  it('are held by a line that tells such an act on such a thing, in the words of any console', () => {
    const told = weighTold(rowOf());
    expect(told?.deeds.map(({ isHeld }) => isHeld)).toEqual([true, true]);
    expect(weighTold(rowOf({ notes: DONE.slice(0, 1) }))?.deeds.map(({ isHeld }) => isHeld)).toEqual([
      true,
      false,
    ]);
  });

  it('are not held by the thought that announced the text', () => {
    const history = [`${NOTE} Now it goes on record. → Click the link "Desk"`];
    const told = weighTold(rowOf({ notes: [], history }));
    expect([...(told?.facts ?? []), ...(told?.deeds ?? [])].some(({ isHeld }) => isHeld)).toBe(false);
  });

  it('may end a word that stands in the field', () => {
    const rest = JSON.stringify({ text: '207 is where the order came from, and nobody else.' });
    const field = (value: string) => `[e2] textbox "Notes" value="${value}" focused`;
    const held = (ax_tree: string) =>
      weighTold(rowOf({ ax_tree, action_json: rest }))?.facts.map(({ isHeld }) => isHeld);
    expect(held(field('The order of E100'))).toEqual([true]);
    expect(held(field('The order of E200'))).toEqual([false]);
  });

  it('are not asked of what stands on the screen already, nor of mistakes', () => {
    const ax_tree = `[e1] document\n  [e2] text ${JSON.stringify(NOTE)}`;
    expect(weighTold(rowOf({ ax_tree }))).toBeNull();
    expect(weighTold(rowOf({ train_on: false }))).toBeNull();
  });
});

describe('the lint of what is told', () => {
  it('refuses an episode whose rows do not hold the facts, or the deeds, of its texts', () => {
    expect(complaints(rowOf())).toEqual([]);
    expect(complaints(rowOf({ notes: [] }))).toEqual([
      expect.stringContaining(
        'facts that its rows do not hold: "ana.ruiz@x.example", "E100207" (2 of 2; 90 %',
      ),
      expect.stringContaining('deeds that its rows do not hold: "I suspended'),
    ]);
    expect(complaints(rowOf({ notes: ['Login: ana.ruiz@x.example', 'Number: E100207'] }))).toEqual([
      expect.stringContaining('(2 of 2; 60 %'),
    ]);
  });
});

describe('the rows of every scenario', () => {
  const labels = { appOf: () => null, workflowOf: () => '' };
  const weigh = (episodes: readonly Episode[], change: (row: Row) => Row) =>
    episodes.flatMap(episode =>
      [...steps.rowsOf(episode, { split: 'train', labels })].flatMap(row => weighTold(change(row)) ?? []),
    );
  const shareOf = (pieces: readonly { isHeld: boolean }[]): number =>
    pieces.filter(({ isHeld }) => isHeld).length / pieces.length;

  it('hold at least 98 % of the facts and of the deeds that their texts tell, and without notes they do not', async () => {
    const env = makeEnv();
    const episodes: Episode[] = [];
    const seed = 'told/1';
    for (const scenario of SCENARIOS) {
      const edges = ['none', ...(catalog.scenarios[scenario]?.edges ?? [])];
      const drawn = drawOne(`${seed}/${scenario}`, edges);
      const edge = drawn === 'none' ? null : drawn;
      episodes.push(await act(makeTask({ scenario, seed, worldSeed: seed, edge, skins: 'drawn' }), { env }));
    }
    await env.close();
    const told = weigh(episodes, row => row);
    const facts = told.flatMap(each => each.facts);
    const deeds = told.flatMap(each => each.deeds);
    expect(facts.length).toBeGreaterThan(50);
    expect(deeds.length).toBeGreaterThan(20);
    expect(shareOf(facts)).toBeGreaterThanOrEqual(0.98);
    expect(shareOf(deeds)).toBeGreaterThanOrEqual(0.98);
    const bare = weigh(episodes, row => ({ ...row, notes: [] }));
    expect(shareOf(bare.flatMap(each => each.deeds))).toBeLessThan(0.9);
  }, 120_000);
});
