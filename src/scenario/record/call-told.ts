import { dutyOf } from '../../world/functions.ts';
import type { World } from '../../world/world.ts';
import { mentionsIn } from './names.ts';
import type { Heard } from './hearsay.ts';

/**
 * What is told of a call or a decision that was bad news, and was not so: that nobody answered, that an answer was wrong,
 * that somebody said no. Whoever gets the record next would look in the wrong place.
 */
export function falseNews(sentence: string, heard: Heard): string[] {
  const pieces = sentence.split(/[,;]\s+/).filter(piece => !UNCERTAIN.test(piece));
  return pieces.flatMap(piece => [
    ...falseSilence(piece, heard),
    ...falseAnswer(piece, heard),
    ...falseNo(piece, heard),
  ]);
}

/** What may be, was asked for, or would be so. */
const UNCERTAIN =
  /\b(?:if|whether|unless|until|may|might|could|would|should|please|before|yet to|or no)\b|\?/iu;

const SILENT =
  /\b(?:nobody|no[ -]?one) (?:there )?(?:picked|picks|answer\w*|took|was there|at (?:the|that) (?:number|desk))|\bno (?:answer|reply|pick-?up)\b(?! (?:within|by|in) )|\b(?:rang out|ringing tone|voice ?mail)\b|\bunanswered\b/iu;

function falseSilence(sentence: string, { ledger: { calls } }: Heard): string[] {
  const isTold = SILENT.test(sentence) && !ELSEWHERE.test(sentence);
  if (!isTold || calls === null || calls.length === 0) return [];
  return calls.every(({ isAnswered }) => isAnswered) ? ['every call was answered.'] : [];
}

/** A silence that is not that of a telephone. */
const ELSEWHERE =
  /\b(?:chat|mail|message|wrote|written|writing|asked by|approv\w*|decid\w*|step|owner|manager)\b/iu;

const WRONG =
  /\b(?:gave|named|said|told|had|with) (?:me |us )?(?:the |a |an )?(?:wrong|incorrect|false) \p{L}+|\b(?:wrong|incorrect|false) (?:answers?|location|position|organi[sz]ation|manager|worker)\b|\banswers? (?:was|were|is|are|did) (?:not|wrong|incorrect|false)\b|\b\d of \d answers\b/iu;

function falseAnswer(sentence: string, { ledger: { calls } }: Heard): string[] {
  if (!WRONG.test(sentence) || calls === null || calls.length === 0) return [];
  const isHeard = calls.some(({ answers }) =>
    answers.some(({ topic, isRight }) => topic !== 'request' && !isRight),
  );
  return isHeard ? [] : ['no wrong answer was heard.'];
}

const NO = 'rejected|declined|turned (?:it |this |that |\\S+ )?down|refused|vetoed|denied|said no|says no';
const WHO_SAYS_NO = new RegExp(
  `(?:[ECI]\\d{6}|managers?|owner|approver|access risk)\\W+(?:has |have |already )*(?:${NO})\\b|\\b(?:${NO}) by (?:the )?(?:[ECI]\\d{6}|(?:line )?manager|owner|approver)`,
  'iu',
);

/** A no of somebody whose step it is has to stand in the request. */
function falseNo(sentence: string, { world, ticket, requests }: Heard): string[] {
  if (!WHO_SAYS_NO.test(sentence)) return [];
  const own = world.tickets[ticket ?? '']?.item?.requestId ?? '';
  const known = [...new Set([own, ...requests()])].flatMap(id => world.requests[id] ?? []);
  const steps = known.flatMap(({ approvals }) => approvals);
  if (steps.length === 0) return [];
  const isNo = steps.some(({ state, later }) => state === 'Rejected' || later?.state === 'Rejected');
  const people = mentionsIn(sentence, world).flatMap(({ kind, means }) => (kind === 'person' ? means : []));
  const isOfSteps = people.length === 0 || steps.some(({ approver }) => people.includes(approver));
  return isNo || !isOfSteps ? [] : ['nobody has said no.'];
}

const TOLD_WHO =
  '(?:(?:line )?managers?|sponsor|owner|HR|HR Operations|security|Security Operations|payroll|legal|management|(?:security|HR|legal) team)';
const TOLD = '(?:informed|notified|e-?mailed|alerted|messaged|written to)';
const TELLING = new RegExp(
  `(?:\\b(?:I|we)(?: have|['’]ve)?(?: \\p{L}+ly| also| then)*|^\\W*(?:and |also |then )?) ?${TOLD} (?:the |her |his |their |our )?(${TOLD_WHO})\\b` +
    `|\\b(${TOLD_WHO}) (?:\\S+ ){0,2}?(?:was|were|has been|have been) (?:\\p{L}+ly |also |then )?${TOLD}\\b`,
  'iu',
);

/** That somebody else than whoever asked was told, where nobody was written to or called. */
export function falseTelling(
  text: string,
  { world, ticket, hasWritten, ledger: { calls } }: Heard,
): string[] {
  const [, one, other] = TELLING.exec(text) ?? [];
  const who = one ?? other;
  if (who === undefined || hasWritten || (calls?.length ?? 0) > 0) return [];
  const caller = world.persons[world.tickets[ticket ?? '']?.caller ?? ''];
  const duty = dutyOf(caller?.department ?? '') ?? '';
  const isCaller =
    (/^hr/i.test(who) && duty === 'HRO') ||
    (/^security/i.test(who) && duty === 'SEC') ||
    (/manager|sponsor|owner|management/i.test(who) && caller !== undefined && leads(caller.workerId, world));
  return isCaller ? [] : [`"${text.trim()}": nobody else was told.`];
}

/** Whether somebody answers for people or access: who asked may be the one that is meant. */
function leads(workerId: string, { persons, entitlements }: World): boolean {
  const isOver = Object.values(persons).some(
    ({ manager, sponsor }) => manager === workerId || sponsor === workerId,
  );
  return isOver || Object.values(entitlements).some(({ owner }) => owner === workerId);
}
