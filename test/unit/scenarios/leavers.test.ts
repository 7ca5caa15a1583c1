import { describe, expect, it } from 'vitest';
import { addDays, dayOf } from '../../../src/core/calendar.ts';
import { makeTask } from '../../support/fixtures.ts';

const PLANNED = ['leavers/partner-offboarding', 'leavers/planned-leaver'];

describe.each(PLANNED)('the leaver of %s', name => {
  it('had the last day yesterday, in HR as in the ticket', () => {
    const { params, world } = makeTask({ scenario: name });
    const { subject = '', ticket = '' } = params as Record<string, string>;
    const yesterday = addDays(dayOf(world.nowMs), -1);
    const ends = world.hrEvents.filter(event => event.workerId === subject && event.kind === 'Terminate');
    expect(ends.map(({ effective }) => effective)).toEqual([yesterday]);
    expect(world.persons[subject]).toMatchObject({ status: 'terminated', terminationDay: yesterday });
    expect(world.tickets[ticket]?.description).toContain(`had the last day on ${yesterday}`);
  });
});
