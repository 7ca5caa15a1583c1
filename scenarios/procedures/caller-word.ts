import { findAll, type Observation, readFor, type Script, slip, textOf } from '#range';
import * as desk from '../../apps-sim/brightqueue/skills.ts';

/** The mistake of going on as if the caller had written nothing. */
export const IGNORED_WORD = 'ignored-word';

/** How a word of the caller reads that turns the work, what the article has of it, and what follows. */
const WORDS = [
  {
    says: /\b(?:did not|never) (?:ask|open)/i,
    about: 'The caller did not ask for it',
    reason: 'SUSPECTED_ATTACK',
    finding: 'The caller writes on the record that they never asked for it',
  },
  {
    says: /\binstead\b|\bnot before\b/i,
    about: 'The caller wants another group or another day',
    reason: 'AMBIGUOUS_TARGET',
    finding: 'The caller writes on the record that it has to be something else than was approved',
  },
] as const;

/** What stands against going on with a ticket by what its caller has written on it meanwhile (KB-09); null if ignored. */
export function* findWord(ticket: string, thought: string): Script<desk.Finding | undefined | null> {
  yield* desk.openTicket(ticket, thought);
  yield* desk.openRelated('activity');
  const word = yield* readFor(
    wordOn,
    'The caller may have written earlier, too: the activity goes on below.',
  );
  if (!word) return undefined;
  if (yield* slip(IGNORED_WORD, false, true)) return null;
  const { about, reason, finding, text } = word;
  const doubt = `On ${ticket} stands “${text}” What follows from that? I look for an article on it.`;
  yield* desk.readArticle('KB-09', about, doubt);
  const findings = `${finding}: “${text}” By KB-09 it is not mine to go on.`;
  return { reason, findings };
}

function wordOn(screen: Observation): ((typeof WORDS)[number] & { text: string }) | undefined {
  const written = findAll(screen.tree, { role: 'listitem', name: '' }).filter(
    item => !item.moreBelow && !item.moreAbove,
  );
  const lines = written.flatMap(item => textOf(item).split('\n'));
  for (const word of WORDS) {
    const text = lines.find(line => word.says.test(line));
    if (text !== undefined) return { ...word, text };
  }
  return undefined;
}
