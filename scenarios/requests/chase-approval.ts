import {
  addRequest,
  addTicket,
  must,
  oneLine,
  scenario,
  unless,
  type WantedChange,
  withParts,
  type World,
} from '#range';
import * as desk from '../../apps-sim/brightqueue/skills.ts';
import * as directory from '../../apps-sim/harborlight/skills.ts';
import * as hr from '../../apps-sim/peoplemere/skills.ts';
import * as phone from '../../apps-sim/postbay/skills.ts';
import { layLateDecision } from '../draws/late-decision.ts';
import { layAside } from '../draws/caller-word.ts';
import { drawNewGrant } from '../draws/new-grant.ts';
import { EDGES } from '../edge-groups.ts';
import { findWord, IGNORED_WORD } from '../procedures/caller-word.ts';
import { CHASE_MISTAKES, chaseApproval } from '../procedures/chase-approval.ts';
import { goals } from './chase-approval.goals.ts';

/** How long a decision is given (KB-07): by then it has come, if it comes. */
const HOUR_MS = 60 * 60_000;

/**
 * An approval that comes while one works, or does not. Whoever takes the friendly answer by mail for it
 * grants without one; whoever asks and waits sees who decided, and that may be somebody who could not.
 */
export default scenario({
  workflow: 'RQ-01',
  summary: oneLine`Chase the open approval of a request, wait for the decision, and grant the group if the
    right person approved it.`,
  consoles: [desk, directory, hr, phone],
  edges: [...EDGES.ofTickets, ...EDGES.ofWords],
  maxSteps: 150,

  about({ world, draft, rng }) {
    const { code: group, holder } = drawNewGrant(world, { app: directory.app, kind: 'group' }, rng);
    const { subject, person, ids } = holder;
    const { id: request } = addRequest(draft, { beneficiary: subject, app: directory.app, code: group });
    const { number: ticket } = addTicket(draft, {
      kind: 'task',
      caller: subject,
      shortDescription: `Chase the approval of ${request}, then ${group}`,
      description: oneLine`${request} is still open. Please chase the approval (KB-07), and add
        ${person.displayName} (${subject}) to the group ${group} once it is approved.`,
      request,
    });
    layAside(draft, ticket, rng.fork('aside'));
    const upn = ids.harborlight;
    const late = layLateDecision(draft, request, rng.fork('decision'));
    return { ticket, request, subject, account: `harborlight/${upn}`, upn, group, ...late };
  },

  goals,

  evidence: ({ world, ticket, request, approver, comment }) =>
    desk.overtaken(world, ticket)
      ? desk.wordSeen(world, ticket)
      : [
          {
            what: `the open approval of ${request} was looked at`,
            app: desk.app,
            texts: [request, approver],
            parts: desk.APPROVALS_ON,
          },
          comment === ''
            ? {
                what: `${request} was looked at an hour after its approver was written to, and is open still`,
                app: desk.app,
                texts: [request, approver],
                parts: desk.APPROVALS_ON,
                after: { change: askedIn(world, { ticket, request, approver }), byMs: HOUR_MS },
              }
            : {
                what: `the decision on ${request} was awaited and read`,
                app: desk.app,
                texts: [request, comment],
                parts: desk.APPROVALS_ON,
              },
        ],
  wanted({ world, ticket, request, group, upn, approver }) {
    const asked = {
      must: [askedIn(world, { ticket, request, approver })],
      may: phone.wroteTo(mailOf(world, approver), ticket).may,
    };
    const word = desk.overtaken(world, ticket);
    if (word) return desk.isYetToCome(world, ticket) ? withParts(word, [asked]) : word;
    const atMs = world.nowMs + HOUR_MS;
    const { to } = must(world.requests[request], request);
    // The decision has to be awaited and read, which is more than that somebody has looked at an open step.
    const problems = desk
      .unapproved(world, ticket, { request, atMs })
      .map(({ evidence: _open, ...problem }) => withParts(problem, [asked]));
    return unless(problems, () => desk.completed(ticket, asked, directory.memberAdded(group, upn, to)));
  },

  mistakes: [IGNORED_WORD, 'not-awaited', ...CHASE_MISTAKES],
  *expert({ ticket, request, subject, group, upn, slip }) {
    yield* desk.readTicket(ticket, `Who is to get what, and by whose approval? ${ticket} tells.`);
    const word = yield* findWord(ticket, 'Has the caller written anything since? The activity tells.');
    const about = { ticket, request, subject, group };
    const isPatient = Boolean(word) || (yield* slip('not-awaited', true, false));
    const problem = isPatient ? (word ?? (yield* chaseApproval(about, word === null))) : undefined;
    if (problem) return yield* desk.escalate(ticket, problem, 'Nothing was changed.');
    const until = (yield* desk.readValidity(ticket))?.to ?? null;
    yield* directory.identify(upn, subject);
    yield* directory.addMember(group, { upn, ticket, until });
    const notes = oneLine`The approver was asked and the decision read on ${request}. ${upn} was added to
    ${group} as approved there; the member list was read back.`;
    const told = `It has been decided, and the access to ${group} is in place now.`;
    return yield* desk.complete(ticket, notes, told);
  },
});

/** What the approver is written: which request, for whom and what it is, and that it has to be decided. */
function askedIn(
  world: World,
  { ticket, request, approver }: Record<'ticket' | 'request' | 'approver', string>,
): WantedChange {
  return phone.sentTo(mailOf(world, approver), ticket, phone.decisionAsked(world, request));
}

function mailOf({ persons }: World, workerId: string): string {
  return must(persons[workerId], workerId).mail;
}
