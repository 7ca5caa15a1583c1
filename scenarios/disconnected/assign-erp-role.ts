import { dayOf, must, nothing, oneLine, scenario, unless } from '#range';
import * as desk from '../../apps-sim/brightqueue/skills.ts';
import * as erp from '../../apps-sim/corvane/skills.ts';
import * as hr from '../../apps-sim/peoplemere/skills.ts';
import { drawErpRole } from '../draws/erp-role.ts';
import { EDGES } from '../edge-groups.ts';
import { goals } from './assign-erp-role.goals.ts';

/**
 * The disconnected application: no interface but its screens. The role row must carry the approved dates and
 * company code, and it is not active before the user comparison, which the message line mentions in passing.
 */
export default scenario({
  workflow: 'DS-02',
  summary: oneLine`Assign one role in the ERP with the approved dates and company code, and have it active, if
    the approval carries it.`,
  consoles: [desk, erp, hr],
  edges: [
    'duty-conflict',
    'expired-approval',
    'missing-approval',
    'self-approval',
    'wrong-approver',
    ...EDGES.ofTickets,
  ],
  maxSteps: 150,

  about: drawErpRole,

  goals,

  evidence: ({ world, request }) => [desk.approvalsOpened(world, request)],
  wanted({ world, ticket, request, subject, erpUser, role, companyCode }) {
    const { from, to } = must(world.requests[request], request);
    const active = from <= dayOf(world.nowMs);
    const row = erp.roleAssigned({ user: erpUser, role, companyCode, from, to, active });
    const evidence = [desk.approvalsOpened(world, request), hr.recordOpened(subject)];
    return unless([desk.unapproved(world, ticket, { request })], () => ({
      ...desk.completed(ticket, row),
      evidence,
    }));
  },

  mistakes: ['extra-grant', 'wrong-role'],
  *expert({ ticket, goal, request, subject, erpUser, role, companyCode, other, slip }) {
    yield* desk.takeTicket(
      { ticket, goal, subject },
      `Which role for whom, and who approved it? ${ticket} comes before the ERP.`,
    );
    const problem = yield* desk.readApprovals(request);
    if (problem) return yield* desk.escalate(ticket, problem, 'Nothing was changed.');
    const ground = yield* desk.groundOf(request);
    const { from = null, to = null } = (yield* desk.readValidity(ticket)) ?? {};
    const isMitigated = yield* desk.isConflictDecided();
    yield* hr.confirmWorker(subject);
    const given = { companyCode, from, to, ticket, isMitigated };
    const assign = (code: string) => erp.assignRole(erpUser, { role: code, ...given });
    const saved = yield* other ? slip('wrong-role', assign(role), assign(other)) : assign(role);
    if (saved === 'conflict') {
      const findings = oneLine`Corvane warns of a conflict of ${role} with a role of ${erpUser} (UA 301).
        Nothing was saved.`;
      return yield* desk.escalate(ticket, { reason: 'SOD_CONFLICT', findings });
    }
    if (other) yield* slip('extra-grant', nothing(), assign(other));
    const dates = `${from ?? 'today'} to ${to ?? 'no end'}`;
    const row = `role ${role} (company code ${companyCode}, ${dates})`;
    return yield* desk.complete(ticket, {
      done: [erp.did('assigned', row, `to ${erpUser}`)],
      basis: [ground],
      readBack: 'the role list after the user comparison',
      told: `The role ${role} is in place, from ${dates}.`,
    });
  },
});
