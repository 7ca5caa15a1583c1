import { GLANCE, type Script } from '../../screen/script/script.ts';
import type { Gone } from '../../scenario/alternative.ts';

/** Acts a script out and gives each value of its answer in another way; one that is no answer stays as it is. */
export function* answering(script: Script, gone: Gone, inOtherWay: (value: string) => unknown): Script {
  yield GLANCE;
  const outcome = yield* script;
  if (!outcome.values) return outcome;
  gone.isGone = true;
  const values = Object.entries(outcome.values).map(([name, value]) => [name, inOtherWay(value)]);
  return { ...outcome, values: Object.fromEntries(values) as Record<string, string> };
}

/** The members of a value that is a list. */
export function membersOf(value: string): string[] {
  return value.split(', ');
}
