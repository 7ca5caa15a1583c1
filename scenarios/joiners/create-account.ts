import { must, nothing, oneLine, scenario } from '#range';
import * as desk from '../../apps-sim/brightqueue/skills.ts';
import * as directory from '../../apps-sim/harborlight/skills.ts';
import * as hr from '../../apps-sim/peoplemere/skills.ts';
import { drawStarter, profileInHr } from '../draws/new-starter.ts';
import { EDGES } from '../edge-groups.ts';
import { findOtherStory, namesAsSpelled, profileOf } from '../procedures/profile-from-hr.ts';
import { thread } from '../mail-thread.ts';

/**
 * A new starter's account: every field comes from HR, for the ticket spells the name as a keyboard without
 * accents does, and HR alone knows the user name, the manager and the first day. The account stays staged, so
 * that nobody can sign in before that day. When HR tells another story than the ticket, nothing is created.
 */
export default scenario({
  workflow: 'JO-01',
  summary: oneLine`Create the staged account of a new starter from the HR record and add the one approved
    group, if HR and ticket agree.`,
  consoles: [desk, hr, directory],
  edges: [...EDGES.ofApprovals, ...EDGES.ofTickets, 'rehire', 'start-moved'],
  maxSteps: 180,

  about: drawStarter,

  goals: ({ ticket, subject, startDay, spelled, request }) => ({
    plain: oneLine`Run the joiner procedure of ${ticket}: account from the HR record, staged, with the
      approved group only. Close the task with what was done.`,
    curt: oneLine`${ticket}: ${subject} starts on ${startDay}. Create the Harborlight ID account (staged)
      and add the group of the request.`,
    polite: oneLine`Could you please prepare the account for the new starter of ${ticket}, with the data
      of HR, staged until ${startDay}, and with the approved group?`,
    formal: oneLine`You are requested to create the staged account for worker ${subject} (first day
      ${startDay}) on the basis of the HR record, and to assign the group approved in ${request}.
      Reference: ${ticket}.`,
    chat: `hi! new colleague coming, ${spelled}, can you set up the login? it's ${ticket}`,
    mail: thread(
      `New starter, ${ticket}`,
      oneLine`Please set up the account from the HR record, staged, and add the group of ${request} if
        it is approved.`,
      `We have a new colleague starting on ${startDay}. What else do you need from us?`,
    ),
    forwarded: oneLine`FW: ${ticket} / ${request} - kindly create the user for our new joiner as per HR
      data and confirm in the record.`,
    foreign: oneLine`Please to prepare the account for the person of ${ticket}, names exactly as HR
      writes, and not active before the first day.`,
    manager: oneLine`${ticket}: joiner ${subject}, starts ${startDay}. Everything from HR, nothing from
      the ticket text, account staged, only the approved group.`,
    auditor: oneLine`For ${ticket} it must be visible that the account of ${subject} was made from the HR
      record, that it stays staged until ${startDay}, and that its group was approved in ${request}.`,
    urgent: oneLine`Forgotten until now, sorry!! ${subject} starts on ${startDay}, ${ticket}. Staged
      account from HR and the group of ${request}, today please.`,
    aside: oneLine`There will be cake for the new colleague, ${spelled}, on the first day. Before that we
      need the account: ${ticket}, staged, data from HR, first group as approved in ${request}.`,
  }),

  evidence: ({ subject }) => [hr.recordOpened(subject)],
  wanted({ world, ticket, request, subject, startDay, group }) {
    const person = must(world.persons[subject], subject);
    const isAsTold = person.hireDay === startDay && person.linkedWorkerId === null;
    if (!isAsTold) return desk.handedOn(ticket, 'CONFLICTING_DATA');
    const account = directory.userCreated(profileInHr(world, subject));
    const first = directory.memberAdded(group, person.mail, must(world.requests[request], request).to);
    return desk.unapproved(world, ticket, request) ?? desk.completed(ticket, account, first);
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
    const notes = oneLine`${upn} created for ${subject} from the HR record, staged until ${startDay}; ${group}
      added as approved in ${request}. Read back, no other access given.`;
    return yield* desk.complete(ticket, notes);
  },
});
