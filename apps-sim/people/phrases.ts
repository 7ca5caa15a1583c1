import type { Answering, KnownFacts, Rng, Said, Topic } from '#range';

/** How people speak: wordings of the same thing in the registers of an office, and how long a human takes. */

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

/** Somebody picks up with one of some greetings, `{}` being the name. */
export function greeted(rng: Rng, greetings: readonly string[], name: string): Said {
  return pickedUp(
    rng,
    worded(rng, 'hello', greetings).replace('{}', () => name),
  );
}

/** A written reply, some minutes after the message. */
export function written(rng: Rng, minutes: readonly [number, number], text: string): Said {
  return { text, afterMs: rng.fork('minutes').int(...minutes) * 60_000 + rng.fork('more').int(1, 59) * 1000 };
}

const SPOKEN: Readonly<Record<keyof KnownFacts & Topic, readonly string[]>> = {
  workerId: [
    'My worker ID is {}.',
    'It is {}.',
    '{}, it stands on my badge.',
    '{}.',
    'I have {} here.',
    'That would be {}, if I read my badge right.',
    'The number on my payslip is {}.',
    '{}. I had to look at the badge myself.',
    'You should have me under {}.',
  ],
  manager: [
    'I report to {}.',
    'My manager is {}.',
    'That is {}.',
    '{}.',
    '{} is my boss.',
    'My line manager is {}, for the time being.',
    'The one who signs my holidays is {}.',
    '{}, who sits two desks from here.',
    'On paper and in fact it is {}.',
  ],
  organisation: [
    'I work in {}.',
    '{}.',
    'My organisation is {}.',
    'I belong to {}.',
    'With {}.',
    'We are {} here.',
    'You reach me in {}, that is my team.',
    'On the chart I stand under {}.',
    '{}, unless they have moved me again.',
  ],
  position: [
    'I am {}.',
    'My position is {}.',
    '{} is what my contract says.',
    '{}.',
    'They call it {}.',
    'My title is {}.',
    'HR has me down as {}.',
    'On my card it says {}.',
    '{}, officially.',
  ],
  location: [
    'I work in {}.',
    '{}.',
    'The office in {}.',
    'I sit in {}.',
    'At {}, as always.',
    'I am based in {}.',
    'You would find me in {}.',
    'My desk is in {}.',
    '{} is where I come in every morning.',
  ],
};
const UNKNOWN = [
  "I don't have that at hand, can't we skip it?",
  'I would have to look that up. Is it really needed?',
  "I can't tell you that right now, I am in a hurry.",
  'No idea, to be honest. Who knows such things by heart?',
  'That has changed so often that I would only be guessing.',
  'Is that a trick question? Next one, please.',
  "My papers are at home. Can't you just look it up?",
  'You have that on your screen, why ask me?',
  'Sorry, the line is bad. Could we go on with something else?',
];
const NONE = [
  'There is none, as far as I know.',
  'I have none.',
  'None that I was told of.',
  'That is empty for me, I think.',
  'Nobody has ever given me one.',
  'I am afraid there is nothing of the kind.',
  'Nothing is entered there for me.',
  'You will find none, I am a special case.',
];

/** What somebody says around an answer, now and then: what fits before or after any sentence. */
const MANNERS: readonly string[] = [
  'Certainly. {}',
  '{} Do you need anything else?',
  'Sure. {}',
  'Let me see. {}',
  '{} Was that all?',
  'Of course, you have to ask. {}',
  '{} What else?',
  'Gladly. {}',
];

/** Most answers are given as they are; whoever has a manner does not have it in every sentence. */
function said(rng: Rng, matter: string, text: string): string {
  const own = rng.fork(`manner/${matter}`);
  if (!own.chance(1, 5)) return text;
  return own.pick(MANNERS).replace('{}', () => text);
}

/** A fact, said by somebody who knows it. */
export function fact(topic: keyof KnownFacts & Topic, facts: KnownFacts, rng: Rng): Said {
  const value = facts[topic];
  if (value === '') return spoken(rng, topic, worded(rng, topic, NONE));
  const text = worded(rng, topic, SPOKEN[topic]).replace('{}', () => value);
  return spoken(rng, topic, said(rng, topic, text));
}

/** A fact, missed by somebody who does not know it: somebody else's is said, or none. */
export function missed(topic: keyof KnownFacts & Topic, { knows, mixesUp, rng }: Answering): Said {
  const guesses = rng.fork(`guess/${topic}`).chance(1, 2) && mixesUp[topic] !== knows[topic];
  return guesses && mixesUp[topic] !== ''
    ? fact(topic, mixesUp, rng)
    : spoken(rng, topic, worded(rng, topic, UNKNOWN));
}
