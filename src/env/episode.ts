import { InfraError } from '../core/errors.ts';
import { createRng } from '../core/rng.ts';
import type { Policy } from '../policy/policy.ts';
import type { Catalog } from '../scenario/catalog.ts';
import { repeatLine } from '../scenario/repeat.ts';
import type { Task } from '../scenario/scenario.ts';
import { scenarioNamed } from '../scenario/catalog.ts';
import type { Action } from '../screen/action.ts';
import { TargetError } from '../screen/find.ts';
import type { Observation } from '../screen/observation.ts';
import type { Outcome } from '../screen/outcome.ts';
import { type Acting, withHand } from '../screen/script/hand.ts';
import { Interrupted } from '../screen/script/verbs.ts';
import type { Env } from './env.ts';
import { createRecorder, type Ending } from './record.ts';
import type { Episode, Step } from './recorded.ts';
import type { StepResult } from './step-result.ts';

export interface EpisodeRequest {
  id: string;
  catalog: Catalog;
  env: Env;
  task: Task;
  policy: Policy;
  watch?: Watcher;
}

/** Somebody who looks on while an episode runs. */
export interface Watcher {
  /** Told before each act; `false` ends the watching, and the episode with it. */
  before?(step: { index: number; screen: Observation; action: Action }): boolean;
  after?(step: Step): void;
}

/**
 * Acts a task out from reset to verdict. Null when the policy does not apply to the task, or was to make a mistake that
 * this task gave no occasion for. Trouble of the machine is
 * thrown as an InfraError: such an episode is no data, it is run again from its seed.
 */
export async function runEpisode({
  id,
  catalog,
  env,
  task,
  policy,
  watch,
}: EpisodeRequest): Promise<Episode | null> {
  const scenario = scenarioNamed(catalog, task.scenario);
  const rng = createRng(`${task.seed}/policy/${policy.name}`);
  const script = policy.begin({ scenario, task, rng });
  if (!script) return null;
  let screen = await env.reset(task);
  const recorder = createRecorder(id, task, policy.name);
  const { outcome: kind, reason = null } = env.wanted;
  const wanted = { outcome: kind, reason };
  const finish = (end: Pick<Ending, 'outcome' | 'last' | 'mistake'>): Episode =>
    recorder.finish({ ...end, wanted, drawn: rng.drawn() });
  const acting = withHand(script, screen);
  let next = acting.next();
  let last: StepResult | undefined;
  for (let index = 0; !next.done; index++) {
    if (watch?.before?.({ index, screen, action: next.value }) === false) return null;
    last = await env.step(next.value);
    if (last.status === 'env_error') throw new InfraError('EPISODE', last.cause ?? 'The environment failed');
    const step = recorder.step(screen, next.value, last);
    watch?.after?.(step);
    screen = last.observation;
    if (last.isTruncated) return finish({ outcome: null, last, mistake: undefined });
    next = advance(acting, last, { catalog, task, policy: policy.name, index, action: next.value });
  }
  const { mistake, ...outcome } = next.value;
  const episode = finish({ outcome, last: await env.step(outcome), mistake });
  const isUnmade = policy.name.startsWith('with-mistake') && episode.mistakeStep === null;
  return isUnmade || policy.isShown?.(episode.steps, task) === false ? null : episode;
}

/** What a script was doing when it got stuck. */
interface Doing {
  catalog: Catalog;
  task: Task;
  policy: string;
  index: number;
  action: Action;
}

/** Hands the screen to the script. An action that could not be done stops a script: it has no eyes to look for another way. */
function advance(acting: Acting, { observation }: StepResult, doing: Doing): IteratorResult<Action, Outcome> {
  try {
    if (observation.actionError !== undefined) throw new TargetError(observation.actionError);
    return acting.next(observation);
  } catch (error) {
    if (!(error instanceof TargetError || error instanceof Interrupted)) throw error;
    return {
      done: true,
      value: { kind: 'escalate', reason: 'SYSTEM_FAILURE', note: stuck(error, observation.url, doing) },
    };
  }
}

function stuck(error: Error, url: string, { catalog, task, policy, index, action }: Doing): string {
  const again = repeatLine(catalog, task, { policy, until: index + 1 });
  return `${error.message}\n  on       ${url}, after step ${index + 1} (${action.kind})\n  repeat   ${again}`;
}
