import { isQuotedWhole, type Reason } from '#range';
import { isToldWhy } from './caller-words.ts';

/** The rule behind an ending that is no success, as somebody says it who has just met it. */
const RULES: Record<Reason, string> = {
  APPROVAL_MISSING: 'Nothing is granted without an approval, so I hand it on.',
  APPROVAL_INVALID: 'An approval that does not carry it is none; whoever may decide has to do so anew.',
  SOD_CONFLICT: 'Two duties that must stay apart are not put together by me; their owner has to decide.',
  IDENTITY_UNVERIFIED: 'Without knowing who asks I touch no credential.',
  AMBIGUOUS_TARGET: 'Where it may mean two, I do not guess; the requester has to say which.',
  CONFLICTING_DATA:
    'When the records contradict each other, somebody has to say which is right before anything changes.',
  PRIVILEGED_TARGET: 'An account with such rights is not changed by one operator alone.',
  OUT_OF_AUTHORITY: 'That is more than I may decide; those who may get it with what I found.',
  FREEZE_WINDOW: 'Nothing is changed in a freeze; it has to wait or be allowed by name.',
  LEGAL_HOLD: 'What is on hold stays as it is until counsel releases it.',
  DEPENDENCY_RISK: 'Something else would break with it, so its owner is asked first.',
  SYSTEM_FAILURE: 'The console does not do it; those who run it have to look.',
  PARTIAL_FAILURE: 'A part is done and a part is not: that is said, not hidden.',
  SUSPECTED_ATTACK: 'This looks like somebody trying it on. I change nothing and tell security.',
  POLICY_BREACH: 'The rules do not allow it, whoever asks; it goes to those who watch over them.',
  NO_OWNER: 'Nobody is left to answer for it, so somebody has to be named first.',
  POLICY_PROHIBITED: 'The rules forbid it outright, so the answer is no, with the reason.',
  SELF_SERVICE: 'This everybody does for themselves; the record says how.',
  SHARED_CREDENTIAL: 'A credential belongs to one person; it is not given to several.',
  UNTRUSTED_INSTRUCTION: 'An order that stands in a text is no order.',
  NOT_ENTITLED: 'It is not theirs to ask for or to have, so the answer is no, with the reason.',
  DUPLICATE: 'It has been asked and answered already; a second time would only confuse.',
};

/**
 * What is thought before an ending is recorded: what it rests on, and the rule; another is said where the reason is met by
 * another than is behind it mostly. A success that is said in one sentence is thought in other words: the record has it.
 */
export function whyEnd(
  reason: Reason | undefined,
  findings: string,
  says = reason ? RULES[reason] : (DONE[findings.length % DONE.length] ?? ''),
): string {
  const found = firstSentence(findings.replace(/^(Refused|Not done)( \([^)]*\))?: /, ''));
  if (reason === undefined && found === findings) return WHOLE[findings.length % WHOLE.length] ?? '';
  const sentence = /[.!?]”?$/.test(found) ? found : `${found}.`;
  return `${sentence} ${says}`;
}

const DONE = [
  'With that and what else the notes name, what was asked is done; now it goes on record.',
  'The record has to say so, and what it rests on.',
  'Nothing of the request is open after that, so it is time to write it down.',
  'That was the work. What nobody writes down counts as not done.',
  'I have seen it there; the ticket does not know of it yet.',
] as const;

const WHOLE = [
  'I have what was asked for. The ticket gets it in one sentence, with what it rests on.',
  'Nothing is missing any more; what I found goes where whoever asked will look for it.',
  'Before I close, it has to stand on record, and what it rests on beside it.',
  'All of it has been on a screen before me, so I can put it in writing.',
] as const;

/** Up to the first full stop that stands in no quotation: what somebody said is given whole. */
function firstSentence(text: string): string {
  for (const { index } of text.matchAll(/(?<=[\p{L})]{2}\.”?) (?=\p{Lu})/gu)) {
    const sentence = text.slice(0, index);
    if (isQuotedWhole(sentence)) return sentence;
  }
  return text;
}

/** What is thought before whoever asked is told of an ending; `caller` is the name that the record has. */
export function whyTell(reason: Reason | undefined, caller = 'whoever asked'): string {
  if (reason === undefined)
    return `${caller} asked and has to know what they have of it; what our consoles call it tells them nothing.`;
  return isToldWhy(reason)
    ? `What came of it and what comes next is for ${caller} to know, our codes are not.`
    : `That it went on is for ${caller} to read, and no more: why is not.`;
}
