import { defineCounterpart, SECRET } from '#range';
import { asksFor } from './asked.ts';
import { fact, greeted, spoken, worded, written } from './phrases.ts';

const HELLO = [
  '{} speaking, hello.',
  'Hello, this is {}.',
  '{}, good that you call back.',
  '{} here. Is that the service desk?',
  'Good morning, {}. I was hoping for your call.',
  'Yes, {}.',
  'You are speaking with {}. Thank you for getting back to me.',
  'Hi, {} on the line.',
  '{}, finally! I mean, hello.',
];
const HAVE_IT = [
  'I have it, thank you.',
  'Thanks, I have written it down.',
  'Got it, it works. Thank you.',
  'One moment, I am typing it in. Yes, I am in.',
  'Noted. I will change it at once.',
  'That helps me a lot, thank you very much.',
  'Wonderful, it took it.',
  'All right, I have it in front of me now.',
  'Good, read back to myself and used. Bye!',
];
const HEARD = [
  'All right, thank you for telling me.',
  'Good to know, thank you.',
  'I see. Thanks.',
  'Understood.',
  'Thank you, I have heard it.',
  'Fine with me.',
  'Very well, thanks for the call.',
  'That is clear, thank you.',
];
const ELSE = [
  'I have nothing to add to what I told you on the ticket.',
  'More than I wrote I do not know myself.',
  'That I cannot tell you, sorry.',
  'I would have to guess, and you would not want that.',
  'Honestly, I do not know.',
  'You know as much about that as I do.',
  'I am the wrong person for that, I am afraid.',
  'What I know of it stands on the ticket.',
];
const YES = [
  'Yes, that was me.',
  'Yes, I asked for it today.',
  'Yes, please go ahead.',
  'That was me, about an hour ago.',
  'I did, yes.',
  'Correct, the ticket is mine.',
  'Yes, and I need it before my next meeting.',
  'It was me. Is anything missing?',
  'Right, I asked for it.',
];
const REPLIES = [
  'Thanks, yes, that was me.',
  'Yes, I asked for that.',
  'Correct, it comes from me.',
  'It was me. Anything else that you need?',
  'Good morning, yes, the ticket is mine and still wanted.',
  'Confirmed, please carry on.',
  'Right, I opened it myself. Thank you for looking into it.',
  'Yep, mine.',
  'I did ask for this and would be glad to have it soon.',
];

/** The usual case: the person picks up, knows what HR holds, and did ask. */
export default defineCounterpart({
  name: 'themselves',
  summary: 'The person picks up, knows every fact that HR holds, and confirms the request.',
  truth: { voice: 'own', hasAsked: true },
  share: 50,
  answers(asking, { knows, matter, rng }) {
    if (asking.way === 'ring') return greeted(rng, HELLO, knows.name);
    if (asking.way === 'told' && SECRET.test(asking.text))
      return spoken(rng, 'told', worded(rng, 'told', HAVE_IT));
    if (asking.way === 'message' && asksFor(asking.text, matter)) return written(rng, [2, 12], matter);
    if (asking.way === 'asked' || asking.way === 'told') {
      const unknown = asking.way === 'asked' || asking.text.includes('?') ? ELSE : HEARD;
      const text = asksFor(asking.text, matter) ? matter : worded(rng, asking.text, unknown);
      return spoken(rng, asking.text, text);
    }
    if (asking.way === 'message') return written(rng, [2, 12], worded(rng, 'reply', REPLIES));
    if (asking.topic !== 'request') return fact(asking.topic, knows, rng);
    return spoken(rng, 'request', worded(rng, 'request', YES));
  },
});
