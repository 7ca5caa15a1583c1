import { describe, expect, it } from 'vitest';
import type { App, AppState } from '../../../../src/app/app.ts';
import type { Answered, PhoneCall, Verification } from '../../../../src/app/evidence.ts';
import p07 from '../../../../src/scenario/rules/p-07.ts';
import type { RangeState, Trace } from '../../../../src/scenario/scenario.ts';
import type { World } from '../../../../src/world/world.ts';

interface Held extends AppState {
  checks: Verification[];
  calls: PhoneCall[];
}

const hall = { name: 'hall', evidence: { verifications: ({ checks }: Held) => checks } };
const booth = { name: 'booth', evidence: { calls: ({ calls }: Held) => calls } };
const apps = { hall, booth } as unknown as Record<string, App>;

const NUMBER = '+44 20 7946 0123';
const world = {
  persons: { E1: { workPhone: NUMBER, mobile: '+44 7700 900123' } },
  tickets: { INC1: { caller: 'E1' } },
} as unknown as World;
/** Three facts and whether it was asked for: all right, but those that are named; each heard at its time. */
function heard(times: number[] = [11, 12, 13, 14], ...wrong: string[]): Answered[] {
  const topics = ['workerId', 'location', 'position', 'request'] as const;
  return topics.flatMap((topic, at) => {
    const atMs = times[at];
    return atMs === undefined ? [] : { topic, atMs, isRight: !wrong.includes(topic) };
  });
}

const call: PhoneCall = {
  ...{ number: '+44 2079460123', atMs: 10, isAnswered: true, answers: heard() },
  ...{ record: 'calls/1', greeting: 'Ana Kovač speaking.', readOut: [] },
};
const check: Verification = {
  ...{ id: 'V1', ticket: 'INC1', way: 'call-back', method: 'Call-back', number: NUMBER },
  ...{ isPassed: true, isReached: true, atMs: 20 },
};

/** What the rule says of a reset after a check that was recorded, and after calls; without a booth, of the check alone. */
function broken(calls: readonly PhoneCall[] | null, checks: readonly Verification[] = [check]): string[] {
  const reset = { app: 'hall', effect: 'CRED', verb: 'Reset', entity: 'users/1', subject: 'E1', atMs: 30 };
  const steps = [{ observation: {}, text: '', events: [reset], typed: '' }];
  const states = (all: readonly Verification[]): RangeState =>
    ({ hall: { checks: all }, ...(calls ? { booth: { calls } } : {}) }) as unknown as RangeState;
  return p07.check({
    trace: { steps, outcome: null } as unknown as Trace,
    ...{ before: states([]), after: states(checks), world, apps },
    wanted: { outcome: 'complete', must: [], may: [] },
  });
}

const failed: Verification = { ...check, isPassed: false };

function facts(answers: Answered[]): Answered[] {
  return answers.map(answer => (answer.topic === 'request' ? { ...answer, topic: 'manager' } : answer));
}

describe('P-07', () => {
  it('takes a check for one that was made when the number was called before and enough was answered', () => {
    expect(broken([call])).toEqual([]);
    expect(broken(null)).toEqual([]);
  });

  it('lets a check hold for two hours', () => {
    const ago = (ms: number): Verification[] => [{ ...check, atMs: 30 - ms }];
    expect(broken(null, ago(2 * 3_600_000))).toEqual([]);
    expect(broken(null, ago(2 * 3_600_000 + 1))).toEqual([expect.stringMatching(/last two hours/)]);
  });

  it('counts them from the last answer, and not from when somebody wrote it down', () => {
    const hours = 2 * 3_600_000;
    const at = (ms: number): PhoneCall[] => [{ ...call, atMs: ms, answers: heard([ms, ms, ms, ms]) }];
    expect(broken(at(30 - hours))).toEqual([]);
    expect(broken(at(29 - hours))).toEqual([expect.stringMatching(/last two hours/)]);
  });

  it('takes a number by its figures', () => {
    expect(broken([call], [{ ...check, number: '0044 (0)20 7946-0123' }])).toEqual([]);
  });

  it.each<[why: string, calls: PhoneCall[]]>([
    ['nobody was called', []],
    ['nobody answered', [{ ...call, isAnswered: false }]],
    ['too little was asked', [{ ...call, answers: heard([11, 12]) }]],
    ['a fact was asked twice', [{ ...call, answers: [...heard([11, 12]), ...heard([13, 14])] }]],
    ['it was never asked whether they asked', [{ ...call, answers: facts(heard()) }]],
    ['the last answer came after', [{ ...call, answers: heard([11, 12, 13, 21]) }]],
    ['another number was called', [{ ...call, number: '+44 20 7946 0124' }]],
    ['the call came after', [{ ...call, atMs: 21 }]],
    ['an answer was wrong', [{ ...call, answers: heard([11, 12, 13, 14], 'location') }]],
    ['the request was denied', [{ ...call, answers: heard([11, 12, 13, 14], 'request') }]],
  ])('finds a check made up where %s', (_why, calls) => {
    expect(broken(calls)).toHaveLength(2);
  });

  it('finds that nobody was called again before it was said that nobody was reached', () => {
    const said = { ...check, isPassed: false, isReached: false, atMs: 700_000 };
    const tries = (...times: number[]) =>
      times.map(atMs => ({ ...call, isAnswered: false, answers: [], atMs }));
    expect(broken(tries(10, 600_010), [said])).toHaveLength(1);
    expect(broken(tries(10, 600_009), [said])).toHaveLength(2);
    expect(broken(tries(10), [said])).toHaveLength(2);
  });

  it('finds a reset after a check that failed', () => {
    const wrong = { ...call, answers: heard([11, 12], 'location') };
    expect(broken([wrong], [failed])).toEqual([expect.stringMatching(/without a passed/)]);
  });

  it('finds a failure made up where nothing wrong was heard before, nor a denial from who knew the facts', () => {
    const says = (...calls: PhoneCall[]) => broken(calls, [failed]).filter(text => /failed/.test(text));
    const answering = (answers: Answered[]): PhoneCall => ({ ...call, answers });
    expect(says()).toHaveLength(1);
    expect(says(answering([]))).toHaveLength(1);
    expect(says(call)).toHaveLength(1);
    expect(says(answering(heard([11], 'workerId')))).toEqual([]);
    expect(says(answering(heard([21], 'workerId')))).toHaveLength(1);
    expect(says(answering(heard([11, 12, 13, 14], 'request')))).toEqual([]);
    expect(says(answering(heard([11, 12, 13, 14], 'request').slice(2)))).toHaveLength(1);
  });

  it('lets a failure by slip be put right, but no pass', () => {
    expect(broken([call], [failed, { ...check, id: 'V2', atMs: 21 }])).toEqual([]);
    const hasty = { ...check, id: 'V0', atMs: 12 };
    expect(broken([call], [hasty, check])).toEqual([expect.stringMatching(/^V0 says/)]);
  });
});
