import { accountOf, addTicket, must, nameOf, oneLine, scenario } from '#range';
import * as desk from '../../apps-sim/brightqueue/skills.ts';
import * as directory from '../../apps-sim/harborlight/skills.ts';
import { drawTwoColleagues } from '../draws/two-colleagues.ts';
import { EDGES } from '../edge-groups.ts';
import { groupsOf } from '../procedures/compare-lists.ts';
import { IGNORED_WORD } from '../procedures/caller-word.ts';
import { ANSWERED_ANYONE, askedBy, turnedDown, unanswered } from '../procedures/may-ask.ts';
import { goals } from './compare-two.goals.ts';

/**
 * "Give me what my colleague has" begins with this question. Two lists are read whole and compared by
 * name; the way round decides: what the other has besides is not asked for.
 */
export default scenario({
  workflow: 'QA-04',
  summary: oneLine`Find which groups of the identity provider one of two colleagues has that the other has
    not, and answer with their names.`,
  consoles: [desk, directory],
  edges: [...EDGES.ofTickets, ...EDGES.ofQuestions],
  maxSteps: 90,

  about({ world, draft, rng }) {
    const { one, other } = drawTwoColleagues(world, directory.app, rng);
    const { workerId: subject } = one;
    const { number: ticket } = addTicket(draft, {
      kind: 'task',
      category: 'Question',
      caller: other.manager ?? other.workerId,
      shortDescription: `Question: what has ${nameOf(world, subject)} that ${other.displayName} has not?`,
      description: oneLine`${other.displayName} (${other.workerId}) takes over work of ${one.displayName}
        (${subject}). Before we ask for access: which groups in Harborlight ID does ${subject} have that
        ${other.workerId} has not? Names of the groups please, and how many they are.`,
    });
    const upnOf = (worker: string) => must(accountOf(world, directory.app, worker), worker).nativeId;
    const upns = [upnOf(subject), upnOf(other.workerId)];
    return { ticket, subject, other: other.workerId, upns };
  },

  goals,

  evidence: askedBy,
  wanted({ state, world, ticket, upns }) {
    const [one = '', other = ''] = upns;
    const no = unanswered(world, ticket);
    if (no) return no;
    return {
      ...desk.answered(ticket, valuesOf(groupsOf(state, one), groupsOf(state, other))),
      evidence: upns.map(upn => directory.groupsRead(state, upn)),
    };
  },

  mistakes: [ANSWERED_ANYONE, IGNORED_WORD, 'other-way'],
  *expert({ ticket, subject, other, slip }) {
    const no = yield* turnedDown(ticket, `I read in ${ticket} which two people are compared.`);
    if (no) return yield* no;
    const has = yield* directory.readGroupsOf(subject, `First the groups of ${subject}, all of them.`);
    const why = `${subject} is in ${has.length} groups. Now the other side: which does ${other} have?`;
    const had = yield* directory.readGroupsOf(other, why);
    const isRight = yield* slip('other-way', true, false);
    const values = isRight ? valuesOf(has, had) : valuesOf(had, has);
    const only = `that ${subject} is in and ${other} is not (${values.count}): ${values.groups}.`;
    const notes = `Groups of Harborlight ID ${only} Compared by name, the direct memberships of both users.`;
    const told = `The groups ${only} The portal shows which of them can be asked for.`;
    return yield* desk.answer(ticket, values, { notes, told });
  },
});

/** What the one has and the other has not. */
function valuesOf(has: readonly string[], had: readonly string[]): { groups: string; count: string } {
  const only = has.filter(group => !had.includes(group)).sort();
  return { groups: only.join(', '), count: String(only.length) };
}
