import { describe, expect, it } from 'vitest';
import { QUESTIONS } from '../../../apps-sim/postbay/acts/calls.ts';
import type { Call, State } from '../../../apps-sim/postbay/state.ts';
import { createHost, type Host } from '../../../src/app/host/host.ts';
import { catalog } from '../../../src/catalog.ts';
import { must } from '../../../src/core/assert.ts';
import type { Person, World } from '../../../src/world/world.ts';
import { makeWorld } from '../../support/fixtures.ts';

const app = must(catalog.range.apps.postbay, 'postbay');
const clean = makeWorld();
const person = must(
  Object.values(clean.persons).find(({ status, manager }) => status === 'active' && manager !== null),
  'somebody at work',
);

interface Desk {
  host: Host;
  clock: { nowMs: number };
}

/** Postbay over a company where the person's line is answered by somebody. */
function open(counterpart: string, whose: Person = person, matter = ''): Desk {
  const { range } = catalog;
  const line = { workerId: whose.workerId, counterpart, seed: 'test', matter };
  const world: World = { ...clean, lines: { [whose.workPhone]: line, [whose.mail]: line } };
  const clock = { nowMs: world.nowMs };
  const advance = (ms: number): void => {
    clock.nowMs += ms;
  };
  const skins = { postbay: app.skins[0] };
  const nowMs = (): number => clock.nowMs;
  return { clock, host: createHost({ range, world, appNames: ['postbay'], skins, nowMs, advance }) };
}

function get({ host }: Desk, path: string): string {
  return String(host.exchange({ method: 'GET', url: host.addressOf('postbay', path), form: [] }).body);
}

function post(desk: Desk, path: string, form: Record<string, string>): string {
  const { host } = desk;
  const url = host.addressOf('postbay', path);
  const { location, body } = host.exchange({ method: 'POST', url, form: Object.entries(form) });
  return location === undefined ? String(body) : get(desk, new URL(location).pathname);
}

const stateOf = ({ host }: Desk): State => host.state.apps.postbay as State;
const callsOf = (desk: Desk): Call[] => Object.values(stateOf(desk).calls);
const dial = (desk: Desk, number: string): string => post(desk, '/calls/new', { number, ticket: 'INC1' });

describe('a call', () => {
  it('is answered, takes the time that it takes, and shows what was said', () => {
    const desk = open('themselves');
    const before = desk.clock.nowMs;
    expect(dial(desk, person.workPhone)).toContain('Connected');
    expect(desk.clock.nowMs).toBeGreaterThanOrEqual(before + 6000);
    const page = post(desk, '/calls/CALL-0001/ask', { topic: 'workerId' });
    expect(page).toContain(QUESTIONS.workerId);
    expect(page).toContain(person.workerId);
    expect(post(desk, '/calls/CALL-0001/end', {})).toContain('The call has ended.');
    expect(post(desk, '/calls/CALL-0001/ask', { topic: 'manager' })).toContain('Nobody is on the line.');
  });

  it('hears nothing before its time', () => {
    const desk = open('themselves');
    dial(desk, person.workPhone);
    desk.clock.nowMs = clean.nowMs;
    const page = get(desk, '/calls/CALL-0001');
    expect(page).toContain('It is ringing.');
    expect(page).not.toContain('Ask a question');
  });

  it('rings in vain where nobody is, and not at all where there is no line', () => {
    const desk = open('not-reached');
    expect(dial(desk, person.workPhone)).toContain('No answer');
    expect(desk.clock.nowMs).toBe(clean.nowMs + 45_000);
    expect(dial(desk, '+44 20 0000 0000')).toContain('Not in service');
    expect(dial(desk, 'my desk')).toContain('A number has figures');
    expect(callsOf(desk).map(({ reached }) => reached)).toEqual(['No answer', 'Not in service']);
  });

  it('reaches a line however its number is written, and bears witness of it', () => {
    const desk = open('denies');
    dial(desk, person.workPhone.replace(/[ -]/g, ''));
    expect(post(desk, '/calls/CALL-0001/ask', { topic: 'request' })).not.toContain('Yes');
    const [call] = app.evidence?.calls?.(stateOf(desk)) ?? [];
    expect(call).toMatchObject({ isAnswered: true, answers: [{ topic: 'request', isRight: false }] });
  });

  it('carries what is read out, and keeps its end alone on the screen', () => {
    const desk = open('themselves');
    dial(desk, person.workPhone);
    const page = post(desk, '/calls/CALL-0001/read-out', { text: 'SYNTH-PASS-ABCD-2345' });
    expect(page).toContain('Read out: … 2345');
    expect(page).not.toContain('ABCD');
    const [call] = app.evidence?.calls?.(stateOf(desk)) ?? [];
    expect(call?.readOut).toMatchObject([{ text: 'SYNTH-PASS-ABCD-2345' }]);
    expect(callsOf(desk)[0]?.handsOver).toBe(true);
    post(desk, '/calls/CALL-0001/end', {});
    expect(post(desk, '/calls/CALL-0001/read-out', { text: 'x' })).toContain('Nobody is on the line.');
  });

  it('takes a question in other words, and answers what it asks', () => {
    const desk = open('themselves', person, 'It is my Orchid 7.');
    dial(desk, person.workPhone);
    const text = 'Please say which phone you lost.';
    expect(post(desk, '/calls/CALL-0001/ask-else', { text })).toContain('It is my Orchid 7.');
    expect(callsOf(desk)[0]?.asksMore).toBe(true);
    post(desk, '/calls/CALL-0001/ask-else', { text: 'What is your worker ID, then?' });
    const [call] = app.evidence?.calls?.(stateOf(desk)) ?? [];
    expect(call?.answers).toMatchObject([{ topic: 'workerId', isRight: true }]);
  });

  it('mixes up no fact that is right', () => {
    const desk = open('pretender');
    dial(desk, person.workPhone);
    for (const topic of Object.keys(QUESTIONS)) post(desk, '/calls/CALL-0001/ask', { topic });
    const known = must(stateOf(desk).contacts[person.workerId], person.workerId);
    const right = callsOf(desk)[0]?.said.filter(
      ({ who, topic, text }) =>
        who === 'Other side' && topic !== '' && topic !== 'request' && text.includes(known[topic]),
    );
    expect(right?.length).toBe(2);
  });
});

describe('a message', () => {
  const message = { channel: 'Mail', subject: 'INC1', text: 'Was it you?', ticket: 'INC1' };

  it('is answered later, and the reply is shown from then on', () => {
    const desk = open('denies');
    const now = post(desk, '/inbox/new', { ...message, to: person.mail });
    expect(now).toContain('Was it you?');
    const reply = must(Object.values(stateOf(desk).messages).at(-1), 'the reply');
    expect(reply.from).toBe(person.mail);
    expect(now).not.toContain(reply.text.slice(0, 12));
    desk.clock.nowMs = reply.atMs;
    expect(get(desk, `/threads/${reply.thread}`)).toContain(reply.text.slice(0, 12));
  });

  it('that asks is answered to the matter, by whoever knows it', () => {
    const replyTo = (text: string): string => {
      const desk = open('themselves', person, 'The blue one.');
      post(desk, '/inbox/new', { ...message, text, to: person.mail });
      return Object.values(stateOf(desk).messages).at(-1)?.text ?? '';
    };
    expect(replyTo('Which one is it?')).toBe('The blue one.');
    expect(replyTo('Hello.')).not.toBe('The blue one.');
  });

  it('comes back from where no mailbox is, and holds no credential', () => {
    const desk = open('themselves');
    expect(post(desk, '/inbox/new', { ...message, to: 'x@y.example' })).toContain('unavailable (550)');
    const secret = { ...message, text: 'The password is: hunter2', to: person.mail };
    expect(post(desk, '/inbox/new', secret)).toContain('Sending is blocked.');
  });
});
