import { createEnv, type Env } from '../env/env.ts';
import { runEpisode } from '../env/episode.ts';
import type { Episode } from '../env/types.ts';
import { doNothing } from '../policy/do-nothing.ts';
import { expert, second } from '../policy/expert.ts';
import type { Policy } from '../policy/types.ts';
import { mistakesOf, withMistake } from '../policy/with-mistake.ts';
import { withRecovery } from '../policy/with-recovery.ts';
import type { Catalog } from '../scenario/catalog-types.ts';
import { buildTask, scenarioNamed } from '../scenario/task.ts';
import { OUTCOME_KINDS } from '../screen/types.ts';
import type { SurfaceFactory } from '../surface/types.ts';

/** One trial of a certificate: a policy on a task, and whether it ended as it must. */
export interface Trial {
  scenario: string;
  edge: string | null;
  fault: string | null;
  /** Index of the skin of every console. */
  skin: number;
  seed: string;
  policy: string;
  /** True for policies that must succeed, false for those that must fail. */
  mustSucceed: boolean;
  /** Null when the policy does not apply to the task. */
  success: boolean | null;
  outcome: string;
  steps: number;
  /** The parts of the verdict that failed, or what the policy ended with. */
  detail: string;
}

export interface CertifyOptions {
  catalog: Catalog;
  surfaces: SurfaceFactory;
  scenarios: readonly string[];
  seeds: number;
  people?: number;
}

const SKINS = 4;

/**
 * Tries every scenario with every edge and fault it declares: the expert must reach exactly the wanted end, and so must
 * the expert with recovery under every fault; claiming any outcome without acting must fail, and so must every mistake.
 */
export async function* certify(options: CertifyOptions): AsyncGenerator<Trial> {
  const { catalog, surfaces, scenarios, seeds } = options;
  const env = createEnv({ catalog, surfaces });
  try {
    for (const name of scenarios) {
      const scenario = scenarioNamed(catalog, name);
      for (let n = 1; n <= seeds; n++) {
        for (const [i, edge] of [null, ...scenario.edges].entries()) {
          const base = {
            scenario: name,
            edge,
            fault: null,
            skin: (n + i - 1) % SKINS,
            seed: `check/${n}`,
            people: options.people,
          };
          yield* trials(catalog, env, base, policiesFor(name, catalog));
          // One fault an edge in turn, and every fault without an edge: each pair comes up over the seeds.
          const { faults } = scenario;
          const struck = edge === null ? faults : faults.slice((i + n) % (faults.length || 1)).slice(0, 1);
          for (const fault of struck) {
            yield* trials(catalog, env, { ...base, fault }, [{ policy: withRecovery, mustSucceed: true }]);
          }
        }
      }
    }
  } finally {
    await env.close();
  }
}

/** How many trials `certify` will make, for progress. */
export function countTrials({ catalog, scenarios, seeds }: Omit<CertifyOptions, 'surfaces'>): number {
  const perSeed = scenarios.map(name => {
    const { edges, faults } = scenarioNamed(catalog, name);
    const plain = policiesFor(name, catalog).length + OUTCOME_KINDS.length;
    return (edges.length + 1) * plain + faults.length + edges.length * Math.min(1, faults.length);
  });
  return seeds * perSeed.reduce((sum, count) => sum + count, 0);
}

interface Expected {
  policy: Policy;
  mustSucceed: boolean;
}

function policiesFor(name: string, catalog: Catalog): Expected[] {
  const scenario = scenarioNamed(catalog, name);
  return [
    { policy: expert, mustSucceed: true },
    ...(scenario.second ? [{ policy: second, mustSucceed: true }] : []),
    ...mistakesOf(scenario).map(kind => ({ policy: withMistake(kind), mustSucceed: false })),
  ];
}

interface Setting {
  scenario: string;
  edge: string | null;
  fault: string | null;
  skin: number;
  seed: string;
  people: number | undefined;
}

async function* trials(
  catalog: Catalog,
  env: Env,
  setting: Setting,
  expected: Expected[],
): AsyncGenerator<Trial> {
  const { skin, people, ...request } = setting;
  const task = buildTask(catalog, {
    ...request,
    worldSeed: setting.seed,
    skins: skin,
    ...(people === undefined ? {} : { people }),
  });
  for (const { policy, mustSucceed } of expected) {
    const episode = await runEpisode({ id: 'check', catalog, env, task, policy });
    yield { ...toTrial(setting, policy.name, mustSucceed), ...(episode ? summary(episode) : NOT_APPLICABLE) };
  }
  if (setting.fault !== null) return;
  await env.reset(task);
  const { outcome: right, reason } = env.wanted;
  for (const kind of OUTCOME_KINDS) {
    const outcome = kind === right && reason ? { kind, reason, note: 'Done.' } : { kind, note: 'Done.' };
    const episode = await runEpisode({ id: 'check', catalog, env, task, policy: doNothing(outcome) });
    if (episode) yield { ...toTrial(setting, `do-nothing:${kind}`, false), ...summary(episode) };
  }
}

const NOT_APPLICABLE = { success: null, outcome: '', steps: 0, detail: 'does not apply' };

function toTrial(
  setting: Setting,
  policy: string,
  mustSucceed: boolean,
): Omit<Trial, keyof typeof NOT_APPLICABLE> {
  const { scenario, edge, fault, skin, seed } = setting;
  return { scenario, edge, fault, skin, seed, policy, mustSucceed };
}

function summary({ verdict, outcome, steps }: Episode): Pick<Trial, keyof typeof NOT_APPLICABLE> {
  const failed = verdict.parts.filter(part => !part.isOk);
  const said = outcome ? `${outcome.kind}${outcome.reason ? `(${outcome.reason})` : ''}` : 'truncated';
  const detail = failed.map(part => `${part.name}: ${part.detail}`).join('\n') || said;
  const note = outcome?.reason === 'SYSTEM_FAILURE' ? `\n${outcome.note}` : '';
  return { success: verdict.success, outcome: said, steps: steps.length, detail: detail + note };
}

/** Whether a trial ended as it must: a policy that does not apply is no gap. */
export function isKept(trial: Trial): boolean {
  return trial.success === null || trial.success === trial.mustSucceed;
}
