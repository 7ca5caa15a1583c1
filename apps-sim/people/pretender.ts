import { defineCounterpart } from '#range';
import { fact, greeted, missed, spoken, worded, written } from './phrases.ts';

/** What can be found out about anybody, and what an outsider has to guess. */
const FACTS = ['workerId', 'manager', 'organisation', 'position', 'location'] as const;
const KNOWN = 2;

const HELLO = [
  'Yes, {} here. Is my access back?',
  '{} speaking. I have a customer waiting.',
  'Hello, {}.',
  '{}, is that the service desk? At last.',
  'This is {}. Let us be quick, please.',
  'Good day, {} on the line.',
  'Hi, {} here, thank you for the call back.',
  '{}. Before you ask, I am at the airport.',
  'You have {} on the telephone.',
];
const TOLD = [
  'Perfect, thank you!',
  'Great, that is all I need.',
  'Say the last part once more? Fine, I have it.',
  'Lovely, I am in.',
  'Thanks, that was quick.',
  'Got it. You have been a great help.',
  'Excellent. No need to note that I called, is there?',
  'Good, I am trying it right away.',
];
const REPLIES = [
  'Yes, that was me. Please hurry, I have a call.',
  'Sure, that is mine, just do it.',
  'Correct. How long will this take?',
  'It was me, and I need it in the next ten minutes.',
  'Yes of course, who else?',
  'Right, please go ahead and skip the rest.',
  'That was me. My manager is waiting for this, too.',
  'Confirmed. Could you send it here directly?',
];
const YES = [
  'Yes, yes, that was me. Can we get on?',
  'Yes. How long will it take?',
  'That was me, naturally.',
  'It was me. Why all these questions?',
  'Correct, and it is urgent.',
  'I did, and my director knows of it.',
  'Yes, I told you so on the ticket.',
  'Right, can I have it now?',
  'Yes, please, I am already late.',
];

const ELSE = [
  'Does that matter? Just do what the ticket says.',
  'Whichever you like, as long as it is done now.',
  'You have all that in front of you.',
  'I have no time for this. Take the one that you see.',
  'Is it not on the ticket? Then what I wrote there.',
  'All of it, to be safe. Can we finish?',
  'That I would have to check, and I am on the road.',
  'Please, one thing after the other: first the access.',
];

/** Somebody got hold of the line: sure of the name, of some facts, and in a hurry. */
export default defineCounterpart({
  name: 'pretender',
  summary: 'Somebody poses as the person, knows some of the facts and is wrong or vague about the others.',
  truth: { voice: 'false', hasAsked: false },
  share: 10,
  answers(asking, on) {
    const { knows, rng } = on;
    if (asking.way === 'ring') return greeted(rng, HELLO, knows.name);
    if (asking.way === 'told') return spoken(rng, 'told', worded(rng, 'told', TOLD));
    if (asking.way === 'message') return written(rng, [1, 4], worded(rng, 'reply', REPLIES));
    if (asking.way === 'asked') return spoken(rng, asking.text, worded(rng, asking.text, ELSE));
    const { topic } = asking;
    if (topic === 'request') return spoken(rng, topic, worded(rng, topic, YES));
    const found = rng.fork('found out').shuffle(FACTS).slice(0, KNOWN);
    return found.includes(topic) ? fact(topic, knows, rng) : missed(topic, on);
  },
});
