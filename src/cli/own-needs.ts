import { relative } from 'node:path';
import type { Broken } from './own-kinds.ts';
import type { OwnKind } from './own-part.ts';
import { printError } from './print.ts';

/** Whether a command needs a part of a folder of one's own: if that is broken, nothing can be done. */
export type Needs = (part: Pick<Broken, 'kind' | 'name'>) => boolean;

/** What any work in a company hangs on: its consoles, what may strike, and what is judged by. */
const WORK: readonly OwnKind[] = ['kit', 'app', 'skin', 'fault', 'rule'];

export const NEEDS = {
  everything: () => true,
  nothing: () => false,
  work: ({ kind }) => WORK.includes(kind),
} as const satisfies Record<string, Needs>;

/** The kinds that are named. */
export function kinds(...named: readonly OwnKind[]): Needs {
  return ({ kind }) => named.includes(kind);
}

/** The work itself, a scenario and the edge laid in it. */
export function workOn({ scenario, edge }: { scenario: string; edge?: string | undefined }): Needs {
  const own: Partial<Record<OwnKind, string | undefined>> = { scenario, edge };
  return part => NEEDS.work(part) || own[part.kind] === part.name;
}

/** Says at the end of a command which files it went on without. */
export function sayBroken(broken: readonly Broken[]): void {
  for (const { file, error } of broken) {
    const [what = '', ...advice] = error.message.split('\n');
    printError(`\nnote: ${relative(process.cwd(), file)} was left out: ${[what, ...advice].join('\n')}`);
  }
}
