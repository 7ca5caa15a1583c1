import { must, nothing, oneLine, scenario, unless } from '#range';
import * as desk from '../../apps-sim/brightqueue/skills.ts';
import * as directory from '../../apps-sim/harborlight/skills.ts';
import * as hr from '../../apps-sim/peoplemere/skills.ts';
import { drawStarter, profileInHr } from '../draws/new-starter.ts';
import { EDGES } from '../edge-groups.ts';
import { makeStaged, prepareAccount, STAGED_MISTAKES } from '../procedures/new-account.ts';
import { goals } from './create-account.goals.ts';

/**
 * A new starter's account: every field comes from HR, for the ticket spells the name as a keyboard without
 * accents does, and HR alone knows the user name, the manager and the first day. The account stays staged, so
 * that nobody can sign in before that day. When HR has another story than the ticket, nothing is created.
 */
export default scenario({
  workflow: 'JO-01',
  summary: oneLine`Create the staged account of a new starter from the HR record and add the one approved
    group, if HR and ticket agree.`,
  consoles: [desk, hr, directory],
  edges: [...EDGES.ofApprovals, ...EDGES.ofTickets, 'rehire', 'start-moved'],
  maxSteps: 180,

  about: drawStarter,

  goals,

  evidence: ({ subject }) => [hr.recordOpened(subject)],
  wanted({ world, ticket, request, subject, startDay, group }) {
    const person = must(world.persons[subject], subject);
    const isAsTold = person.hireDay === startDay && person.linkedWorkerId === null;
    const story = isAsTold ? undefined : desk.handedOn(ticket, 'CONFLICTING_DATA');
    const account = directory.userCreated(profileInHr(world, subject));
    const first = directory.memberAdded(group, person.mail, must(world.requests[request], request).to);
    return unless([story, desk.unapproved(world, ticket, { request })], () =>
      desk.completed(ticket, account, first),
    );
  },

  second: "The manager is named by worker number, so that the manager's own record need not be read.",
  mistakes: ['extra-grant', ...STAGED_MISTAKES],
  *expert({ slip, ...starter }) {
    const { ticket, subject, group, other, startDay } = starter;
    const opening = `I read ${ticket}: who starts, and when?`;
    const prepared = yield* prepareAccount(starter, { opening });
    if ('finding' in prepared) return yield* desk.escalate(ticket, prepared.finding, prepared.left);
    const { user, until, ground } = prepared;
    yield* makeStaged(starter, user);
    const { upn } = user;
    yield* directory.addMember(group, { upn, ticket, until });
    yield* slip('extra-grant', nothing(), directory.addMember(other, { upn, ticket, until }));
    yield* directory.readUser(upn, 'overview');
    return yield* desk.complete(ticket, {
      done: [
        directory.did('created', `${upn} for ${subject}`, `from the HR record (staged until ${startDay})`),
        directory.did('added', upn, `to ${group}`),
      ],
      basis: [ground],
      readBack: 'the user',
      left: ['No other access was given.'],
      told: oneLine`The account ${upn} is prepared. Nobody can sign in with it yet: our team activates it on
        the first day, ${startDay}.`,
    });
  },
});
