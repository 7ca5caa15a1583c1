import { describe, expect, it } from 'vitest';
import type { State } from '../../../apps-sim/postbay/state.ts';
import { catalog } from '../../../src/catalog.ts';
import { INCIDENTS } from '../../../src/world/ticket-words.ts';
import { makeHost, makeTask, makeWorld } from '../../support/fixtures.ts';

const OF_ONESELF = /\b(?:I|me|my|we|us|our)\b/i;

/** What came in by mail and chat before the work began, with who wrote it. */
function lettersOf(world = makeWorld({ people: 400 })): { text: string; name: string }[] {
  const { messages, contacts } = makeHost({ world }).state.apps.postbay as State;
  const names = new Map(Object.values(contacts).map(({ mail, name }) => [mail, name]));
  return Object.values(messages).flatMap(({ text, from }) => {
    const name = names.get(from);
    return name === undefined ? [] : [{ text, name }];
  });
}

describe('what people write', () => {
  it('is in the first person, wherever incidents have words', () => {
    const ofApps = Object.values(catalog.range.apps).flatMap(({ population }) => population?.incidents ?? []);
    const said = [...INCIDENTS, ...ofApps].flatMap(words => words.said);
    expect(said.filter(text => !OF_ONESELF.test(text) || text.includes('{name}'))).toEqual([]);
    expect(new Set(said).size).toBe(said.length);
  });

  it('tells of themselves, with their name below at most, and begins in several ways', () => {
    const letters = lettersOf();
    expect(letters.length).toBeGreaterThan(8);
    for (const { text, name } of letters) {
      expect(text).toMatch(OF_ONESELF);
      expect(text.slice(0, -name.length)).not.toContain(name);
    }
    const begins = new Set(letters.map(({ text }) => text.split(/[\s,!]/)[0]));
    expect(begins.size).toBeGreaterThan(3);
  });

  it('is what the desk has of it, and a loss is told by the caller or by whoever heard it', () => {
    const channels = new Set<string>();
    for (const seed of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) {
      const { params, world } = makeTask({ scenario: 'authentication/remove-lost-factor', seed });
      const ticket = world.tickets[String(params.ticket)];
      channels.add(ticket?.channel ?? '');
      expect(OF_ONESELF.test(ticket?.description ?? '')).toBe(ticket?.channel !== 'Phone');
      const isThere = lettersOf(world).some(({ text }) => text.includes(ticket?.description ?? '?'));
      expect(isThere).toBe(ticket?.channel === 'Chat');
    }
    expect(channels.size).toBe(3);
  });
});
