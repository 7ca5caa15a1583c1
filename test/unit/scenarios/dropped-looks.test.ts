import { afterAll, describe, expect, it } from 'vitest';
import { catalog } from '../../../src/catalog.ts';
import { scenarioNamed } from '../../../src/scenario/catalog.ts';
import { judge } from '../../../src/scenario/judge.ts';
import type { Endings, Trace, Verdict } from '../../../src/scenario/scenario.ts';
import { act, makeEnv, makeTask, SCENARIOS } from '../../support/fixtures.ts';
import { type Given, lookingOn } from '../../support/looking-on.ts';
import { share } from '../../support/share.ts';

/** What an expert looks at and need not: where, and why. */
const NOT_NEEDED: readonly (readonly [where: RegExp, why: string])[] = [
  [/articles\//, 'who knows the article need not open it'],
  [/postbay\/calls\//, 'what was asked and heard on the line is on record with the call'],
  [/IDENTITY_UNVERIFIED: /, 'who is not verified ends the work, whatever else is so'],
  [/brightqueue\/users\//, 'whose step it is stands in HR and in lists, too'],
  [
    /(change-department|carry-out).*brightqueue\/requests\//,
    'its approvals, days and state stand elsewhere, too',
  ],
  [/(create|contractor)-account.*peoplemere\/workers\/E/, 'a manager may be named by number, unseen'],
  [/(create|contractor)-account.*harborlight\/users\//, 'what the group shows of the new user reads it back'],
  [/change-department.*harborlight\/users\//, 'the groups show who is in them, too'],
  [/remove-from-group.*harborlight\/groups\//, 'the user shows the groups, too'],
  [/partner-import.*freightlane\/imports\//, 'the list of members shows who has come in, too'],
  [/chase-approval.*(workers|threads)\//, 'an address stands on several pages, and no answer is an approval'],
  [/departed-owner.*harborlight\/users\//, 'the new owner may be told by number'],
  [/departed-owner.*OUT_OF_AUTHORITY: peoplemere/, 'a group that is not ours is handed on, whoever has left'],
];

const seen: { given?: Given } = {};
const env = makeEnv({ catalog: lookingOn(seen) });
afterAll(() => env.close());

function without({ steps, ...trace }: Trace, page: string): Trace {
  const blank = { record: null, printed: '', text: '' };
  return { ...trace, steps: steps.map(step => (pageOf(step) === page ? { ...step, ...blank } : step)) };
}

function pageOf({ record }: Trace['steps'][number]): string {
  return record ? `${record.app}/${record.record}` : '';
}

/** What says that a look is missing: the note may say less, so that it is no proof. */
function failing({ parts }: Verdict): string[] {
  return parts.flatMap(({ name, isOk }) => (isOk || name === 'P-24' ? [] : name));
}

/** The looks without which the ending of a run passes all the same. */
async function needless(scenario: string, seed: string): Promise<string[]> {
  const task = makeTask({ scenario, seed, worldSeed: seed });
  const { verdict } = await act(task, { env });
  expect(verdict.success, `${scenario} ${seed}`).toBe(true);
  const { given } = seen;
  if (!given) throw new Error('No verdict was asked for');
  const wanted = scenarioNamed(catalog, scenario).wanted({ state: given.before, ...task });
  const pages = [...new Set(given.trace.steps.map(pageOf))].filter(page => page !== '').sort();
  const held = (trace: Trace, endings: Endings): string[] =>
    failing(judge(catalog, { ...given, trace, wanted: endings }));
  expect(held(given.trace, wanted), `${scenario} ${seed}`).toEqual([]);
  return pages
    .filter(page => held(without(given.trace, page), wanted).length === 0)
    .map(page => {
      return `${scenario} ${seed} ${given.trace.outcome?.kind} ${given.trace.outcome?.reason ?? ''}: ${page}`;
    });
}

/**
 * Each record that an expert looks at is struck from the run, one at a time, as if its page had been on no screen: the ending
 * has to fail then.
 */
describe('a look that is left out fails the ending', () => {
  const SEEDS = ['a', 'b', 'c', 'd'];
  it.each(share('dropped looks', SCENARIOS, 1))('%s', { timeout: 120_000 }, async scenario => {
    const paid: string[] = [];
    for (const seed of SEEDS) paid.push(...(await needless(scenario, `look/${seed}`)));
    expect(paid.filter(page => !NOT_NEEDED.some(([where]) => where.test(page)))).toEqual([]);
  });
});
