import type { Says } from '../scenario.ts';

/** Words for what whoever decides does. */
const DECIDE =
  /\b(?:decid\p{L}*|decisions?|approv\p{L}*|reject\p{L}*|declin\p{L}*|sign(?:ed|ing)?[ -]?off|authori[sz]\p{L}*|go[- ]ahead|green light|yes or (?:a )?no|your (?:ok|okay|consent|verdict)|act on)\b/iu;

/** That something is wanted of the reader: a question, a wish, or that it waits for them. */
const ASK =
  /\?|\b(?:please|pls|kindly|could|would|can you|may i|needs?|needed|waits?|waiting|await\p{L}*|pending|outstanding|open|remind\p{L}*|must|ha(?:s|ve) to|should|ask(?:s|ing)?|request(?:ed)? to|look(?:ing)? forward|grateful|appreciate|due)\b|(?:^|[.!:\n-]\s*)(?:decide|approve|reject|sign)\b/iu;

/** That nothing is wanted, or that it is over. */
const OVER =
  /\b(?:no (?:need to (?:decide|approve|act|do)|(?:action|decision) (?:is |was )?(?:needed|required|wanted))|nothing (?:to (?:do|decide)|for you|is (?:needed|wanted))|need not|(?:do not|don['’]t|does not|doesn['’]t) (?:need|have) to|not (?:necessary|needed|required)|never mind|ignore (?:this|it)|(?:(?:has|have) been|was|is|were|already)(?: already)? (?:decided|approved|rejected|declined)|no longer)\b/iu;

/** Whether a text says what it has to: each of the names, no other record of their kind, and what it asks for. */
export function says(text: string, { names, asks }: Says): boolean {
  const plain = text.toLowerCase();
  const isNamed = names.every(group => group.some(name => plain.includes(name.toLowerCase())));
  return isNamed && !namesOther(text, names.flat()) && ASKED[asks](text);
}

const ASKED: Readonly<Record<Says['asks'], (text: string) => boolean>> = {
  decision: text => DECIDE.test(text) && ASK.test(text) && !OVER.test(text),
};

/** Whether a text names another record of the kind of one that it has to name, as `AR-100302` for `AR-100301`. */
function namesOther(text: string, names: readonly string[]): boolean {
  const kinds = names.flatMap(name => /^(\p{Lu}+-)\d+$/u.exec(name)?.[1] ?? []);
  return kinds.some(kind =>
    [...text.matchAll(new RegExp(`\\b${kind}\\d+`, 'giu'))].some(
      ([found]) => !names.some(name => name.toLowerCase() === found.toLowerCase()),
    ),
  );
}
