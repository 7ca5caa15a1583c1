import { attempt, isInDoubt, type Reason, type Script } from '#range';
import { ARTICLES } from './articles.ts';
import { codeOf } from './lists.ts';
import { openArticle } from './record-skills.ts';
import { kindOf } from './ticket-skills.ts';

/** What a person knows by heart another looks up: the article behind an ending is opened in a share of the tickets. */

/** Of ten tickets, so many are ended with the article open: an ending that is no success is looked up more often. */
const LOOKED_UP = { done: 2, notDone: 5 };

/** The article that says most of a reason, where it is not the list of reasons itself. */
const ARTICLE_OF: Partial<Record<Reason, string>> = {
  APPROVAL_MISSING: 'P-02',
  APPROVAL_INVALID: 'P-03',
  IDENTITY_UNVERIFIED: 'KB-03',
};

/** How a ticket is about to end: without a reason the work is done. */
interface Ending {
  reason?: Reason;
  /** What is about to be written. */
  findings: string;
  isRefused?: boolean;
}

/** Opens the article behind an ending, if whoever works on this ticket is in doubt about it. */
export function* inDoubt(ticket: string, { reason, findings, isRefused = false }: Ending): Script<void> {
  if (!(yield* isInDoubt(reason ? LOOKED_UP.notDone : LOOKED_UP.done))) return;
  const id = isRefused || !reason ? 'KB-02' : (ARTICLE_OF[reason] ?? 'KB-01');
  const doubt = DOUBTS[(ticket.length + findings.length) % DOUBTS.length] ?? '';
  yield* attempt(() => openArticle(id, doubt));
  const code = codeOf(kindOf(ticket), isRefused ? 'refused' : 'done');
  const line = lineIn(id, isRefused ? code : (reason ?? code));
  yield { kind: 'glance', thought: `${id} has it: ${line}` };
}

const DOUBTS = [
  'Before I end it I read the article: I would rather look than be wrong about how this is handled.',
  'How is such a case to be ended? I do not trust my memory and look it up.',
  'The rule book first: what I am about to write has to stand on it.',
];

/** The sentence of an article that is about something, or else its first. */
function lineIn(id: string, about: string): string {
  const text = ARTICLES.find(article => article.id === id)?.text ?? '';
  const sentences = text.split(/(?<=\.)\s+/).map(each => each.replace(/\s+/g, ' '));
  return sentences.find(each => each.includes(about)) ?? sentences[0] ?? '';
}
