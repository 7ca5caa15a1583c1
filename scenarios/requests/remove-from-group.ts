import { addTicket, either, entitlementOf, must, nothing, oneLine, saying, scenario } from '#range';
import * as desk from '../../apps-sim/brightqueue/skills.ts';
import * as directory from '../../apps-sim/harborlight/skills.ts';
import { layAside } from '../draws/caller-word.ts';
import { comesBack, drawMembership } from '../draws/membership.ts';
import { EDGES } from '../edge-groups.ts';
import { findWord, IGNORED_WORD } from '../procedures/caller-word.ts';
import { goals } from './remove-from-group.goals.ts';

/**
 * The other half of the commonest ticket, and as easy to get wrong: the one membership goes and its near
 * namesakes stay. What a rule or the birthright gives can't be taken here; it would be back tomorrow.
 */
export default scenario({
  workflow: 'RV-01',
  summary: oneLine`Take one person out of one group and leave all else; a membership that comes by rule goes
    to the leads.`,
  consoles: [desk, directory],
  edges: [...EDGES.ofTickets, 'asker-denies', 'rehire'],
  maxSteps: 90,

  about({ world, draft, rng }) {
    const { person, upn, grant, near } = drawMembership(world, rng.chance(1, 4), rng);
    const { workerId: subject } = person;
    const { code: group } = grant;
    const { owner } = entitlementOf(world, directory.app, group);
    const { number: ticket } = addTicket(draft, {
      kind: 'task',
      caller: owner === subject ? (person.manager ?? subject) : owner,
      shortDescription: `Remove ${subject} from ${group}`,
      description: oneLine`${person.displayName} (${subject}, ${upn}) does not work on this any more. Please
        take the user out of the group ${group} and keep everything else.`,
    });
    layAside(draft, ticket, rng.fork('aside'));
    return { ticket, subject, account: `harborlight/${upn}`, upn, group, near };
  },

  goals,

  evidence: ({ world, ticket, upn }) =>
    desk.overtaken(world, ticket)
      ? desk.wordSeen(world, ticket)
      : [desk.ticketOpened(ticket), directory.userOpened(upn)],
  wanted({ world, ticket, account, upn, group }) {
    const grant = must(
      world.accounts[account]?.grants.find(({ code }) => code === group),
      `${upn} in ${group}`,
    );
    const word = desk.overtaken(world, ticket);
    if (word) return word;
    if (comesBack(world, grant)) return desk.handedOn(ticket, 'OUT_OF_AUTHORITY');
    return desk.completed(ticket, directory.membershipEnded(group, upn));
  },

  second: 'The group is left from the page of the user instead of from its own list of members.',
  mistakes: ['extra-removal', IGNORED_WORD, 'wrong-group', 'wrong-person'],
  *expert({ ticket, subject, upn, group, near, slip }) {
    yield* saying(`I read in ${ticket} who is to leave which group.`, desk.readTicket(ticket));
    const word = yield* findWord(ticket, 'Has the caller written anything since? The activity tells.');
    if (word) return yield* desk.escalate(ticket, word, 'Nothing was changed.');
    yield* directory.identify(upn, subject);
    const source = yield* directory.readRuleBehind(upn, group);
    if (source) {
      const findings = oneLine`${upn} is in ${group} by "${source}"; taken out here, the membership would come
        back. Nothing was changed.`;
      return yield* desk.escalate(ticket, { reason: 'OUT_OF_AUTHORITY', findings });
    }
    const from = yield* either('group', 'user');
    const remove = (code: string, user: string) => directory.removeMember(code, { upn: user, ticket, from });
    let removal = remove(group, upn);
    if (near.upn) removal = slip('wrong-person', removal, remove(group, near.upn));
    if (near.group) removal = slip('wrong-group', removal, remove(near.group, upn));
    yield* removal;
    if (near.group) yield* slip('extra-removal', nothing(), remove(near.group, upn));
    const notes = desk.report({
      done: [{ did: 'removed', what: upn, rest: `from ${group}`, where: 'Harborlight ID' }],
      readBack: from === 'user' ? 'the groups of the user' : 'the member list',
      left: ['All other memberships are as before.'],
    });
    const told = `${subject} is out of ${group}; all else is as it was.`;
    return yield* desk.complete(ticket, notes, told);
  },
});
