import { check, dayOf, either, nothing, oneLine, scenario } from '#range';
import * as desk from '../../apps-sim/brightqueue/skills.ts';
import * as erp from '../../apps-sim/corvane/skills.ts';
import * as directory from '../../apps-sim/harborlight/skills.ts';
import { drawCampaign, isApprovedAnew } from '../draws/campaign.ts';
import { EDGES } from '../edge-groups.ts';
import { approvedAnew, linesRead, readLines, requestsRead, revoke } from '../procedures/review-lines.ts';
import { goals } from './carry-out-decisions.goals.ts';

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

  goals,

  evidence: linesRead,
  wanted({ state, world, ticket, decisions }) {
    const own = decisions.find(made => made.workerId === made.reviewer);
    const breach = desk.handedOn(ticket, 'POLICY_BREACH');
    if (own) return desk.resting(breach, desk.wordsOf(world, own.reviewer), [own.code, own.account]);
    const day = dayOf(world.nowMs);
    const valid = decisions.filter(made => made.verdict === 'Revoke' && !isApprovedAnew(world, made));
    const work = valid.map(made => {
      const { app, account, code } = made;
      const acts =
        app === erp.app
          ? erp.rolesEnded(state, account, { roles: [code], day })
          : directory.membershipEnded(code, account);
      return { acts, read: requestsRead(world, made, acts[0]) };
    });
    const evidence = [...linesRead({ ticket, decisions }), ...work.flatMap(({ read }) => read)];
    return { ...desk.completed(ticket, ...work.map(({ acts }) => acts)), evidence };
  },

  second: 'Groups are left from their own lists of members.',
  mistakes: ['revoked-approved-anew', 'revoked-kept', 'wrong-person'],
  *expert({ ticket, other: near, slip }) {
    const lines = yield* readLines(ticket);
    const thought = `${lines.length} decisions. Which of them count? The article on reviews says it.`;
    const rules = yield* check('procedure', () => desk.readArticle('KB-10', 'goes back whole', thought));
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
    const but = left.length === 0 ? '' : ', but for what was approved anew since';
    const told = `The decisions of the review are carried out${but}.`;
    return yield* desk.complete(ticket, notes, told);
  },
});
