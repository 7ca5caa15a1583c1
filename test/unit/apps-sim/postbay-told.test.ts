import { beforeAll, describe, expect, it } from 'vitest';
import { keeps } from '../../../apps-sim/postbay/wanted.ts';
import { must } from '../../../src/core/assert.ts';
import p24 from '../../../src/scenario/rules/p-24.ts';
import { dutyOf } from '../../../src/world/functions.ts';
import { act, makeTask } from '../../support/fixtures.ts';
import { type Given, lookingOn } from '../../support/looking-on.ts';

/** Those who have to know of a piece of work may be told of it (KB-01), and nobody else, nor of anybody else. */
describe('a letter about the own record', () => {
  const task = makeTask({ scenario: 'leavers/planned-leaver', seed: '1', worldSeed: '1' });
  const { world, params } = task;
  const [ticket, subject] = [String(params.ticket), String(params.subject)];
  const person = must(world.persons[subject], subject);
  const manager = must(world.persons[person.manager ?? ''], 'the manager');
  const seen: { given?: Given } = {};
  beforeAll(async () => {
    await act(task, { catalog: lookingOn(seen) });
  });

  const active = Object.values(world.persons).filter(({ status, mail }) => status === 'active' && mail);
  const of = (duty: string): string =>
    must(
      active.find(({ department }) => dutyOf(department) === duty),
      duty,
    ).mail ?? '';
  const sent = (to: string) =>
    keeps({ world, subject, ticket }).filter(
      each => each.entity === 'messages/*' && (each.to as { to?: string }).to === to,
    );

  it('may go to HR, to Security and to the manager, once, on its number', () => {
    for (const to of [of('HRO'), of('SEC'), manager.mail ?? ''])
      expect(sent(to).map(({ to: message, atMost }) => ({ message, atMost }))).toContainEqual({
        message: { to, ticket },
        atMost: 1,
      });
  });

  it('may go to nobody else', () => {
    const strangers = active.filter(({ workerId, department }) => {
      const isDuty = ['HRO', 'SEC'].includes(dutyOf(department) ?? '');
      return !isDuty && ![world.tickets[ticket]?.caller, manager.workerId].includes(workerId);
    });
    const callersManager = world.persons[world.tickets[ticket]?.caller ?? '']?.manager;
    const told = strangers.filter(
      ({ workerId, mail }) => workerId !== callersManager && sent(mail ?? '').length > 0,
    );
    expect(told).toEqual([]);
  });

  it('speaks of those whom the work is about, and of nobody else', () => {
    const given = must(seen.given, 'the end of an episode');
    const stranger = must(
      active.find(
        ({ workerId, manager: over }) =>
          over !== null && ![subject, manager.workerId, world.tickets[ticket]?.caller].includes(workerId),
      ),
      'somebody else',
    );
    const found = (text: string): string[] => p24.check(withLetter(given, of('HRO'), text));
    expect(found(`Dear colleagues, ${ticket} is about ${subject}; the last day in HR was followed.`)).toEqual(
      [],
    );
    expect(found(`Dear colleagues, what do you know of ${stranger.workerId}?`).join()).toContain('no part');
    expect(found(`${ticket}: ${subject} sits beside ${stranger.workerId}.`).join()).toContain('no part');
  });

  /** The same end, with one letter more. */
  function withLetter(given: Given, to: string, text: string): Given {
    const postbay = given.after.postbay as unknown as {
      messages: object;
      threads: object;
      mailbox: { own: { address: string } };
    };
    const message = { id: 'M9', thread: 'T9', from: postbay.mailbox.own.address, to, atMs: 0, text, ticket };
    const thread = { id: 'T9', channel: 'Mail', address: to, subject: ticket };
    const messages = { ...postbay.messages, M9: message };
    const threads = { ...postbay.threads, T9: thread };
    return {
      ...given,
      after: { ...given.after, postbay: { ...postbay, messages, threads } } as unknown as Given['after'],
    };
  }
});
