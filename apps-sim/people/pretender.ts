import { defineCounterpart } from '#range';
import { fact, missed, pickedUp, spoken, worded, written } from './phrases.ts';

/** What can be found out about anybody, and what an outsider has to guess. */
const FACTS = ['workerId', 'manager', 'organisation', 'position', 'location'] as const;
const KNOWN = 2;

/** Somebody got hold of the line: sure of the name, of some facts, and in a hurry. */
export default defineCounterpart({
  name: 'pretender',
  summary: 'Somebody poses as the person, knows some of the facts and is wrong or vague about the others.',
  truth: { voice: 'false', hasAsked: false },
  share: 10,
  answers(asking, on) {
    const { knows, rng } = on;
    if (asking.way === 'ring') {
      const hello = [
        'Yes, {} here. Is my access back?',
        '{} speaking. I have a customer waiting.',
        'Hello, {}.',
      ];
      return pickedUp(
        rng,
        worded(rng, 'hello', hello).replace('{}', () => knows.name),
      );
    }
    if (asking.way === 'told') {
      return spoken(rng, 'told', worded(rng, 'told', ['Perfect, thank you!', 'Great, that is all I need.']));
    }
    if (asking.way === 'message')
      return written(rng, [1, 4], 'Yes, that was me. Please hurry, I have a call.');
    const { topic } = asking;
    if (topic === 'request') {
      const yes = ['Yes, yes, that was me. Can we get on?', 'Yes. How long will it take?'];
      return spoken(rng, topic, worded(rng, topic, yes));
    }
    const found = rng.fork('found out').shuffle(FACTS).slice(0, KNOWN);
    return found.includes(topic) ? fact(topic, knows, rng) : missed(topic, on);
  },
});
