import { describe, expect, it } from 'vitest';
import type { Row } from '../../../../src/dataset/tables/define-table.ts';
import { checkGrounds } from '../../../../src/dataset/tables/grounds-lint.ts';
import { steps } from '../../../../src/dataset/tables/steps.ts';
import { expert } from '../../../../src/policy/expert.ts';
import { withThoughts } from '../../../../src/policy/with-thoughts.ts';
import { act, makeTask, SCENARIOS } from '../../../support/fixtures.ts';
import { share } from '../../../support/share.ts';

const labels = { appOf: () => null, workflowOf: () => '' };

function complaints(rows: readonly Row[]): string[] {
  const found: string[] = [];
  let before: Row | null = null;
  for (const row of rows) {
    checkGrounds(row, before, problem => found.push(`${row.template}, step ${row.step}: ${problem}`));
    before = row;
  }
  return found;
}

describe('the thoughts of every scenario', () => {
  it.each(share('thought-grounds', SCENARIOS, 4))(
    'say nothing that their rows do not hold: %s',
    async scenario => {
      const seed = `thought/${scenario}`;
      const task = makeTask({ scenario, seed, worldSeed: seed, skins: 'drawn' });
      const episode = await act(task, { policy: withThoughts(expert) });
      expect(episode.unseen).toEqual([]);
      const rows = [...steps.rowsOf(episode, { split: 'train', labels })];
      expect(complaints(rows)).toEqual([]);
    },
  );

  it('are refused where they name whom or what nobody has read', () => {
    const row: Row = {
      train_on: true,
      action_type: 'click',
      action_json: '{}',
      goal: 'Please see to INC0100001.',
      briefing: '',
      url: 'http://desk.example/',
      ax_tree: '[e1] document',
      history: [],
      notes: ['Approver: Marta Kos E100156, Approved on Nov 3, 2025'],
      thought: 'It rests on what was approved by Marta Kos E100156 on 3 Nov 2025.',
    };
    expect(complaints([row])).toEqual([]);
    expect(complaints([{ ...row, notes: [] }]).map(each => /uses "([^"]+)"/.exec(each)?.[1])).toEqual([
      '2025-11-03',
      'E100156',
      'Marta',
      'Kos',
    ]);
  });
});
