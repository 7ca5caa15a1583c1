import type { Env } from '../../src/env/env.ts';
import p24 from '../../src/scenario/rules/p-24.ts';
import type { Outcome } from '../../src/screen/outcome.ts';
import { act, makeTask } from './fixtures.ts';
import { type Given, lookingOn } from './looking-on.ts';

const SEEDS = ['1', '2', '3', '4', '5', '6'];

/** What the rule is given at the end of an expert's episode: the first in which the work can be done. */
export async function endOf(
  scenario: string,
  env: Env,
  seen: { given?: Given; seed?: string },
): Promise<Given> {
  for (const seed of seen.seed === undefined ? SEEDS : [seen.seed]) {
    const task = makeTask({ scenario, seed, worldSeed: seed, people: 250 });
    const { outcome } = await act(task, { env, catalog: lookingOn(seen) });
    if (!seen.given) throw new Error('No verdict was asked for');
    if (seen.seed !== undefined || outcome?.kind === 'complete') return seen.given;
  }
  throw new Error(`No episode of ${scenario} in which the work can be done`);
}

interface Desk {
  tickets: Record<string, object>;
  comments: object;
}

/** What is found in a record that says this, in place of what the expert wrote. */
export function faults(given: Given, note: string, kind: Outcome['kind'] = 'complete'): string[] {
  const desk = given.before.brightqueue as unknown as Desk;
  const { ticket } = given.wanted;
  const known = ticket && desk.tickets[ticket];
  const tickets = known ? { ...desk.tickets, [ticket]: { ...known, closeNotes: note } } : desk.tickets;
  const texts = { ...desk, tickets };
  const after = { ...given.after, brightqueue: { ...given.after.brightqueue, ...texts } } as Given['after'];
  const { outcome } = given.trace;
  if (!outcome) throw new Error('The episode has no end');
  const trace = { ...given.trace, outcome: { ...outcome, kind, note } };
  return p24.check({ ...given, after: withChecks(given, after), trace });
}

/** Texts are those of before; what was checked stays. */
function withChecks(given: Given, after: Given['after']): Given['after'] {
  const now = given.after.brightqueue as unknown as { verifications: object };
  return {
    ...after,
    brightqueue: { ...after.brightqueue, verifications: now.verifications },
  } as Given['after'];
}
