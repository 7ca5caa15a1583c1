import { describe, expect, it } from 'vitest';
import { daysFrom } from '../../../src/world/days.ts';
import { LEFT } from '../../../apps-sim/harborlight/acts/lifecycle.ts';
import { memberFactsOf } from '../../../apps-sim/freightlane/population.ts';
import { textOf } from '../../../src/screen/find.ts';
import { act, makeTask } from '../../support/fixtures.ts';

const PLANNED = ['leavers/partner-offboarding', 'leavers/planned-leaver'];

/** Companies that are met on several weekdays, Monday among them. */
const SEEDS = ['1', '2', '3', '4', '5', '6'];

describe.each(PLANNED)('the leaver of %s', name => {
  it.each(SEEDS)('had the last day on the working day before, in HR: %s', seed => {
    const { params, world, goal } = makeTask({ scenario: name, seed, worldSeed: seed });
    const { subject = '', ticket = '', lastDay: stated } = params as Record<string, string>;
    const days = daysFrom(world.today);
    const before = days.at(days.workday(-1));
    expect(goal).not.toMatch(/yesterday|today, /i);
    const ends = world.hrEvents.filter(event => event.workerId === subject && event.kind === 'Terminate');
    expect(ends.map(({ effective }) => effective)).toEqual([before]);
    expect(world.persons[subject]).toMatchObject({ status: 'terminated', terminationDay: before });
    expect(world.tickets[ticket]?.description).toContain(`had the last day on ${stated ?? before}`);
  });
});

describe('the last day of a leaver', () => {
  it('is the one that HR has, in the ERP and in what is told, where the ticket has an earlier one', async () => {
    const tasks = Array.from({ length: 12 }, (_, n) =>
      makeTask({ scenario: 'leavers/planned-leaver', seed: `day/${n}`, skins: n }),
    );
    const hrDayOf = ({ params, world }: (typeof tasks)[number]) =>
      world.persons[String(params.subject)]?.terminationDay ?? '';
    const others = tasks.filter(task => task.params.lastDay !== hrDayOf(task));
    expect(others.length).toBeGreaterThan(0);
    expect(others.length).toBeLessThan(tasks.length / 2);
    for (const task of others) {
      expect(String(task.params.lastDay) < hrDayOf(task)).toBe(true);
      const { outcome, verdict } = await act(task);
      expect(verdict.success).toBe(true);
      expect(outcome?.note).toContain(`${hrDayOf(task)} is the last day in HR`);
    }
  });
});

describe('the tokens of who leaves the partner hub', () => {
  const tasks = Array.from({ length: 16 }, (_, n) =>
    makeTask({ scenario: 'leavers/partner-offboarding', seed: `tokens/${n}` }),
  );
  const tokensOf = ({ params, world }: (typeof tasks)[number]) =>
    memberFactsOf(world.accounts[String(params.account)])?.tokens ?? [];
  const daysSince = (ms: number, nowMs: number): number => (nowMs - ms) / 86_400_000;

  it('were used lately, long ago, or never', () => {
    const days = tasks.flatMap(task =>
      tokensOf(task).map(({ lastUsedMs }) => lastUsedMs && daysSince(lastUsedMs, task.world.nowMs)),
    );
    expect(days.some(since => since === null)).toBe(true);
    expect(days.some(since => since !== null && since > 45)).toBe(true);
    expect(days.some(since => since !== null && since < 25)).toBe(true);
  });

  it('go where nothing uses them; one in use stays, and the ticket goes to those who own what runs on it', async () => {
    const reasons = new Set<string>();
    for (const task of tasks) {
      const { outcome, verdict } = await act(task);
      expect(verdict.success).toBe(true);
      const reason = outcome?.reason ?? '';
      reasons.add(reason);
      if (reason === 'NO_OWNER') continue;
      const isInUse = tokensOf(task).some(
        ({ lastUsedMs }) => lastUsedMs !== null && daysSince(lastUsedMs, task.world.nowMs) < 30,
      );
      expect(reason).toBe(isInUse ? 'DEPENDENCY_RISK' : '');
    }
    expect([...reasons].sort()).toEqual(['', 'DEPENDENCY_RISK', 'NO_OWNER']);
  });
});

it('accounts that the identity provider has left are told of in the notes, with who takes care of them', async () => {
  const { steps, outcome } = await act(makeTask({ scenario: 'leavers/planned-leaver' }));
  const texts = steps.map(({ observation }) => textOf(observation.tree));
  const said = texts.find(text => LEFT.test(text)) ?? '';
  const [, count = ''] = LEFT.exec(said) ?? [];
  expect(Number(count)).toBeGreaterThan(0);
  expect(outcome?.note).toMatch(
    new RegExp(`Application Owners end the accounts in ${count} assigned applications?`),
  );
  expect(texts.some(text => text.includes('who have the list of leavers from HR'))).toBe(true);
});
