import { addRequest, addTicket, must, oneLine, scenario, withParts } from '#range';
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

/** By when a decision that comes has come. */
const LATEST_MS = 60 * 60_000;

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
          },
          {
            what: `the decision on ${request} was awaited and read`,
            app: desk.app,
            texts: [request, comment],
          },
        ],
  wanted({ world, ticket, request, group, upn, approver }) {
    const asked = phone.wroteTo(must(world.persons[approver], approver).mail, ticket);
    const word = desk.overtaken(world, ticket);
    if (word) return desk.isYetToCome(world, ticket) ? withParts(word, [asked]) : word;
    const atMs = world.nowMs + LATEST_MS;
    const problem = desk.unapproved(world, ticket, { request, atMs });
    if (problem) return withParts(problem, [asked]);
    const { to } = must(world.requests[request], request);
    return desk.completed(ticket, asked, directory.memberAdded(group, upn, to));
  },

  mistakes: [IGNORED_WORD, 'not-awaited', ...CHASE_MISTAKES],
  *expert({ ticket, request, subject, group, upn, slip }) {
    yield* desk.readTicket(ticket, `I read ${ticket} before I touch anything.`);
    const word = yield* findWord(ticket, 'Has the caller written anything since? The activity tells.');
    const isPatient = word !== undefined || (yield* slip('not-awaited', true, false));
    const problem = isPatient ? (word ?? (yield* chaseApproval(ticket, request))) : undefined;
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
