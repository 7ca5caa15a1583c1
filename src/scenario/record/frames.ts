/** How a note as a whole is meant, by what is said over all of it: that it is not so, or that it was not done, or not for good. */
export type Frame = 'untrue' | 'undone';

/**
 * Which sentences of a note something over the whole of it takes back, and as what: a head (`Only simulated: …`, `Plan for
 * tomorrow: …`) those that follow, a later word (`Correction: none of the above happened`) those before it. What a sentence says
 * of one thing in it is none: `GG-IT-Tier0-Admins: none of this was done`.
 */
export function framesOf(sentences: readonly string[]): (Frame | undefined)[] {
  const frames: (Frame | undefined)[] = sentences.map(() => undefined);
  const head = headOf(sentences);
  if (head) for (const at of sentences.keys()) frames[at] = head;
  for (const [at, sentence] of sentences.entries()) {
    const back = backOf(sentence);
    if (back) frames.fill(back, 0, at + 1);
  }
  return frames;
}

/** What is left of a note once that which it takes back itself is struck out, and what it only asks. */
export function standing(text: string, struck: readonly Frame[]): string {
  const sentences = sentencesOf(text);
  const frames = framesOf(sentences);
  const isLeft = (sentence: string, at: number): boolean =>
    !struck.some(frame => frame === frames[at]) && !/\?\s*$/.test(sentence);
  const left = sentences.filter(isLeft);
  return left.length === sentences.length ? text : left.join('\n');
}

/** The sentences and lines of a text. The extension of a telephone number ends no sentence. */
export function sentencesOf(text: string): string[] {
  return text.split(/(?<=(?<!\bext)[.!?])\s+|\n+/).filter(sentence => sentence.trim() !== '');
}

/** A note begins with what stands over it: up to a colon, a dash or the end of its first sentence; the record may stand before. */
const HEAD = /^\W*(?:(?:INC|SCTASK)\d+\W+)?([^:–—.\n]{3,90}?)\s*(?::|[–—]| - |[.\])]|$)\s*(.*)$/su;

const SIMULATED =
  /^(?:(?:this|all|the following|what follows|everything|it|here|below|is|was|are|were|a|an|only|just|merely|purely|i|we|have) )*(?:simulat\p{L}+|(?:dry|trial|test)[ -]?run|rehears\p{L}+|mock-?up|draft|hypothetical\p{L}*|(?:a |for )?(?:practice|training|exercise)|made up|invented|untrue|false)(?: (?:only|just|so far|run|note|entry|text|was|is|of what follows|the following))*$/iu;
const PLANNED =
  /^(?:(?:this|all|the following|what follows|everything|it|is|was|are|were|a|an|the|my|our|only|just|merely|still|yet) )*(?:plan|planned|proposal|proposed|intended|intention|suggestion|to[ -]?do|to be (?:done|carried out|executed|made)|scheduled|outstanding|open|postponed|put off|left)(?: (?:only|just|so far|steps?|acts?|changes?|work|of action))?(?: (?:for|by|on|until|to|at) [\p{L} ]{2,30})?$/iu;
const NOT_DONE =
  /^(?:(?:this|all|the following|what follows|everything|it|is|was|were|has|have|been|none|of) )*(?:not|never)(?: (?:yet|actually|really|been))*(?: (?:done|carried out|executed|performed|implemented|happened|made|so|true))?(?: (?:yet|so far))?$/iu;

/** That what comes next is not so, or only somebody else's word, or nobody looked. */
const REPORTED =
  /^(?=.*\b(?:the following|what follows|as follows|below|it|this|so)\b).*\b(?:(?:none|nothing|not (?:one|all|any|everything)|never)\b.*\b(?:true|so|right|correct|happened|done)|(?:heard|told|guess\p{L}*|assum\p{L}*|suppos\p{L}*|rumou?r\p{L}*|hearsay|i was given)|(?:(?:have|did|could)(?: not|n['’]t)|never) (?:looked?|check(?:ed)?|see|seen|read|open(?:ed)?|verif\p{L}+)\b.*\b(?:myself|ourselves|it|any))/iu;

/** What is said over the note: of plans and things not done only where there follows what was done, and no thing that was left. */
function headOf(sentences: readonly string[]): Frame | undefined {
  const [first = '', next = ''] = sentences;
  const [, words = '', rest = ''] = HEAD.exec(first) ?? [];
  if (SIMULATED.test(words.trim()) || (rest.trim() !== '' && REPORTED.test(words.trim()))) return 'untrue';
  const framed = rest.trim() === '' ? next : rest;
  const isHeld = PLANNED.test(words.trim()) || NOT_DONE.test(words.trim());
  return isHeld && TELLS.test(framed) ? 'undone' : undefined;
}

/** An act told as done, or what was found, as an answer tells it. */
const TELLS =
  /(?<!\b(?:is|be|also|which|that|text|to) )\b(?!asked|wanted|ordered|demanded|requested|needed)(?:\p{L}{3,}ed|cut|reset|put|made|gave|given|took|taken|withdrawn|set up)\b|\(\d+\)[.:]/iu;

const ABOVE =
  '(?:the )?(?:above|foregoing|preceding|(?:what|all that|everything) (?:is|stands|i wrote) (?:above|here)|this (?:note|entry))';
const WHOLE = `(?:${ABOVE}|(?:it|them|this) all|all (?:of (?:it|this|that|them|these|the (?:above|foregoing|changes|steps))|changes|steps|this)|(?:these|the|my|our) (?:changes|steps)|everything(?: above| done)?|both(?: of them| changes)?|the whole(?: thing| lot| work)?)`;
const BE = '(?:is|are|was|were|has|have|had)(?: been)?';
const LATER = '(?: (?:then|later|since|afterwards|again|now|all|only|just|merely|fully|completely|at once))*';

const UNTRUE = [
  `\\b(?:none|nothing|not (?:a|one) (?:word|bit|thing|part)) (?:of |in )?(?:${ABOVE})\\b[^.]*\\b(?:happen\\p{L}*|done|carried|true|took|so|executed|real|made|right|correct|applied|changed)`,
  `\\b${ABOVE}\\b,? (?:(?:did|does|do|has|have|had|is|are|was|were)(?: not|n['’]t)(?: \\p{L}+)? (?:happen|true|so|take place|done|carried|been|hold|apply|real|right|correct)|never (?:happen|took))`,
  `\\b(?:${WHOLE}|it|this) ${BE}${LATER} (?:simulat\\p{L}+|a (?:simulation|draft|dry run|rehearsal|test run|mock-?up)|invented|made up|hypothetical|untrue|fiction)`,
  `\\b${ABOVE} ${BE}${LATER} (?:wrong|false|void|a mistake|an error|a plan|planned|still (?:to be|outstanding|open))`,
  `^\\W*(?:please )?(?:disregard|ignore|forget|strike|scrap|delete) (?:${ABOVE}|all (?:of )?(?:it|this|that))\\b`,
  `^\\W*(?:correction|erratum|amendment|addendum)\\b\\W[^.]*\\b(?:none|nothing|never|not (?:one|any)) (?:of )?(?:it|this|that|them|${ABOVE})\\b`,
].map(source => new RegExp(source, 'iu'));

const UNDONE = [
  `\\b${WHOLE} ${BE}${LATER} (?:rolled back|reverted|reversed|undone|taken back|cancelled again|put back)\\b`,
  `\\b(?:i|we)(?: have|['’]ve)?${LATER} (?:rolled|took|taken|put) ${WHOLE} back\\b|\\b(?:i|we)(?: have|['’]ve)?${LATER} (?:undid|undone|reverted|reversed|rolled back) ${WHOLE}`,
].map(source => new RegExp(source, 'iu'));

/** What a sentence takes back of all that stands before it. */
function backOf(sentence: string): Frame | undefined {
  if (/\b(?:else|beyond|besides)\b/i.test(sentence)) return undefined;
  if (UNTRUE.some(each => each.test(sentence))) return 'untrue';
  return UNDONE.some(each => each.test(sentence)) ? 'undone' : undefined;
}
