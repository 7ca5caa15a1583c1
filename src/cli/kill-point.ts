import { writeSync } from 'node:fs';
import { UsageError, unknownName } from '../core/errors.ts';
import {
  CRASH_POINTS,
  type CrashPoint,
  type CrashPointName,
  NO_CRASH,
} from '../dataset/commit/crash-point.ts';

/**
 * Who dies: `main` is the command itself, `worker` one of its workers alone, `run` a worker and the command
 * with it, as when the machine stops.
 */
const WHO = ['main', 'worker', 'run'] as const;

/**
 * The crash points of a process: nothing happens there, unless a test of crash safety wants this run to die.
 * `IAM_RANGE_KILL_AT=worker:publish.after#2` ends a worker when it comes to that point for the second time,
 * by a signal that nothing can catch.
 */
export function crashPointOf(role: 'main' | 'worker'): CrashPoint {
  const wanted = process.env.IAM_RANGE_KILL_AT;
  if (!wanted) return NO_CRASH;
  const { who, point, turn } = parse(wanted);
  if ((who === 'main') !== (role === 'main')) return NO_CRASH;
  let hits = 0;
  return name => {
    if (name !== point || ++hits !== turn) return;
    writeSync(process.stderr.fd, `killed at ${point}\n`);
    if (who === 'run') process.kill(process.ppid, 'SIGKILL');
    process.kill(process.pid, 'SIGKILL');
  };
}

function parse(text: string): { who: string; point: CrashPointName; turn: number } {
  const [, who = '', name = '', turn = '1'] = /^(\w+):([\w.]+)(?:#([1-9]\d*))?$/.exec(text) ?? [];
  if (!WHO.some(known => known === who)) {
    throw new UsageError(`IAM_RANGE_KILL_AT=${text} names nobody`, {
      allowed: `${WHO.join(', ')}, a colon, and one of ${CRASH_POINTS.join(', ')}`,
    });
  }
  const point = CRASH_POINTS.find(known => known === name);
  if (!point) throw unknownName('crash point', name, { known: CRASH_POINTS, where: 'IAM_RANGE_KILL_AT' });
  return { who, point, turn: Number(turn) };
}
