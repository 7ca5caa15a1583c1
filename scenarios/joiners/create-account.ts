import { must, nothing, oneLine, scenario } from '#range';
import * as desk from '../../apps-sim/brightqueue/skills.ts';
import * as directory from '../../apps-sim/harborlight/skills.ts';
import * as hr from '../../apps-sim/peoplemere/skills.ts';
import { drawStarter, profileInHr } from '../draws/new-starter.ts';
import { EDGES } from '../edge-groups.ts';
import { findOtherStory, namesAsSpelled, profileOf } from '../procedures/profile-from-hr.ts';
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
    if (!isAsTold) return desk.handedOn(ticket, 'CONFLICTING_DATA');
    const account = directory.userCreated(profileInHr(world, subject));
    const first = directory.memberAdded(group, person.mail, must(world.requests[request], request).to);
    return desk.unapproved(world, ticket, { request }) ?? desk.completed(ticket, account, first);
  },

  second: "The manager is named by worker number, so that the manager's own record need not be read.",
  mistakes: ['activated-early', 'extra-grant', 'ticket-spelling'],
  *expert({ slip, ...starter }) {
    const { ticket, subject, request, group, other, startDay } = starter;
    yield* desk.readTicket(ticket, `I read ${ticket}: who starts, and when?`);
    const facts = yield* hr.confirmWorker(subject);
    const story = findOtherStory(facts, starter);
    if (story) return yield* desk.escalate(ticket, story);
    yield* desk.readTicket(ticket, 'HR and the ticket agree. Now the approval of the first group.');
    const problem = yield* desk.readApprovals(request);
    const left = 'Account and group belong together, nothing was created.';
    if (problem) return yield* desk.escalate(ticket, problem, left);
    const until = (yield* desk.readValidity(ticket))?.to ?? null;
    yield* directory.confirmNoAccount(subject);
    const user = yield* profileOf(starter, facts);
    const create = (more: Partial<directory.NewUser>) => directory.createUser({ ...user, ...more }, ticket);
    let creation = slip('activated-early', create({}), create({ status: 'Active' }));
    if (!starter.isSpelledPlainly)
      creation = slip('ticket-spelling', creation, create(namesAsSpelled(starter)));
    yield* creation;
    const { upn } = user;
    yield* directory.addMember(group, { upn, ticket, until });
    yield* slip('extra-grant', nothing(), directory.addMember(other, { upn, ticket, until }));
    yield* directory.readUser(upn, 'overview');
    const notes = desk.report({
      done: [
        {
          did: 'created',
          what: `${upn} for ${subject}`,
          rest: `from the HR record (staged until ${startDay})`,
          where: 'Harborlight ID',
        },
        { did: 'added', what: upn, rest: `to ${group}`, where: 'Harborlight ID' },
      ],
      basis: [`approval ${request}`],
      readBack: 'the user',
      left: ['No other access was given.'],
    });
    const told = oneLine`The account ${upn} is prepared. Nobody can sign in with it yet: our team activates it
      on the first day, ${startDay}.`;
    return yield* desk.complete(ticket, notes, told);
  },
});
