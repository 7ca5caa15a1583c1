import type { Answering, KnownFacts, Rng, Said, Topic } from '#range';

/** How people speak: wordings of the same thing, and how long a human takes. */

/** One of some wordings, always the same for the same line and matter. */
export function worded(rng: Rng, matter: string, wordings: readonly string[]): string {
  return rng.fork(`words/${matter}`).pick(wordings);
}

/** Something said on the telephone, a few seconds after it was asked. */
export function spoken(rng: Rng, matter: string, text: string): Said {
  return { text, afterMs: rng.fork(`seconds/${matter}`).int(3, 11) * 1000 };
}

/** Somebody picks up after some rings. */
export function pickedUp(rng: Rng, text: string): Said {
  return { text, afterMs: rng.fork('rings').int(6, 24) * 1000 };
}

/** A written reply, some minutes after the message. */
export function written(rng: Rng, minutes: readonly [number, number], text: string): Said {
  return { text, afterMs: rng.fork('minutes').int(...minutes) * 60_000 + rng.fork('more').int(1, 59) * 1000 };
}

const SPOKEN: Readonly<Record<keyof KnownFacts & Topic, readonly string[]>> = {
  workerId: ['My worker ID is {}.', 'It is {}.', '{}, it stands on my badge.', '{}.', 'I have {} here.'],
  manager: ['I report to {}.', 'My manager is {}.', 'That is {}.', '{}.', '{} is my boss.'],
  organisation: ['I work in {}.', '{}.', 'My organisation is {}.', 'I belong to {}.', 'With {}.'],
  position: ['I am {}.', 'My position is {}.', '{} is what my contract says.', '{}.', 'They call it {}.'],
  location: ['I work in {}.', '{}.', 'The office in {}.', 'I sit in {}.', 'At {}, as always.'],
};
const UNKNOWN = [
  "I don't have that at hand, can't we skip it?",
  'I would have to look that up. Is it really needed?',
  "I can't tell you that right now, I am in a hurry.",
];

/** How somebody talks, the same on the whole line: in few words, in many, politely, or neither. */
const MANNERS: readonly string[] = [
  '{}',
  '{}',
  'Certainly. {}',
  'Hold on, it is loud here. So: {}',
  '{} Do you need anything else?',
  'Sure. {}',
];

function said(rng: Rng, text: string): string {
  return rng
    .fork('manner')
    .pick(MANNERS)
    .replace('{}', () => text);
}

/** A fact, said by somebody who knows it. */
export function fact(topic: keyof KnownFacts & Topic, facts: KnownFacts, rng: Rng): Said {
  const text = worded(rng, topic, SPOKEN[topic]);
  const value = facts[topic];
  return spoken(
    rng,
    topic,
    value === ''
      ? 'There is none, as far as I know.'
      : said(
          rng,
          text.replace('{}', () => value),
        ),
  );
}

/** A fact, missed by somebody who does not know it: somebody else's is said, or none. */
export function missed(topic: keyof KnownFacts & Topic, { knows, mixesUp, rng }: Answering): Said {
  const guesses = rng.fork(`guess/${topic}`).chance(1, 2) && mixesUp[topic] !== knows[topic];
  return guesses && mixesUp[topic] !== ''
    ? fact(topic, mixesUp, rng)
    : spoken(rng, topic, worded(rng, topic, UNKNOWN));
}
