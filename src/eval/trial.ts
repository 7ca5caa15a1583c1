import type { Env } from '../env/env.ts';
import { runEpisode } from '../env/episode.ts';
import type { Episode } from '../env/recorded.ts';
import { doNothing } from '../policy/do-nothing.ts';
import type { Policy } from '../policy/policy.ts';
import { type Catalog, scenarioNamed } from '../scenario/catalog.ts';
import { repeatLine } from '../scenario/repeat.ts';
import type { Task } from '../scenario/scenario.ts';
import { buildTask } from '../scenario/task.ts';
import { hostOf } from '../screen/script/sight.ts';
import type { AppName } from '../world/world.ts';
import { OUTCOME_KINDS, type Outcome, type OutcomeKind } from '../screen/outcome.ts';

/** What a trial is made on: a scenario, its trouble, its looks and its seed. */
export interface Setting {
  scenario: string;
  edge: string | null;
  fault: string | null;
  /** Index of the skin of every console. */
  skin: number;
  seed: string;
  people?: number;
}

/** One trial of a certificate: a policy on a task, and whether it ended as it must. */
export interface Trial extends Setting {
  policy: string;
  /** True for policies that must succeed, false for those that must fail. */
  mustSucceed: boolean;
  /** Null when the policy does not apply to the task. */
  success: boolean | null;
  outcome: string;
  steps: number;
  /** The parts of the verdict that failed, or what the policy ended with. */
  detail: string;
  /** `file:line` of the scenario; empty where it is not known. */
  site: string;
  /** The command that shows it again, step by step. */
  repeat: string;
}

/** A policy to be tried, and how it must end. */
export interface Expected {
  policy: Policy;
  mustSucceed: boolean;
}

/** Where trials are made. */
export interface TrialRoom {
  catalog: Catalog;
  env: Env;
}

/** The task of a setting. */
export function taskOf(catalog: Catalog, { skin, ...request }: Setting): Task {
  return buildTask(catalog, { ...request, worldSeed: request.seed, skins: skin });
}

/** Tries one policy on the task of a setting. */
export async function tryPolicy(
  { catalog, env }: TrialRoom,
  { setting, task }: { setting: Setting; task: Task },
  { policy, mustSucceed }: Expected,
): Promise<Trial> {
  const episode = await runEpisode({ id: 'check', catalog, env, task, policy });
  const repeat = repeatLine(catalog, task, { policy: policy.name });
  const { site = '', apps } = scenarioNamed(catalog, setting.scenario);
  // Another way may look at what no scenario needs.
  const isExpert = mustSucceed && !policy.name.startsWith('with-alternative:');
  const strayed = episode && isExpert ? strayedTo(catalog, episode, apps) : [];
  const result = episode ? summary(episode, { mustSucceed, strayed }) : NOT_APPLICABLE;
  return { ...setting, policy: policy.name, mustSucceed, ...result, site, repeat };
}

/** Claims that nothing was done for, one of each kind; the right kind with its reason. Each must fail. */
export async function idlePolicies(
  { env }: TrialRoom,
  task: Task,
  kinds: readonly OutcomeKind[] = OUTCOME_KINDS,
): Promise<Expected[]> {
  await env.reset(task);
  const claims = kinds.map((kind): Outcome => {
    const reason = env.wanted.find(({ outcome }) => outcome === kind)?.reason;
    return reason ? { kind, reason, note: 'Done.' } : { kind, note: 'Done.' };
  });
  return claims.map(outcome => ({
    policy: { ...doNothing(outcome), name: `do-nothing:${outcome.kind}` },
    mustSucceed: false,
  }));
}

const NOT_APPLICABLE = { success: null, outcome: '', steps: 0, detail: 'does not apply' };

/**
 * Consoles that work was done in and that the scenario does not name, in words. The bar shows them, but not in every episode:
 * a dataset may hold them out. A look aside is no work, nor is the way back
 * from a wrong turn.
 */
function strayedTo({ range }: Catalog, { steps }: Episode, named: readonly AppName[]): string[] {
  const hosts = new Set(
    steps
      .filter(({ label }) => label !== 'detour' && label !== 'repair')
      .map(({ observation }) => hostOf(observation).split('.')[0]),
  );
  return Object.values(range.apps)
    .filter(({ name, host }) => hosts.has(host) && !named.includes(name))
    .map(
      ({ name }) =>
        `works in console ${name}, which the scenario does not name: apps: [${[...named, name].join(', ')}]`,
    );
}

function summary(
  episode: Episode,
  { mustSucceed, strayed }: { mustSucceed: boolean; strayed: readonly string[] },
): Pick<Trial, keyof typeof NOT_APPLICABLE> {
  const { verdict, outcome, steps } = episode;
  const unseen = mustSucceed ? episode.unseen : [];
  const failed = verdict.parts.filter(part => !part.isOk);
  const said = outcome ? `${outcome.kind}${outcome.reason ? `(${outcome.reason})` : ''}` : 'truncated';
  const problems = [
    ...failed.map(part => `${part.name}: ${part.detail}`),
    ...unseen.map(
      ({ step, fact }) => `step ${step + 1} uses ${JSON.stringify(fact)}, which nothing has shown before`,
    ),
    ...strayed,
  ];
  const detail = problems.join('\n') || said;
  const stuck = episode.stuck === null ? '' : `\n${episode.stuck}`;
  const success = verdict.success && unseen.length === 0 && strayed.length === 0;
  return { success, outcome: said, steps: steps.length, detail: detail + stuck };
}

/** Whether a trial ended as it must: a policy that does not apply is no gap. */
export function isKept(trial: Trial): boolean {
  return trial.success === null || trial.success === trial.mustSucceed;
}

/** A setting in words. */
export function saySetting({ edge, fault, skin, seed }: Setting): string {
  return `edge ${edge ?? 'none'}, fault ${fault ?? 'none'}, skin ${skin}, seed ${seed}`;
}

/** Where a trial was made: the file of the scenario, and the setting. */
export function sayPlace(trial: Trial): string {
  return trial.site === '' ? saySetting(trial) : `${trial.site}, ${saySetting(trial)}`;
}

/** A trial that did not end as it must, in words: what, where, and how to see it again. */
export function sayGap(trial: Trial): string {
  const { scenario, mustSucceed, policy, detail, repeat } = trial;
  return [
    `${policy} ${mustSucceed ? 'must succeed and failed' : 'must fail and succeeded'}: ${scenario}`,
    `  on       ${sayPlace(trial)}`,
    ...detail.split('\n').map(line => `  ${line}`),
    `  repeat   ${repeat}`,
  ].join('\n');
}
