import { framesOf, sentencesOf } from './frames.ts';

/**
 * How a piece of a record is meant: that something was done; that something was not done, or left; or neither for certain:
 * a wish, a state, what somebody else said or did.
 */
export type Mood = 'done' | 'not done' | 'unsure';

/** A piece of a record, as far as one comma or full stop. */
export interface Segment {
  text: string;
  mood: Mood;
  /** Goes on with what the piece before it says: a list. */
  isList: boolean;
}

/** The pieces of a record, each with how it is meant: by its own words, and by what is said over the whole of it. */
export function segmentsOf(text: string): Segment[] {
  const sentences = sentencesOf(text);
  const frames = framesOf(sentences);
  return sentences.flatMap((sentence, nth) => {
    const segments: Segment[] = [];
    for (const piece of sentence.split(BETWEEN)) {
      const before = segments.at(-1);
      const isList = before !== undefined && !VERB.test(piece);
      segments.push({ text: piece, mood: isList ? before.mood : moodOf(piece), isList });
    }
    if (frames[nth]) return segments.map(segment => ({ ...segment, mood: 'not done' as const }));
    return segments.map((segment, at) =>
      isPremise(segment, segments[at + 1]) ? { ...segment, mood: 'unsure' } : segment,
    );
  });
}

/** Whether a piece only says on which condition the next one holds: `taken out here, it would come back`. */
function isPremise({ text }: Segment, next: Segment | undefined): boolean {
  const isBare = text.trim().split(/\s+/).length <= PREMISE_MAX && !/[\d@_]/.test(text);
  return isBare && next !== undefined && /\bwould\b/i.test(next.text);
}

/** A piece of more words names what it was done to. */
const PREMISE_MAX = 4;

/** What stands in brackets stays together. */
const BETWEEN = /(?:[,;]\s+|\s+(?:but|while|whereas)\s+)(?![^()]*\))/i;

/** A piece without any of these goes on with a list. */
const VERB = new RegExp(
  [
    /\p{L}{2,}ed\b/u.source,
    String.raw`\b(?:is|are|was|were|has|have|had|not|no|none|nothing|nobody|stays?|kept|left|given|gave|taken|took)\b`,
    String.raw`\b(?:withdrawn|withdrew|cut|reset|put|set|made|done|read|says?|shows?|will|can|must|should)\b`,
  ].join('|'),
  'iu',
);

/** What stands in brackets is said beside: `ended (rows kept)` tells an end. */
function moodOf(piece: string): Mood {
  const plain = piece.replace(/\([^)]*\)/g, ' ');
  if (NOT.test(plain)) return 'not done';
  return UNSURE.test(plain) ? 'unsure' : 'done';
}

const NOT = new RegExp(
  String.raw`\b(?:not|no(?! (?:longer|end)\b)|none|nothing|nobody|never|neither|nor|without|cannot|unable|failed|fails|refused|declined|denied)\b` +
    String.raw`|n['’]t\b|\b(?:stays?|stayed|remains?|remained|kept|keeps?|left|(?<!\b(?:the|an?|of|on|for|from|during|this|that|their|his|her|parental|sick|unpaid) )leaves?|untouched|unchanged|except|unless|instead of)\b` +
    String.raw`|\b(?:as (?:it|they) (?:is|was|are|were)|as before|un(?:verified|reachable))\b`,
  'iu',
);

const UNSURE = new RegExp(
  String.raw`\b(?:says?|said|shows?|showed|shown|states?|stated|claims?|claimed|asks?|wants?|wanted|wish\w*|told|calls)\b` +
    String.raw`|\basked (?:to|for|that|us|me)\b|\b(?:would|should|could|must|may|might|can|will|shall|needs?|please|if|whether)\b` +
    String.raw`|\b(?:to be|is to|are to|has to|have to|no longer|already|previously|earlier|formerly|used to|only)\b` +
    String.raw`|\b(?:because|due to|after|since|who|which|that) (?:\p{L}+ ){0,3}(?:was|were|is|are|had|has|been|\p{L}+ed)\b` +
    String.raw`|\?`,
  'iu',
);
