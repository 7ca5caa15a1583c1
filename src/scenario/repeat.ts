import { asWord } from '../core/shell.ts';
import type { Task } from './scenario.ts';

/** The command line that shows an episode again, up to a step where one is given (the first is 1). `folder` is the catalog's. */
export function repeatLine(
  task: Task,
  { policy = 'expert', until, folder }: { policy?: string; until?: number; folder?: string | undefined } = {},
): string {
  const { scenario, seed, worldSeed, people, edge, fault } = task;
  const skins = Object.entries(task.skins).map(([app, skin]) => `${app}=${skin.name}`);
  const options: Record<string, string | null> = {
    seed,
    'world-seed': worldSeed === seed ? null : worldSeed,
    people: people === 250 ? null : String(people),
    edge,
    fault,
    skins: skins.join(','),
    policy: policy === 'expert' ? null : policy,
    until: until === undefined ? null : String(until),
    scenarios: folder ?? null,
  };
  const given = Object.entries(options).flatMap(([name, value]) =>
    value === null ? [] : [`--${name} ${asWord(value)}`],
  );
  return ['npx iam-range replay', scenario, ...given].join(' ');
}
