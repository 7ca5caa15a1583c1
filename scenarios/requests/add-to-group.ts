import { addRequest, addTicket, must, nothing, oneLine, scenario, unless } from '#range';
import * as desk from '../../apps-sim/brightqueue/skills.ts';
import * as directory from '../../apps-sim/harborlight/skills.ts';
import { layAside } from '../draws/caller-word.ts';
import { drawNewGrant } from '../draws/new-grant.ts';
import { EDGES } from '../edge-groups.ts';
import { findWord, IGNORED_WORD } from '../procedures/caller-word.ts';
import { goals } from './add-to-group.goals.ts';

/**
 * The commonest ticket of all: one person, one group, one approval. What makes it hard is the approval: it
 * may be open, old, or given by somebody who could not give it, and the desk only warns.
 */
export default scenario({
  workflow: 'RQ-01',
  summary: 'Add one person to one group of the identity provider, if and only if the approval carries it.',
  consoles: [desk, directory],
  edges: [...EDGES.ofApprovals, ...EDGES.ofTickets, ...EDGES.ofWords, 'duty-conflict'],
  maxSteps: 90,

  about({ world, draft, rng }) {
    const grant = drawNewGrant(world, { app: directory.app, kind: 'group' }, rng);
    const { code: group, holder, colleague, other } = grant;
    const { subject, person, ids } = holder;
    const { id: request } = addRequest(draft, { beneficiary: subject, app: directory.app, code: group });
    const { number: ticket } = addTicket(draft, {
      kind: 'task',
      caller: subject,
      shortDescription: `Group ${group} for ${person.displayName}`,
      description: oneLine`Please add ${person.displayName} (${subject}) to the group ${group}. The access
        request is ${request}.`,
      request,
    });
    layAside(draft, ticket, rng.fork('aside'));
    const upn = ids.harborlight;
    const near = { upn: colleague.ids.harborlight, group: other };
    return { ticket, request, subject, account: `harborlight/${upn}`, upn, group, near };
  },

  goals,

  evidence: ({ world, ticket, request }) =>
    desk.overtaken(world, ticket) ? desk.wordSeen(world, ticket) : [desk.approvalsOpened(world, request)],
  wanted: ({ world, ticket, request, group, upn }) =>
    desk.overtaken(world, ticket) ??
    unless([desk.unapproved(world, ticket, { request })], () =>
      desk.completed(ticket, directory.memberAdded(group, upn, must(world.requests[request], request).to)),
    ),

  mistakes: ['extra-grant', IGNORED_WORD, 'wrong-person'],
  *expert({ ticket, goal, request, subject, group, upn, near, slip }) {
    yield* desk.takeTicket(
      { ticket, goal, subject },
      `Who is to get what, and by whose approval? ${ticket} tells.`,
    );
    const word = yield* findWord(ticket, 'Has the caller written anything since? The activity tells.');
    const problem = word ?? (yield* desk.readApprovals(request));
    if (problem) return yield* desk.escalate(ticket, problem, 'Nothing was changed.');
    const ground = yield* desk.groundOf(request);
    const until = (yield* desk.readValidity(ticket))?.to ?? null;
    yield* directory.identify(upn, subject);
    const add = (code: string, user: string) => directory.addMember(code, { upn: user, ticket, until });
    yield* slip('wrong-person', add(group, upn), add(group, near.upn));
    if (near.group) yield* slip('extra-grant', nothing(), add(near.group, upn));
    return yield* desk.complete(ticket, {
      done: [directory.did('added', upn, `to ${group}${until === null ? '' : ` until ${until}`}`)],
      basis: [ground],
      readBack: 'the member list',
      told: `The access to ${group} is in place now${until === null ? '' : `, until ${until}`}.`,
    });
  },
});
