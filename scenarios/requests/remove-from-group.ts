import { either, must, nothing, oneLine, saying, scenario } from '#range';
import * as desk from '../../apps-sim/brightqueue/skills.ts';
import * as directory from '../../apps-sim/harborlight/skills.ts';
import { comesBack, drawRemoval } from '../draws/membership.ts';
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

  about: drawRemoval,

  goals,

  evidence: ({ world, ticket, upn }) =>
    desk.overtaken(world, ticket) ? desk.wordSeen(world, ticket) : [directory.userOpened(upn)],
  wanted({ world, ticket, account, upn, group }) {
    const grant = must(
      world.accounts[account]?.grants.find(({ code }) => code === group),
      `${upn} in ${group}`,
    );
    const word = desk.overtaken(world, ticket);
    if (word) return word;
    if (comesBack(world, grant)) {
      const evidence = [directory.membershipRead(group, upn)];
      return { ...desk.grounded(desk.handedOn(ticket, 'OUT_OF_AUTHORITY'), ...BY_ITSELF), evidence };
    }
    return desk.completed(ticket, directory.membershipEnded(group, upn));
  },

  second: 'The group is left from the page of the user instead of from its own list of members.',
  mistakes: ['extra-removal', IGNORED_WORD, 'wrong-group', 'wrong-person'],
  *expert({ ticket, subject, upn, group, near, slip }) {
    yield* saying(`I read in ${ticket} who is to leave which group.`, desk.readTicket(ticket));
    const word = yield* findWord(ticket, 'Has the caller written anything since? The activity tells.');
    if (word) return yield* desk.escalate(ticket, word, 'Nothing was changed.');
    yield* desk.lookUp(
      ['KB-05', 'comes back by itself'],
      'Which memberships may not be taken away by hand? I read it before I do it.',
    );
    yield* directory.identify(upn, subject);
    const source = yield* directory.readRuleBehind(upn, group);
    if (source) {
      const findings = oneLine`${upn} is in ${group} by "${source}"; if it is taken out here, it would come
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
    return yield* desk.complete(ticket, {
      done: [directory.did('removed', upn, `from ${group}`)],
      readBack: from === 'user' ? 'the groups of the user' : 'the member list',
      left: ['All other memberships are as before.'],
      told: `${subject} is out of ${group}; all else is as it was.`,
    });
  },
});

/** By what it goes that a membership is given by something else than us. */
const BY_ITSELF = [...directory.ELSEWHERE, 'rule', 'birthright', 'come back', 'comes back', 'automatic'];
