import { describe, expect, it } from 'vitest';
import { asksFor } from '../../../apps-sim/people/asked.ts';
import { people } from '../../../apps-sim/people/index.ts';
import { topicOf } from '../../../apps-sim/postbay/acts/calls.ts';
import { type Asking, hear } from '../../../src/world/counterpart.ts';

const MATTER = 'It is my work phone Orchid 7. Sorry, I should have said so.';
const knows = {
  name: 'Giulia Fabbri',
  workerId: 'E100207',
  manager: 'Marta Kos',
  organisation: 'Finance',
  position: 'Cost Analyst',
  location: 'Prague',
};

function say(asking: Asking, { seed = 's', counterpart = 'themselves', matter = MATTER } = {}): string {
  const on = { line: { counterpart, seed, matter }, knows, mixesUp: knows, nowMs: 0, waitedMs: 3_600_000 };
  return hear(people, asking, on)?.text ?? '';
}

describe('a question in words of one’s own', () => {
  it('is known by the things that it names, whatever sign it ends with', () => {
    expect(asksFor('Please tell me which of them you lost: Orchid 7 or Orchid 9.', MATTER)).toBe(true);
    expect(asksFor('Say whether it is the work phone.', MATTER)).toBe(true);
    expect(asksFor('Did you open INC0041290?', MATTER)).toBe(false);
    expect(asksFor('Your request was received.', MATTER)).toBe(false);
    expect(asksFor('Which one?', '')).toBe(false);
  });

  it('is answered by who knows, in writing and on the line, and by nobody else', () => {
    const text = 'Please tell me which of them you lost: Orchid 7 or Orchid 9.';
    for (const channel of ['chat', 'mail'] as const)
      expect(say({ way: 'message', channel, text })).toBe(MATTER);
    expect(say({ way: 'asked', text })).toBe(MATTER);
    for (const counterpart of ['colleague', 'denies', 'pretender'])
      expect(say({ way: 'asked', text }, { counterpart })).not.toContain('Orchid');
    expect(say({ way: 'asked', text }, { matter: '' })).not.toContain('Orchid');
  });

  it('is one of the usual topics where it names just one', () => {
    expect(topicOf('And who is your manager, please?')).toBe('manager');
    expect(topicOf('Which phone did you lose?')).toBeUndefined();
    expect(topicOf('Tell me your team and your manager.')).toBeUndefined();
  });
});

describe('what is read out', () => {
  it('is had where it is a secret, and heard where it is news', () => {
    expect(say({ way: 'told', text: 'SYNTH-PASS-ABCD-2345' })).not.toBe(
      say({ way: 'told', text: 'Your lock is gone.' }),
    );
  });
});

describe('how somebody talks', () => {
  it('is plain in most answers, and no manner stands before every fact', () => {
    const TOPICS = ['workerId', 'manager', 'organisation', 'position', 'location'] as const;
    const MANNER =
      /^(?:Certainly|Sure|Let me see|Of course|Gladly)|(?:anything else|Was that all|What else)\?$/;
    const lines = Array.from({ length: 100 }, (_, i) =>
      TOPICS.map(topic => MANNER.test(say({ way: 'question', topic }, { seed: `s${i}` }))),
    );
    const count = lines.flat().filter(Boolean).length;
    expect(count).toBeGreaterThan(20);
    expect(count).toBeLessThan(200);
    expect(lines.filter(line => line.every(Boolean)).length).toBeLessThan(3);
  });
});
