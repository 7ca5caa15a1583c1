import { addRequest, addTicket, dayOf, must, nothing, oneLine, scenario } from '#range';
import * as desk from '../../apps-sim/brightqueue/skills.ts';
import * as erp from '../../apps-sim/corvane/skills.ts';
import * as hr from '../../apps-sim/peoplemere/skills.ts';
import { drawNewGrant } from '../draws/new-grant.ts';
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
  edges: ['expired-approval', 'missing-approval', 'self-approval', ...EDGES.ofTickets],
  maxSteps: 150,

  about({ world, draft, rng }) {
    const { code: role, holder, other } = drawNewGrant(world, { app: erp.app, kind: 'role' }, rng);
    const { subject, ids, accounts } = holder;
    const erpUser = ids.corvane;
    const companyCode = accounts.corvane.companyCode ?? '';
    const { id: request } = addRequest(draft, { beneficiary: subject, app: erp.app, code: role });
    const { number: ticket } = addTicket(draft, {
      kind: 'task',
      caller: subject,
      shortDescription: `Corvane role ${role} for ${erpUser}`,
      description: oneLine`Please assign the role ${role} in company code ${companyCode} to the Corvane user
        ${erpUser} (${subject}), dates as in ${request}.`,
      request,
    });
    return { ticket, request, subject, account: `corvane/${erpUser}`, erpUser, role, companyCode, other };
  },

  goals,

  evidence: ({ world, request }) => [desk.approvalsOpened(world, request)],
  wanted({ world, ticket, request, erpUser, role, companyCode }) {
    const { from, to } = must(world.requests[request], request);
    const active = from <= dayOf(world.nowMs);
    const row = erp.roleAssigned({ user: erpUser, role, companyCode, from, to, active });
    return desk.unapproved(world, ticket, { request }) ?? desk.completed(ticket, row);
  },

  mistakes: ['extra-grant', 'wrong-role'],
  *expert({ ticket, goal, request, subject, erpUser, role, companyCode, other, slip }) {
    yield* desk.takeTicket({ ticket, goal, subject }, `I read ${ticket} first.`);
    const problem = yield* desk.readApprovals(request);
    if (problem) return yield* desk.escalate(ticket, problem, 'Nothing was changed.');
    const { from = null, to = null } = (yield* desk.readValidity(ticket)) ?? {};
    yield* hr.confirmWorker(subject);
    const assign = (code: string) => erp.assignRole(erpUser, { role: code, companyCode, from, to, ticket });
    const saved = yield* other ? slip('wrong-role', assign(role), assign(other)) : assign(role);
    if (saved === 'conflict') {
      const findings = oneLine`Corvane warns of a conflict of ${role} with a role of ${erpUser} (UA 301).
        Nothing was saved.`;
      return yield* desk.escalate(ticket, { reason: 'SOD_CONFLICT', findings });
    }
    if (other) yield* slip('extra-grant', nothing(), assign(other));
    const dates = `${from ?? 'today'} to ${to ?? 'no end'}`;
    const notes = desk.report({
      done: [
        {
          did: 'assigned',
          what: `role ${role} (company code ${companyCode}, ${dates})`,
          rest: `to ${erpUser}`,
          where: 'Corvane',
        },
      ],
      basis: [`approval ${request}`],
      readBack: 'the role list after the user comparison',
    });
    const told = `The role ${role} is in place, from ${from ?? 'today'} to ${to ?? 'no end'}.`;
    return yield* desk.complete(ticket, notes, told);
  },
});
