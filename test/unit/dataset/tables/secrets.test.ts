import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../../src/core/json.ts';
import type { Row } from '../../../../src/dataset/tables/define-table.ts';
import { createSecretsLint } from '../../../../src/dataset/tables/secrets-lint.ts';
import { steps } from '../../../../src/dataset/tables/steps.ts';
import { trajectories } from '../../../../src/dataset/tables/trajectories.ts';
import type { Episode } from '../../../../src/env/recorded.ts';
import { masked, MASK, SECRET } from '../../../../src/screen/secret.ts';
import { act, makeTask } from '../../../support/fixtures.ts';

const PASS = 'SYNTH-PASS-K7QM-4XWB';
const SHOWN = { is_first: true, ax_tree: `[e1] text "${PASS}"`, action_type: 'click', action_json: '{}' };
const MARK = [{ fact: MASK, step: 0, bbox: null, text: MASK }];
const HANDED = {
  train_on: true,
  ax_tree: '[e1] textbox "What is read out"',
  action_type: 'type',
  action_json: canonicalJson({ type: 'type', text: PASS }),
  evidence: MARK,
};

function complaints(...rows: Row[]): string[] {
  const found: string[] = [];
  const check = createSecretsLint();
  for (const row of rows) check(row, problem => found.push(problem));
  return found;
}

/** The first episode in which somebody is handed a pass: others end before. */
async function handsOver(at = 0): Promise<Episode> {
  const seed = `secrets/${at}`;
  const task = makeTask({ scenario: 'authentication/temporary-pass', seed, worldSeed: seed });
  const episode = await act(task);
  return episode.outcome?.kind === 'complete' ? episode : handsOver(at + 1);
}

describe('a secret', () => {
  it('is masked whole wherever it is not shown or handed over', () => {
    expect(masked(`Pass: ${PASS}, 8 hours`)).toBe(`Pass: ${MASK}, 8 hours`);
    expect(SECRET.test(masked(PASS))).toBe(false);
  });

  it('stands in a row on its screen and in the act that types it, which names where it was shown', () => {
    expect(complaints(SHOWN, HANDED)).toEqual([]);
    expect(complaints(SHOWN, { ...HANDED, evidence: [] })).toHaveLength(1);
    expect(complaints({ ...SHOWN, ax_tree: '' }, HANDED)).toHaveLength(1);
    expect(complaints(SHOWN, { ...HANDED, is_first: true })).toHaveLength(1);
    expect(complaints(SHOWN, { ...HANDED, action_type: 'finish' })).toHaveLength(1);
  });

  it.each(['thought', 'history', 'notes', 'evidence', 'changes_json'])('may not be kept in %s', name => {
    expect(complaints(SHOWN, { ...HANDED, [name]: [...MARK, `I write down: ${PASS}`] })).toHaveLength(1);
  });

  it('is kept by no row of an episode that hands one over', async () => {
    const episode = await handsOver();
    const labels = { appOf: () => null, workflowOf: () => '' };
    const rows = [...steps.rowsOf(episode, { split: 'train', labels })] as unknown as Row[];
    const handed = rows.filter(({ action_json }) => SECRET.test(String(action_json)));
    expect(handed).toHaveLength(1);
    expect(complaints(...rows)).toEqual([]);
    const [told] = [...trajectories.rowsOf(episode, { split: 'train', labels })] as unknown as Row[];
    const { steps_json, ...others } = told ?? {};
    expect(JSON.stringify(others)).not.toMatch(SECRET);
    expect(String(steps_json).match(new RegExp(SECRET, 'g'))).toHaveLength(2);
  });
});
