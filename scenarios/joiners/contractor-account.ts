import { must, nothing, oneLine, scenario, unless } from '#range';
import * as desk from '../../apps-sim/brightqueue/skills.ts';
import * as directory from '../../apps-sim/harborlight/skills.ts';
import * as hr from '../../apps-sim/peoplemere/skills.ts';
import { drawContractor } from '../draws/new-contractor.ts';
import { profileInHr } from '../draws/new-starter.ts';
import { EDGES } from '../edge-groups.ts';
import { makeStaged, prepareAccount, STAGED_MISTAKES } from '../procedures/new-account.ts';
import { goals } from './contractor-account.goals.ts';

/**
 * An account for somebody from outside: a guest, for no longer than the contract runs in HR, and only while
 * somebody here answers for them. The ticket has an end of its own, which is a wish.
 */
export default scenario({
  workflow: 'JO-02',
  summary: oneLine`Create the staged guest account of a contractor from HR, with the approved group until the
    contract ends.`,
  consoles: [desk, hr, directory],
  edges: [...EDGES.ofApprovals, ...EDGES.ofTickets, 'rehire', 'start-moved'],
  maxSteps: 200,

  about: drawContractor,

  goals,

  evidence: ({ subject }) => [hr.recordOpened(subject)],
  wanted({ world, ticket, request, subject, startDay, group }) {
    const person = must(world.persons[subject], subject);
    const isAsTold = person.hireDay === startDay && person.linkedWorkerId === null;
    const hasSponsor = world.persons[person.sponsor ?? '']?.status === 'active';
    const evidence = [hr.recordOpened(subject), hr.contractRead(subject)];
    const conflicting = desk.handedOn(ticket, 'CONFLICTING_DATA');
    const problems = [
      isAsTold ? undefined : conflicting,
      isAsTold && person.contractEnd === null ? { ...conflicting, evidence } : undefined,
      hasSponsor ? undefined : { ...desk.handedOn(ticket, 'NO_OWNER', 'HR Operations'), evidence },
      desk.unapproved(world, ticket, { request }),
    ];
    const account = directory.userCreated(profileInHr(world, subject));
    const first = directory.memberAdded(group, person.mail, must(world.requests[request], request).to);
    return unless(problems, () => ({ ...desk.completed(ticket, account, first), evidence }));
  },

  second: "The manager is named by worker number, so that the manager's own record need not be read.",
  mistakes: ['as-member', 'extra-grant', 'no-end', 'ticket-end', ...STAGED_MISTAKES],
  *expert({ slip, statedEnd, ...starter }) {
    const { ticket, subject, group, other, startDay } = starter;
    const opening = `I read ${ticket}: who comes from outside, and for how long?`;
    const prepared = yield* prepareAccount(starter, { opening, isContract: true });
    if ('finding' in prepared) return yield* desk.escalate(ticket, prepared.finding, prepared.left);
    const { until, end, ground } = prepared;
    const user = { ...prepared.user, userType: 'Guest' } as const;
    const asMember = directory.createUser({ ...user, userType: 'Member' }, ticket);
    yield* slip('as-member', makeStaged(starter, user), asMember);
    const { upn } = user;
    const add = (code: string, day: string | null) => directory.addMember(code, { upn, ticket, until: day });
    let addition = slip('no-end', add(group, until), add(group, null));
    if (statedEnd !== until) addition = slip('ticket-end', addition, add(group, statedEnd));
    yield* addition;
    yield* slip('extra-grant', nothing(), add(other, until));
    yield* directory.readUser(upn, 'overview');
    const wish = `The ticket has ${statedEnd} as the end; the contract ends on ${end}.`;
    const created = `from the HR record (guest, staged until ${startDay})`;
    return yield* desk.complete(ticket, {
      done: [
        directory.did('created', `${upn} for ${subject}`, created),
        directory.did('added', upn, `to ${group} until ${until}`),
      ],
      basis: [ground],
      readBack: 'the user',
      left: [...(end && statedEnd > end ? [wish] : []), 'No other access was given.'],
      told: oneLine`The account ${upn} is prepared, with access until ${until ?? 'further notice'}. Nobody can
        sign in with it yet: our team activates it on the first day, ${startDay}.`,
    });
  },
});
