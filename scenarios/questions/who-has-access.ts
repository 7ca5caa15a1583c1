import { addTicket, check, either, must, personsIn, oneLine, scenario } from '#range';
import * as desk from '../../apps-sim/brightqueue/skills.ts';
import * as erp from '../../apps-sim/corvane/skills.ts';
import * as directory from '../../apps-sim/harborlight/skills.ts';
import { drawTwoAccesses } from '../draws/two-accesses.ts';
import { EDGES } from '../edge-groups.ts';
import { bothRead, compareByHolders, compareByMembers, holdersOfBoth } from '../procedures/compare-lists.ts';
import { IGNORED_WORD } from '../procedures/caller-word.ts';
import { ANSWERED_ANYONE, askedBy, turnedDown, unanswered } from '../procedures/may-ask.ts';
import { goals } from './who-has-access.goals.ts';

/**
 * Who has both, over two consoles that know people by different numbers and print the same names twice.
 * Nothing changes but the ticket, and the whole answer is wrong when one page of a list was left unread.
 */
export default scenario({
  workflow: 'QA-03',
  summary: oneLine`Find who is in a group of the identity provider and holds a role in the ERP, and answer
    with numbers.`,
  consoles: [desk, directory, erp],
  edges: [...EDGES.ofTickets, ...EDGES.ofQuestions],
  maxSteps: 140,

  about({ world, draft, rng }) {
    const { group, role, both, other } = drawTwoAccesses(world, rng);
    const subject = rng.pick(both);
    const { department } = must(world.persons[subject], subject);
    const { head } = must(world.departments[department], department);
    const { number: ticket } = addTicket(draft, {
      kind: 'task',
      category: 'Question',
      caller: head ?? must(personsIn(world, department)[0], department).workerId,
      shortDescription: `Question: who has ${group} and ${role}?`,
      description: oneLine`For the review of critical combinations: which direct members of the group ${group}
        in Harborlight ID also hold the role ${role} in Corvane Financials, by itself or inside a composite
        role? Worker numbers please, and how many they are.`,
    });
    return { ticket, subject, group, role, other };
  },

  goals,

  evidence: askedBy,
  wanted({ state, world, ticket, group, role }) {
    const no = unanswered(world, ticket);
    if (no) return no;
    const both = holdersOfBoth(state, group, role);
    return { ...desk.answered(ticket, valuesOf(both)), evidence: bothRead(state, { both, group, role }) };
  },

  second: 'It begins with the holders of the role, and looks at the groups of each.',
  mistakes: [ANSWERED_ANYONE, IGNORED_WORD, 'one-console', 'wrong-role'],
  *expert({ ticket, group, role, other, slip }) {
    const no = yield* turnedDown(ticket, `I read in ${ticket} which two accesses are asked about.`);
    if (no) return yield* no;
    const right = either(compareByMembers(group, role), compareByHolders(group, role));
    const work = other ? slip('wrong-role', right, compareByMembers(group, other)) : right;
    const found = (yield* check('evidence', () => work)) ?? { both: [], members: [] };
    const values = valuesOf(yield* slip('one-console', found.both, found.members));
    const notes = oneLine`${group} and ${role}: ${values.both || 'nobody'} (${values.count}). Compared by
      number: Harborlight members, Corvane user list IN01.`;
    const who = values.both.includes(',') ? `${values.both} have` : `${values.both || 'Nobody'} has`;
    const told = `${who} both ${group} and ${role} (${values.count} in all).`;
    return yield* desk.answer(ticket, values, { notes, told });
  },
});

function valuesOf(both: readonly string[]): { both: string; count: string } {
  return { both: [...both].sort().join(', '), count: String(both.length) };
}
