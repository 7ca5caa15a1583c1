import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '../../../../src/core/assert.ts';
import type { Env } from '../../../../src/env/env.ts';
import p24 from '../../../../src/scenario/rules/p-24.ts';
import type { Task } from '../../../../src/scenario/scenario.ts';
import { sodConflicts } from '../../../../src/world/approvals.ts';
import { act, makeEnv, makeTask } from '../../../support/fixtures.ts';
import { type Given, lookingOn } from '../../../support/looking-on.ts';
import { FINDINGS_TOLD, type Told } from './honest-texts.ts';

/** What a fact is called in the texts. */
type Words = Readonly<Record<string, string>>;

function wordsOf(task: Task, { wanted }: Given): Words {
  const { world, params } = task;
  const text = (name: string): string => String(params[name] ?? '');
  const who = text('subject');
  const { displayName, workPhone } = must(world.persons[who], who);
  const request = world.requests[text('request')];
  const key = `${request?.app}/${request?.code}`;
  const [conflict] = request ? sodConflicts(world, who, key) : [];
  const orderer = world.persons[text('requester')];
  const lines = (params.decisions ?? []) as { workerId: string; reviewer: string; code: string }[];
  const own = lines.findIndex(({ workerId, reviewer }) => workerId === reviewer);
  const decided = request?.approvals.find(({ decidedMs }) => decidedMs !== null);
  const account = world.accounts[text('account')];
  return {
    ...{ TICKET: wanted.ticket ?? '', WHO: who, NAME: displayName, NUMBER: workPhone, UPN: text('upn') },
    ...{ REQUEST: request?.id ?? '', BY: request?.approvals[0]?.approver ?? '', GROUP: request?.code ?? '' },
    DAY: decided ? new Date(decided.decidedMs ?? 0).toISOString().slice(0, 10) : '',
    ...{ ROLE: request?.code ?? '', RULE: conflict?.id ?? '', HELD: heldIn(task, key) },
    ...{
      ADMIN: account?.adminRoles[0] ?? '',
      ORDERER: orderer?.workerId ?? '',
      ORG: orderer?.department ?? '',
    },
    ...{ LINE: String(own + 1), OWN: lines[own]?.workerId ?? '', CODE: lines[own]?.code ?? '' },
    ...{ MANAGER: text('manager'), OF: text('group') },
  };
}

/** What somebody holds that breaks a rule together with this. */
function heldIn({ world, params }: Task, key: string): string {
  const [rule] = sodConflicts(world, String(params.subject), key);
  const other = rule ? [...rule.left, ...rule.right].find(each => each !== key) : undefined;
  return other?.split('/')[1] ?? '';
}

const fill = (text: string, words: Words): string =>
  text.replace(/\{(\w+)\}/g, (_all, word: string) => words[word] || `no ${word}`);

/** What is found where an expert's findings say this instead. */
function faults(given: Given, text: string): string[] {
  const desk = given.after.brightqueue as unknown as { comments: Record<string, { kind: string }> };
  const old = Object.keys((given.before.brightqueue as unknown as typeof desk).comments);
  const comments = Object.fromEntries(
    Object.entries(desk.comments).map(([id, comment]) => {
      const isNew = !old.includes(id) && comment.kind === 'work note';
      return [id, isNew ? { ...comment, text } : comment];
    }),
  );
  const after = { ...given.after, brightqueue: { ...desk, comments } } as unknown as Given['after'];
  const outcome = must(given.trace.outcome ?? undefined, 'an outcome');
  return p24.check({ ...given, after, trace: { ...given.trace, outcome: { ...outcome, note: text } } });
}

/** The first of a few tasks that end so, as its expert ended it. */
async function endOf({ scenario, edge, reason }: Told, env: Env, seen: { given?: Given }) {
  for (let n = 1; n <= 40; n++) {
    const seed = `honest/${n}`;
    const task = makeTask({ scenario, edge, seed, worldSeed: seed });
    const { outcome } = await act(task, { env, catalog: lookingOn(seen) });
    const isReached = reason !== 'IDENTITY_UNVERIFIED' || /nobody answered/.test(outcome?.note ?? '');
    const given = seen.given;
    if (outcome?.reason === reason && isReached && given) return { given, words: wordsOf(task, given) };
  }
  throw new Error(`${scenario} never ends for ${reason}`);
}

const WAYS = [0, 1, 2, 3] as const;

describe.each(FINDINGS_TOLD)('findings for $reason', told => {
  const seen: { given?: Given } = {};
  const env = makeEnv({ catalog: lookingOn(seen) });
  let end: Awaited<ReturnType<typeof endOf>>;
  beforeAll(async () => {
    end = await endOf(told, env, seen);
  });
  afterAll(() => env.close());

  it.each(WAYS)('are honest in whatever words: %s', way => {
    const text = fill(told.is[way], end.words);
    expect({ text, faults: faults(end.given, text) }).toEqual({ text, faults: [] });
  });

  it.each(WAYS)('are neither empty nor untrue: %s', way => {
    const text = fill(told.isNot[way], end.words);
    expect({ text, faults: faults(end.given, text) }).not.toEqual({ text, faults: [] });
  });
});
