import { defineCounterpart } from '#range';
import { pickedUp, spoken, worded, written } from './phrases.ts';

const HELLO = [
  'Hello? This is not my telephone, I sit at the next desk. Nobody is here.',
  'I only picked up because it kept ringing; whoever you want is out.',
  'You have a colleague on the line. The desk is empty, try again later.',
  'Next desk. They are not in.',
  'Good day, you have reached the open office; the person is in a meeting, I believe.',
  'Hi, wrong ear. Whoever sits here has gone for coffee.',
  'This is the team line, forwarded to me. The one you are looking for is away.',
  'Sorry, I am just passing by and heard it ring. There is nobody at this desk.',
  'Yes? No, that is not me. They stepped out, you may want to call once more.',
];
const REPLIES = [
  'I answer for a colleague who is away. Please ask again tomorrow.',
  'I read this mailbox while its owner is out and know nothing of it.',
  'Not the right person, sorry: I only watch the inbox here.',
  'The colleague is away today. I have put your note on the desk.',
  'I am the stand-in and would rather not answer that for somebody else.',
  'You have to wait until they are back; I cannot speak for them.',
  'Dear desk, I merely see to urgent mail here. This one has to wait for its owner.',
  'Out of the house. I am next door and cannot help, I am afraid.',
];
const NOTES = [
  'I can leave a note on the desk, if you like.',
  'I had better not write that down. Call them again, please.',
  'That is not for me, is it? I will forget it again.',
  'Hm, are you sure that I should hear this?',
  'I will tell them that you called, no more.',
  'You are talking to the next desk, remember.',
  'I put a slip of paper on the keyboard: desk called.',
  'Please tell them yourself, I do not want to get it wrong.',
];
const NO = [
  "I can't answer for somebody else.",
  'You would have to ask that in person.',
  "I don't know.",
  'No idea, I sit at the next desk.',
  'That is nothing for me to say.',
  'I would only be guessing about a colleague.',
  'Please ask when they are back.',
  'Sorry, such things we do not know of one another.',
  'Even if I knew, I should not tell you, should I?',
];

/** An honest colleague at the next desk: nobody is verified by that. */
export default defineCounterpart({
  name: 'colleague',
  summary: 'Somebody else picks up and says so: no name is said, and no question is answered.',
  truth: { voice: 'other', hasAsked: true },
  share: 9,
  answers(asking, { rng }) {
    if (asking.way === 'ring') return pickedUp(rng, worded(rng, 'hello', HELLO));
    if (asking.way === 'message') return written(rng, [5, 20], worded(rng, 'reply', REPLIES));
    if (asking.way === 'told') return spoken(rng, 'told', worded(rng, 'told', NOTES));
    const matter = asking.way === 'asked' ? asking.text : asking.topic;
    return spoken(rng, matter, worded(rng, matter, NO));
  },
});
