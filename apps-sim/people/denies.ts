import { defineCounterpart } from '#range';
import { fact, greeted, spoken, worded, written } from './phrases.ts';

const HELLO = [
  '{}, hello. What is it about?',
  'Hello, {} speaking.',
  '{}. Who is calling, please?',
  '{} here. The service desk? Is something wrong?',
  'Good day, this is {}.',
  'Yes, {} on the line.',
  'You are speaking with {}; I have two minutes.',
  'Hi, {}. I did not expect your call.',
  '{}, good afternoon. How may I help you?',
];
const NO = [
  'No. I have not asked for anything.',
  'No, that was not me. Everything works here.',
  'What ticket? I did not call you today.',
  'I know nothing of this. Somebody must have used my name.',
  'Not me. Please do not change anything.',
  'That must be a mistake, I never wrote to you.',
  'Me? I am signed in and working, I need nothing.',
  'I have opened no ticket, neither today nor this week.',
  'Certainly not. Who says that I did?',
];
const TOLD = [
  'What is that for? I did not ask for it.',
  'I do not need this. Why do you tell me?',
  'Wait, I never wanted one.',
  'Please take that back, I have no use for it.',
  'I am not writing that down; what is going on?',
  'And what am I to do with it? Mine works.',
  'That cannot be meant for me.',
  'I am lost. Who ordered this?',
];

const ELSE = [
  'I do not know what you are talking about.',
  'Why do you ask me that? I have nothing to do with it.',
  'That means nothing to me.',
  'You would have to ask whoever wrote to you. It was not me.',
  'I have not the least idea, and I never asked for it.',
  'What is that about? I called nobody.',
  'I cannot help you with that; it is not from me.',
  'None of it comes from me, so I cannot say.',
];

/** The person, who never asked: somebody else opened the ticket in this name. */
export default defineCounterpart({
  name: 'denies',
  summary: 'The person picks up, knows every fact, and denies having asked.',
  truth: { voice: 'own', hasAsked: false },
  share: 10,
  answers(asking, { knows, rng }) {
    if (asking.way === 'ring') return greeted(rng, HELLO, knows.name);
    if (asking.way === 'told') return spoken(rng, 'told', worded(rng, 'told', TOLD));
    if (asking.way === 'message') return written(rng, [2, 15], worded(rng, 'request', NO));
    if (asking.way === 'asked') return spoken(rng, asking.text, worded(rng, asking.text, ELSE));
    if (asking.topic !== 'request') return fact(asking.topic, knows, rng);
    return spoken(rng, 'request', worded(rng, 'request', NO));
  },
});
