import { must } from '../../core/assert.ts';
import { InfraError } from '../../core/errors.ts';
import type { Env } from '../../env/env.ts';
import { runEpisode } from '../../env/episode.ts';
import type { Episode } from '../../env/recorded.ts';
import { scenarioNamed } from '../../scenario/catalog.ts';
import { buildTask } from '../../scenario/task.ts';
import type { DatasetCatalog } from '../catalog.ts';
import type { EpisodePlan } from '../plan/shard-plan.ts';
import { DOES_WELL, whoActs } from '../plan/who-acts.ts';
import { DeterminismError } from './errors.ts';
import type { SetAside } from './record.ts';
import { setAsideOf } from './set-aside.ts';

/** How often an episode is run again from its seed when the machine failed it. */
const RUNS_MAX = 3;

export interface ActOptions {
  catalog: DatasetCatalog;
  env: Env;
  planned: EpisodePlan;
  people: number;
  /** Called with an episode that the machine failed, before it is run again. */
  onAgain?: (id: string, reason: string) => void;
  signal?: AbortSignal;
}

/** What came of a planned episode: what may be written, or why nothing of it may. */
export type Acted = { episode: Episode } | { setAside: SetAside };

/**
 * Acts a planned episode out. One that its own scenario breaks is set aside. Trouble of the machine is run again from the
 * seed; a crash too, since only what comes twice alike is the episode's own.
 */
export async function actOut(options: ActOptions): Promise<Acted> {
  const { planned, onAgain, signal } = options;
  let crash: string | null = null;
  for (let failures = 0; ; ) {
    const who = { policy: String(planned.policy) };
    try {
      const episode = await act(options, who);
      const wrong = wrongIn(episode);
      return wrong ? { setAside: setAsideOf(options.catalog, options, wrong) } : { episode };
    } catch (error) {
      if (signal?.aborted || !mayBeOwn(error)) throw error;
      if (error instanceof InfraError) {
        if (++failures === RUNS_MAX) throw failedForGood(planned.id, error);
        onAgain?.(planned.id, reasonOf(error));
        continue;
      }
      const check = `${error.name}: ${reasonOf(error)}`;
      if (check === crash)
        return { setAside: setAsideOf(options.catalog, options, { ...who, reason: 'crash', check }) };
      if (crash !== null) throw error;
      crash = check;
    }
  }
}

/** `who` is told who acts, before anything can go wrong. */
async function act({ catalog, env, planned, people }: ActOptions, who: { policy: string }): Promise<Episode> {
  const { id, scenario, seed, worldSeed, edge, fault, skins, viewport } = planned;
  const consoles = Object.keys(skins);
  const drawn = { scenario, seed, worldSeed, edge, fault, skins, viewport };
  const task = buildTask(catalog, { ...drawn, people, consoles });
  let acted: Episode | null = null;
  for (const policy of whoActs(catalog, planned, scenarioNamed(catalog, scenario))) {
    if (acted) break;
    who.policy = policy.name;
    acted = await runEpisode({ id, catalog, env, task, policy });
  }
  return must(acted, `somebody who acts ${scenario} out`);
}

/** Whether an error may come from the episode itself: the disk, and two deliveries that differ, are never its own. */
function mayBeOwn(error: unknown): error is Error {
  return error instanceof Error && !(error instanceof DeterminismError) && !('syscall' in error);
}

function failedForGood(id: string, error: InfraError): InfraError {
  return new InfraError(
    error.code,
    `The machine failed ${id} in ${RUNS_MAX} of ${RUNS_MAX} runs. The last time: ${reasonOf(error)}`,
    { repeat: 'the same command with --resume; committed shards are kept', cause: error },
  );
}

/** What happened, without the advice to somebody who cannot run the episode again. */
function reasonOf({ message }: Error): string {
  return message.split(/\n {2}(?:on|nearest|allowed|repeat) /)[0] ?? message;
}

/** An expert that fails, or a mistake that passes, teaches what is wrong: nothing of it may reach a dataset. */
function wrongIn({ policy, verdict }: Episode): Pick<SetAside, 'policy' | 'reason' | 'check'> | null {
  if (verdict.success === DOES_WELL.has(policy)) return null;
  const failed = verdict.parts.filter(part => !part.isOk).map(part => `${part.name}: ${part.detail}`);
  return verdict.success
    ? { policy, reason: 'passed', check: `${policy} succeeded` }
    : { policy, reason: 'failed', check: [`${policy} failed`, ...failed].join('\n') };
}
