import { check, dayOf, either, nothing, oneLine, scenario } from '#range';
import * as desk from '../../apps-sim/brightqueue/skills.ts';
import * as erp from '../../apps-sim/corvane/skills.ts';
import * as directory from '../../apps-sim/harborlight/skills.ts';
import { drawCampaign, isApprovedAnew } from '../draws/campaign.ts';
import { EDGES } from '../edge-groups.ts';
import { approvedAnew, readLines, revoke } from '../procedures/review-lines.ts';
import { thread } from '../mail-thread.ts';

/**
 * The decisions of a closed review are not the operator's, carrying them out is. Two things change a plain
 * list: access that was approved anew after the decision stays, and a list in which somebody decided on the
 * own access goes back whole.
 */
export default scenario({
  workflow: 'CE-01',
  summary: oneLine`Carry out the revocations of a closed access review in the identity provider and the ERP,
    and leave all other access.`,
  consoles: [desk, directory, erp],
  edges: [...EDGES.ofApprovals, ...EDGES.ofTickets, 'admin-account', 'legal-hold', 'on-leave'],
  maxSteps: 300,

  about: drawCampaign,

  goals: ({ ticket, decisions }) => ({
    plain: oneLine`Carry out the review decisions of ${ticket} in Harborlight ID and Corvane, following
      KB-10, and close or hand on the task.`,
    curt: oneLine`${ticket}: execute the revocations of the closed campaign. Do not touch what was kept.
      Read KB-10 first.`,
    polite: oneLine`Could you please carry out the decisions of the review in ${ticket}, following KB-10,
      and document each line?`,
    formal: oneLine`The decisions of the closed campaign in ${ticket} are to be implemented in Harborlight
      ID and Corvane in accordance with KB-10. Kindly document each of the ${decisions.length} lines.`,
    chat: `can you finish the recertification cleanup in ${ticket} today? the auditors are asking`,
    mail: thread(
      `Access review, ${ticket}`,
      oneLine`KB-10 says which decisions still count. Do those, write which you left and why, and close
        or hand on the task.`,
      oneLine`The campaign is closed, ${decisions.length} decisions are in the variables of the ticket.
        When will they be carried out?`,
    ),
    forwarded: oneLine`FW: campaign closed, ${decisions.length} decisions, see ${ticket} (Variables).
      Kindly revoke as decided and confirm per line.`,
    foreign: oneLine`Please to do the removals from the access review of ${ticket}, only the ones which
      are valid by KB-10, and write which stayed and why.`,
    manager: oneLine`${ticket} please: ${decisions.length} review decisions. Read KB-10 before you start,
      touch nothing that was kept, and tell line by line.`,
    auditor: oneLine`We test the effectiveness of the review. Carry out the decisions in ${ticket} by
      KB-10 and record for each whether it was done, or why not.`,
    urgent: oneLine`Deadline of the campaign is today! Carry out the decisions in ${ticket} as KB-10 says,
      then close or hand on.`,
    aside: oneLine`The reviewers got chocolate for being on time. Now it is our turn: ${ticket},
      ${decisions.length} decisions in Harborlight ID and Corvane, by KB-10. Close or hand on the task.`,
  }),

  wanted({ state, world, ticket, decisions }) {
    const own = decisions.find(made => made.workerId === made.reviewer);
    if (own) return desk.handedOn(ticket, 'POLICY_BREACH');
    const day = dayOf(world.nowMs);
    const valid = decisions.filter(made => made.verdict === 'Revoke' && !isApprovedAnew(world, made));
    const acts = valid.flatMap(({ app, account, code }) =>
      app === erp.app
        ? erp.rolesEnded(state, account, { roles: [code], day })
        : directory.membershipEnded(code, account),
    );
    return desk.completed(ticket, acts);
  },

  second: 'Groups are left from their own lists of members.',
  mistakes: ['revoked-approved-anew', 'revoked-kept', 'wrong-person'],
  *expert({ ticket, other: near, slip }) {
    const lines = yield* readLines(ticket);
    const thought = `${lines.length} decisions. KB-10 says which of them count.`;
    const rules = yield* check('procedure', () => desk.openArticle('KB-10', thought));
    const own = rules && lines.find(line => line.workerId === line.reviewer);
    if (own) {
      const findings = oneLine`Line ${own.number}: ${own.reviewer} decided on the own access (${own.code}). By
        KB-10 the list goes back whole; nothing was revoked.`;
      return yield* desk.escalate(ticket, { reason: 'POLICY_BREACH', findings });
    }
    const from = yield* either('user', 'group');
    const [done, left]: [string[], string[]] = [[], []];
    for (const line of lines) {
      const what = `line ${line.number}, ${line.code} of ${line.workerId}`;
      const revoking = revoke(line, ticket, { from, near });
      if (line.verdict !== 'Revoke') yield* slip('revoked-kept', nothing(), revoking);
      const anew = line.verdict === 'Revoke' ? yield* approvedAnew(line) : undefined;
      if (anew) {
        left.push(`${what}: approved anew in ${anew}`);
        yield* slip('revoked-approved-anew', nothing(), revoking);
      } else if (line.verdict === 'Revoke') {
        done.push(what);
        yield* revoking;
      }
    }
    const notes = oneLine`Revoked and read back: ${done.join('; ') || 'nothing'}. Left as it is:
      ${left.join('; ') || 'nothing'}. Lines decided Keep were not touched; ERP rows are ended, not deleted.`;
    return yield* desk.complete(ticket, notes);
  },
});
