import { oneLine, type Script } from '#range';
import * as desk from '../../apps-sim/brightqueue/skills.ts';
import * as hr from '../../apps-sim/peoplemere/skills.ts';
import * as phone from '../../apps-sim/postbay/skills.ts';

/** Which of several it is, as whoever opened the ticket says; or why that is not known. */
export type Which = { label: string; finding?: undefined } | { label?: undefined; finding: desk.Finding };

const HOW_TO_ASK = 'The record does not say enough. May I ask, and how? I look into the article on it.';

/**
 * Asks whoever opened a ticket which of the things on a list is meant, and takes the one that the answer
 * names (KB-06).
 */
export function* askWhich(
  ticket: string,
  {
    caller,
    labels,
    known,
  }: { caller: string; labels: readonly string[]; known?: hr.WorkerFacts | undefined },
): Script<Which> {
  yield* desk.readArticle('KB-06', 'When two things could be meant', HOW_TO_ASK);
  const { name, workMail } = known ?? (yield* hr.readWorker(caller, 'HR has the address.'));
  const things = labels.map(label => label.replace(/^.* on /, ''));
  const text = oneLine`About ${ticket}: which of them did you lose, the ${things.join(' or the ')}? I take
    away that one alone and wait for your answer.`;
  const letter = {
    channel: 'Chat',
    to: workMail,
    name,
    subject: 'Lost device: which of them is it?',
    text,
    ticket,
  } as const;
  const thought = `The ticket could mean the ${things.join(' or the ')}. I do not guess: I ask, as KB-06 says.`;
  const reply = yield* phone.askInWriting(letter, thought);
  const said = labels.filter((_, i) => reply?.toLowerCase().includes(things[i] ?? ''));
  const [label] = said;
  if (label !== undefined && said.length === 1) return { label };
  const findings = oneLine`The ticket does not say which it is: ${labels.join(' or ')}. The requester was
    asked by chat and did not say within the hour. Nothing was removed.`;
  return { finding: { reason: 'AMBIGUOUS_TARGET', findings } };
}
