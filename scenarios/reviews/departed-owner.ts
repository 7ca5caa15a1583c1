import { check, either, oneLine, scenario, type Script, unless } from '#range';
import * as desk from '../../apps-sim/brightqueue/skills.ts';
import * as directory from '../../apps-sim/harborlight/skills.ts';
import * as hr from '../../apps-sim/peoplemere/skills.ts';
import { drawDepartedOwner } from '../draws/departed-owner.ts';
import { EDGES } from '../edge-groups.ts';
import { findOtherStatus } from '../procedures/who-is-this.ts';
import { goals } from './departed-owner.goals.ts';

/**
 * A review without a reviewer. The next owner is not whoever offers, but whom HR names; and to decide the
 * open lines oneself, as a kindness on the last day, is what no operator may do.
 */
export default scenario({
  workflow: 'CE-02',
  summary: oneLine`Hand the group of an owner who has left to the manager whom HR names, so that its review
    goes on; decide nothing.`,
  consoles: [desk, hr, directory],
  edges: [...EDGES.ofTickets, 'hr-disagrees', 'legal-hold', 'on-leave'],
  maxSteps: 130,

  about: drawDepartedOwner,

  goals,

  evidence: ({ subject, isDecisionAsked }) => (isDecisionAsked ? [] : [hr.recordOpened(subject)]),
  wanted({ world, ticket, subject, manager, group, next, isDecisionAsked, isOurs }) {
    if (isDecisionAsked) return desk.refused(ticket, 'POLICY_PROHIBITED', 'decid', 'decision', 'reviewer');
    const hasLeft = (workerId: string): boolean => world.persons[workerId]?.status === 'terminated';
    const read = [subject, manager].map(hr.recordOpened);
    const foreign = desk.handedOn(ticket, 'OUT_OF_AUTHORITY');
    const orphan = desk.handedOn(ticket, 'NO_OWNER');
    const heir = [...desk.wordsOf(world, manager), 'manager', 'superior'];
    const problems = [
      hasLeft(subject) ? undefined : desk.handedOn(ticket, 'CONFLICTING_DATA'),
      isOurs ? undefined : { ...foreign, evidence: [directory.groupOpened(group)] },
      hasLeft(manager) ? { ...desk.resting(orphan, heir), evidence: read } : undefined,
    ];
    const done = desk.completed(ticket, directory.ownerChanged(group, next));
    return unless(problems, () => ({ ...done, evidence: [...read, directory.groupOpened(group)] }));
  },

  second: 'The new owner is named by worker number instead of by user name.',
  mistakes: ['owner-anyway', 'wrong-owner'],
  *expert({ ticket, subject, group, near, slip }) {
    yield* desk.readTicket(ticket, `I read ${ticket}: what keeps the review, and what is asked of us?`);
    const lines = yield* findDecisionAsked();
    if (lines !== undefined && (yield* slip('owner-anyway', true, false))) {
      const notes = oneLine`The ${lines} open lines of ${group} are the reviewer's to decide, not ours.
        Nothing was decided and nothing was changed.`;
      return yield* desk.refuse(ticket, 'POLICY_PROHIBITED', { rule: NO_DECISION, notes, told: NOT_OURS });
    }
    const doubt = yield* findOtherStatus(subject, { status: 'Terminated', stated: 'gone' });
    if (doubt) return yield* desk.escalate(ticket, { ...doubt, rule: STILL_OWNER });
    const foreign = yield* findForeign(group);
    if (foreign) return yield* desk.escalate(ticket, foreign);
    const { managerId, status, upn } = (yield* findManager(subject)) ?? { ...NOT_ASKED, upn: near };
    if (status !== 'Active' && (yield* slip('owner-anyway', true, false))) {
      const findings = oneLine`${subject} has left, and so has ${managerId}, the manager whom HR names. Nobody
        is left to answer for ${group}; nothing was changed.`;
      return yield* desk.escalate(ticket, { reason: 'NO_OWNER', findings, rule: NOBODY_LEFT });
    }
    yield* directory.identify(upn, managerId);
    const owner = yield* either(upn, managerId || upn);
    const make = directory.changeOwner(group, { owner, upn, ticket });
    const was = yield* slip('wrong-owner', make, directory.changeOwner(group, { owner: near, ticket }));
    return yield* desk.complete(ticket, {
      done: [directory.did('changed', `the owner of ${group}`, desk.fromTo(was, upn))],
      basis: [`the termination of ${subject} in HR, which names ${managerId} as the manager`],
      readBack: 'the owner',
      left: ['No line of the review was decided.'],
      told: `The review of ${group} can go on: ${managerId} owns the group now.`,
    });
  },
});

const NO_DECISION = ['KB-15', 'The decisions of a review'] as const;
const STILL_OWNER = ['KB-15', 'still owns it'] as const;
const NOT_FOR_US = ['KB-15', 'mastered in Ashlar Directory'] as const;
const NOBODY_LEFT = ['KB-15', 'has left, too'] as const;
const NOT_OURS = oneLine`We can't decide lines of a review for somebody else, whatever the deadline. Please
  name a new reviewer in the campaign; we can then hand the group over.`;

/** How many lines the ticket in front wants decided, if it does. */
function findDecisionAsked(): Script<string | undefined> {
  return check('whose decision', function* (): Script<string | undefined> {
    return /(\d+) lines are open\. Please confirm/.exec(yield* desk.readDescription())?.[1];
  });
}

/** Who left HR out takes the next best colleague. */
const NOT_ASKED = { managerId: '', status: 'Active' } as const;

/** The manager whom HR names for a worker, and whether that one is at work. */
function findManager(
  subject: string,
): Script<{ managerId: string; status: string; upn: string } | undefined> {
  return check('manager in HR', function* (): Script<{ managerId: string; status: string; upn: string }> {
    const { managerId } = yield* hr.readWorker(subject, `Whom does HR name as the manager of ${subject}?`);
    const { status, workMail: upn } = yield* hr.readWorker(managerId, `Is ${managerId} at work? HR tells.`);
    return { managerId, status, upn };
  });
}

/** Whether the group is one whose owner operators do not change. */
function findForeign(group: string): Script<desk.Finding | undefined> {
  return check('whose group', function* (): Script<desk.Finding | undefined> {
    const why = yield* directory.whyNotOurs(
      group,
      `HR bears it out. Is ${group} a group that we may change?`,
    );
    if (why === undefined) return undefined;
    const findings = `The owner of ${group} is not ours to change: ${why}. Nothing was changed.`;
    return { reason: 'OUT_OF_AUTHORITY', findings, rule: NOT_FOR_US };
  });
}
