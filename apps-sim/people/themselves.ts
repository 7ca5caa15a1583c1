import { defineCounterpart } from '#range';
import { fact, pickedUp, spoken, worded, written } from './phrases.ts';

/** The usual case: the person picks up, knows what HR holds, and did ask. */
export default defineCounterpart({
  name: 'themselves',
  summary: 'The person picks up, knows every fact that HR holds, and confirms the request.',
  truth: { voice: 'own', hasAsked: true },
  share: 50,
  answers(asking, { knows, matter, rng }) {
    if (asking.way === 'ring') {
      const hello = ['{} speaking, hello.', 'Hello, this is {}.', '{}, good that you call back.'];
      return pickedUp(
        rng,
        worded(rng, 'hello', hello).replace('{}', () => knows.name),
      );
    }
    if (asking.way === 'told') {
      return spoken(
        rng,
        'told',
        worded(rng, 'told', [
          'I have it, thank you.',
          'Thanks, I have written it down.',
          'Got it, it works. Thank you.',
        ]),
      );
    }
    if (asking.way === 'message' && matter !== '' && asking.text.includes('?'))
      return written(rng, [2, 12], matter);
    if (asking.way === 'message') {
      return written(
        rng,
        [2, 12],
        worded(rng, 'reply', ['Thanks, yes, that was me.', 'Yes, I asked for that.']),
      );
    }
    if (asking.topic !== 'request') return fact(asking.topic, knows, rng);
    const yes = ['Yes, that was me.', 'Yes, I asked for it today.', 'Yes, please go ahead.'];
    return spoken(rng, 'request', worded(rng, 'request', yes));
  },
});
