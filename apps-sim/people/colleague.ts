import { defineCounterpart } from '#range';
import { pickedUp, spoken, worded, written } from './phrases.ts';

/** An honest colleague at the next desk: nobody is verified by that. */
export default defineCounterpart({
  name: 'colleague',
  summary: 'Somebody else picks up and says so: the person is not at the desk.',
  truth: { voice: 'other', hasAsked: true },
  share: 9,
  answers(asking, { knows, rng }) {
    if (asking.way === 'ring') {
      const hello = [
        "This is {}'s telephone. I sit at the next desk; {} is not here.",
        'Hello? No, {} is away from the desk, I only picked up.',
        "You have reached {}'s line, but I am a colleague. {} went out an hour ago.",
      ];
      return pickedUp(
        rng,
        worded(rng, 'hello', hello).replaceAll('{}', () => knows.name),
      );
    }
    if (asking.way === 'message') {
      return written(rng, [5, 20], 'I answer for a colleague who is away. Please ask again tomorrow.');
    }
    const no = [
      "I can't answer for somebody else.",
      'You would have to ask that in person.',
      "I don't know.",
    ];
    return spoken(rng, asking.topic, worded(rng, asking.topic, no));
  },
});
