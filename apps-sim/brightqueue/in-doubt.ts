import { attempt, BAR, click, heading, inside, isInDoubt, link, offers, openApp } from '#range';
import type { Reason, Script } from '#range';
import { readArticle } from './record-skills.ts';
import { TITLE } from './ticket-skills.ts';

/** What a person knows by heart another looks up: the article behind an ending is opened in a share of the tickets. */

/** Of ten tickets, so many are ended with the article open: an ending that is no success is looked up more often. */
const LOOKED_UP = { done: 2, notDone: 5 };

/** An article, and words of the piece of it that is read. */
export type Place = readonly [id: string, about: string];

/** Where most is said of a reason, where that is not the list of reasons itself. */
export const READ_AT: Partial<Record<Reason, Place>> = {
  APPROVAL_MISSING: ['P-02', 'approval record in state Approved'],
  APPROVAL_INVALID: ['P-03', 'at most 30 days old'],
  IDENTITY_UNVERIFIED: ['KB-03', 'A caller who fails the verification'],
};

/** How a ticket is about to end: without a reason the work is done. */
interface Ending {
  reason?: Reason;
  /** What is about to be written. */
  findings: string;
  /** The article that it stands on, where that is another than most is said of the reason in. */
  rule?: Place | undefined;
}

/**
 * Opens the article behind an ending, if whoever works on this ticket is in doubt about it. Who is about to cite it has
 * read it.
 */
export function* inDoubt(ticket: string, ending: Ending): Script<void> {
  const { reason, findings } = ending;
  const [id, about] = placeOf(ending);
  const isCited = findings.includes(id);
  if (!isCited && !(yield* isInDoubt(reason ? LOOKED_UP.notDone : LOOKED_UP.done))) return;
  const doubt = DOUBTS[(ticket.length + findings.length) % DOUBTS.length] ?? '';
  const isInFront = offers(yield* openApp(TITLE, doubt), heading(ticket));
  const piece = yield* attempt(() => readArticle(id, about));
  const read = `${id} has it: ${piece}`;
  if (isInFront) yield* goBackTo(ticket, read);
  else yield { kind: 'glance', thought: read };
}

/** Looks up, in a share of the tasks, how a kind of work is done, before it begins. */
export function* lookUp([id, about]: Place, thought: string): Script<void> {
  if (yield* isInDoubt(LOOKED_UP.done)) yield* readUp([id, about], thought);
}

/** Reads how a kind of work is done, before it begins: what nobody has said is in the article alone. */
export function* readUp([id, about]: Place, thought: string): Script<void> {
  const piece = yield* attempt(() => readArticle(id, about, thought));
  yield { kind: 'glance', thought: `${id} has it: ${piece}` };
}

function placeOf({ reason, rule }: Ending): Place {
  if (!reason) return ['KB-02', 'the wanted state is reached and was seen'];
  return rule ?? READ_AT[reason] ?? ['KB-01', `${reason}: `];
}

/** Back from an article to the ticket that was in front before: over the list, however far it was leafed through. */
function* goBackTo(ticket: string, thought: string): Script<void> {
  const back = inside(link('Go back'), BAR);
  let screen = yield* click(back, thought);
  for (let pages = 1; pages < BACK_MAX && !offers(screen, heading(ticket)); pages++)
    screen = yield* click(back);
}

/** Who is not back after so many pages looks the ticket up. */
const BACK_MAX = 5;

const DOUBTS = [
  'Before I end it I read the article: I would rather look than be wrong about how this is handled.',
  'How is such a case to be ended? I do not trust my memory and look it up.',
  'The rule book first: what I am about to write has to stand on it.',
];
