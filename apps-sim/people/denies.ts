import { defineCounterpart } from '#range';
import { fact, pickedUp, spoken, worded, written } from './phrases.ts';

/** The person, who never asked: somebody else opened the ticket in this name. */
export default defineCounterpart({
  name: 'denies',
  summary: 'The person picks up, knows every fact, and denies having asked.',
  truth: { voice: 'own', hasAsked: false },
  share: 10,
  answers(asking, { knows, rng }) {
    const no = [
      'No. I have not asked for anything.',
      'No, that was not me. Everything works here.',
      'What ticket? I did not call you today.',
    ];
    if (asking.way === 'ring') {
      const hello = ['{}, hello. What is it about?', 'Hello, {} speaking.', '{}. Who is calling, please?'];
      return pickedUp(
        rng,
        worded(rng, 'hello', hello).replace('{}', () => knows.name),
      );
    }
    if (asking.way === 'told') return spoken(rng, 'told', 'What is that for? I did not ask for it.');
    if (asking.way === 'message') return written(rng, [2, 15], worded(rng, 'request', no));
    if (asking.topic !== 'request') return fact(asking.topic, knows, rng);
    return spoken(rng, 'request', worded(rng, 'request', no));
  },
});
