import { defineCounterpart } from '#range';
import { pickedUp, spoken, worded, written } from './phrases.ts';

/** An honest colleague at the next desk: nobody is verified by that. */
export default defineCounterpart({
  name: 'colleague',
  summary: 'Somebody else picks up and says so: no name is said, and no question is answered.',
  truth: { voice: 'other', hasAsked: true },
  share: 9,
  answers(asking, { rng }) {
    if (asking.way === 'ring') {
      const hello = [
        'Hello? This is not my telephone, I sit at the next desk. Nobody is here.',
        'I only picked up because it kept ringing; whoever you want is out.',
        'You have a colleague on the line. The desk is empty, try again later.',
      ];
      return pickedUp(rng, worded(rng, 'hello', hello));
    }
    if (asking.way === 'message') {
      return written(rng, [5, 20], 'I answer for a colleague who is away. Please ask again tomorrow.');
    }
    if (asking.way === 'told') return spoken(rng, 'told', 'I can leave a note on the desk, if you like.');
    const no = [
      "I can't answer for somebody else.",
      'You would have to ask that in person.',
      "I don't know.",
    ];
    return spoken(rng, asking.topic, worded(rng, asking.topic, no));
  },
});
