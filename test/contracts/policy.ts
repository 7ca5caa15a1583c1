import { drawnOrder } from '../../src/core/draw.ts';
import { createRng } from '../../src/core/rng.ts';
import type { Env } from '../../src/env/env.ts';
import { runEpisode } from '../../src/env/episode.ts';
import { briefingOf } from '../../src/policy/briefing.ts';
import type { Policy } from '../../src/policy/policy.ts';
import type { Catalog } from '../../src/scenario/catalog.ts';
import type { Task } from '../../src/scenario/scenario.ts';
import { scenarioNamed } from '../../src/scenario/catalog.ts';
import { OUTCOME_KINDS } from '../../src/screen/outcome.ts';
import { makeEnv, makeTask } from '../support/fixtures.ts';
import { runs } from '../support/share.ts';
import { type Check, notPlain } from './check.ts';

const KINDS = new Set([
  'click',
  'double_click',
  'right_click',
  'hover',
  'type',
  'key',
  'scroll',
  'drag',
  'wait',
]);

/** How many scenarios a policy is tried in, each in its own. */
const SCENARIOS = runs({ few: 1, all: 2 });

/** What every policy promises on any task: it acts with a hand's primitives, the same way for the same task, to an end. */
export function policyContract(policy: Policy, catalog: Catalog): Check[] {
  const tasks = (): Task[] =>
    drawnOrder(`policy contract/${policy.name}`, Object.keys(catalog.scenarios))
      .slice(0, SCENARIOS)
      .map(scenario => makeTask({ catalog, scenario }));
  return [
    {
      title: 'has a name of plain words',
      problems: () => (/^[a-z]+(-[a-z]+)*(:[a-z]+(-[a-z]+)*)?$/.test(policy.name) ? [] : [policy.name]),
    },
    {
      title: 'begins without acting',
      problems: () => tasks().flatMap(task => beginProblems(policy, { task, catalog })),
    },
    {
      title: 'acts the same twice, in primitives, to an end',
      problems: async () => {
        const env = makeEnv({ catalog });
        const out: string[] = [];
        for (const task of tasks()) out.push(...(await runProblems(policy, { task, catalog, env })));
        await env.close();
        return out;
      },
    },
  ];
}

/** A script that nobody has asked for its first action has done nothing: two of them do not know of each other. */
function beginProblems(policy: Policy, { task, catalog }: { task: Task; catalog: Catalog }): string[] {
  const scenario = scenarioNamed(catalog, task.scenario);
  const begin = () =>
    policy.begin({ scenario, briefing: briefingOf(task, scenario), healings: [], rng: createRng('policy') });
  const [one, two] = [begin(), begin()];
  if (!one || !two) return one === two ? [] : [`${task.scenario}: applies only now and then`];
  return one === two ? [`${task.scenario}: two episodes share one script`] : [];
}

async function runProblems(
  policy: Policy,
  { task, catalog, env }: { task: Task; catalog: Catalog; env: Env },
): Promise<string[]> {
  const run = () => runEpisode({ id: 'test', catalog, env, task, policy });
  const [one, two] = [await run(), await run()];
  if (!one || !two) return one === two ? [] : [`${task.scenario}: applies only now and then`];
  const acts = one.steps.flatMap(step => (step.act ? [step.act] : []));
  const { outcome } = one;
  return [
    ...(one.fingerprint === two.fingerprint ? [] : ['two episodes of one task differ']),
    ...acts.filter(({ kind }) => !KINDS.has(kind)).map(({ kind }) => `acts by ${kind}`),
    ...acts.flatMap(a => notPlain(a, 'act')),
    ...(outcome && !OUTCOME_KINDS.includes(outcome.kind) ? [`ends with ${outcome.kind}`] : []),
    ...(outcome && outcome.note.length === 0 ? ['ends without a note'] : []),
    ...(outcome || one.isTruncated ? [] : ['has no end']),
  ].map(problem => `${task.scenario}: ${problem}`);
}
