import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';

/** A running process, as the system lists it. */
export interface Process {
  pid: number;
  parent: number;
  group: number;
  isZombie: boolean;
  line: string;
}

/** All processes there are. */
export function processes(): Process[] {
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .sort()
    .flatMap(name => {
      try {
        const line = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
        const [state, parent, group] = readFileSync(`/proc/${name}/stat`, 'utf8')
          .replace(/^.*\) /, '')
          .split(' ');
        return [
          { pid: Number(name), parent: Number(parent), group: Number(group), isZombie: state === 'Z', line },
        ];
      } catch {
        return [];
      }
    });
}

/** The processes that a process started, and those they started. */
export function descendants(pid: number): Process[] {
  const all = processes();
  const below = (parent: number): Process[] =>
    all.filter(found => found.parent === parent).flatMap(found => [found, ...below(found.pid)]);
  return below(pid);
}

/**
 * Kilobytes of memory that these processes hold for themselves alone or share among each other. What they read from
 * files is left out: it is in memory once for everybody, and comes and goes with what else runs.
 */
export function memoryKb(pids: readonly number[]): number {
  return pids.map(memoryOf).reduce((sum, kb) => sum + kb, 0);
}

function memoryOf(pid: number): number {
  try {
    const said = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    const parts = [...said.matchAll(/^Pss_(?:Anon|Shmem): +(\d+) kB$/gm)];
    return parts.reduce((sum, [, kb]) => sum + Number(kb), 0);
  } catch {
    return 0;
  }
}

/** The folders of browsers that were started by any of these processes. */
export function profilesOf(makers: readonly number[]): string[] {
  return readdirSync(tmpdir())
    .sort()
    .filter(name => makers.some(pid => name.startsWith(`iam-range-browser-${pid}-`)));
}

/** An eye on the browsers that some processes start. */
export interface Watch {
  /** Looks around: what lives of all browsers seen so far, orphans included. */
  living(): Process[];
  /** The first processes of those browsers that run now. */
  roots(): Process[];
}

/**
 * Watches the browsers that these processes start. Only the first process of a browser carries the name of
 * its profile; the others are known by its group, which they keep when the first one is gone. So a browser
 * has to be looked at while that one runs.
 */
export function watchBrowsers(makers: readonly number[]): Watch {
  const groups = new Set<number>();
  // A process that was forked a moment ago still carries its parent's line; the first one leads the group.
  const isRoot = ({ pid, group, line }: Process): boolean =>
    pid === group && makers.some(maker => line.includes(`iam-range-browser-${maker}-`));
  const living = (): Process[] => {
    const all = processes().filter(({ isZombie }) => !isZombie);
    for (const found of all) if (isRoot(found)) groups.add(found.group);
    return all.filter(({ group }) => groups.has(group));
  };
  return { living, roots: () => living().filter(isRoot) };
}
