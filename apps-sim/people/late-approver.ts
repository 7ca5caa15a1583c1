import { defineCounterpart } from '#range';
import { fact, pickedUp, spoken, worded, written } from './phrases.ts';

/** Somebody who has to decide, and does so when there is time: what is written here is no approval. */
export default defineCounterpart({
  name: 'late-approver',
  summary: 'An approver who says that the decision comes later, on the request itself.',
  truth: { voice: 'own', hasAsked: false },
  share: 0,
  answers(asking, { knows, matter, rng }) {
    const later = [
      'I have not looked at it yet. I decide on the request, later today.',
      'It is on my list for this afternoon; you will see it on the request.',
      'Not now, please. I will decide it in the desk when I am back.',
    ];
    const text = worded(rng, 'later', later);
    if (asking.way === 'told') return spoken(rng, 'told', 'Thank you.');
    if (asking.way === 'message' && matter !== '') return written(rng, [2, 12], matter);
    if (asking.way === 'message') return written(rng, [25, 180], text);
    if (asking.way === 'ring') return pickedUp(rng, `${knows.name}, I am in a meeting. ${text}`);
    return asking.topic === 'request' ? spoken(rng, 'request', text) : fact(asking.topic, knows, rng);
  },
});
