import { addRequest, addTicket, dayOf, must, nothing, oneLine, scenario } from '#range';
import * as desk from '../../apps-sim/brightqueue/skills.ts';
import * as erp from '../../apps-sim/corvane/skills.ts';
import * as hr from '../../apps-sim/peoplemere/skills.ts';
import { drawNewGrant } from '../draws/new-grant.ts';
import { EDGES } from '../edge-groups.ts';
import { thread } from '../mail-thread.ts';

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

  goals: ({ ticket, role, erpUser, request, subject }) => ({
    plain: oneLine`Fulfil ${ticket} in Corvane if the approval allows it: role, company code and dates
      exactly as requested, and active. Then close the task.`,
    curt: `${ticket}: assign ${role} to ${erpUser}, run the user comparison, close the task.`,
    polite: oneLine`Could you please fulfil ${ticket}? It is about ${role} for ${erpUser} in Corvane, as
      approved, with its company code and dates.`,
    formal: oneLine`You are requested to implement ${request} as per ${ticket}: assignment of ${role} to
      ${erpUser} with the approved company code and validity, followed by the user comparison.`,
    chat: `erp role again, ${role}, see ${ticket}. can you do it today?`,
    mail: thread(
      `ERP role, ${ticket}`,
      oneLine`Please check the approval and assign it in Corvane exactly as requested, comparison
        included. Close the task afterwards.`,
      `The request ${request} should be through by now. When will the role work?`,
    ),
    forwarded: `FW: ${request} was approved they say. Please check and fulfil ${ticket} in the ERP.`,
    foreign: oneLine`For ${subject} please to give the ERP role of ${ticket}, with approved dates, and
      inform in the ticket.`,
    manager: oneLine`Take ${ticket} next: ${role} for ${subject}. Look at the approval first; company code
      and dates as approved, and make sure that it is active.`,
    auditor: oneLine`${ticket} will be in our sample. ${role} may be assigned to ${erpUser} only as
      ${request} was approved, with company code and dates; please document what you relied on.`,
    urgent: oneLine`Month-end closing!! ${erpUser} needs ${role} today, ${ticket}. If the approval is in
      order please assign, compare and close right away.`,
    aside: oneLine`We had three of these last week and the printer is out of toner, too. ${ticket}:
      ${role} for ${erpUser} as in ${request}. Assign it if the approval carries it, then close.`,
  }),

  evidence: ({ world, request }) => [desk.approvalsOpened(world, request)],
  wanted({ world, ticket, request, erpUser, role, companyCode }) {
    const { from, to } = must(world.requests[request], request);
    const active = from <= dayOf(world.nowMs);
    const row = erp.roleAssigned({ user: erpUser, role, companyCode, from, to, active });
    return desk.unapproved(world, ticket, request) ?? desk.completed(ticket, row);
  },

  mistakes: ['extra-grant', 'wrong-role'],
  *expert({ ticket, request, subject, erpUser, role, companyCode, other, slip }) {
    yield* desk.readTicket(ticket, `I read ${ticket} first.`);
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
    yield* erp.displayUser(erpUser, 'Roles', 'I read the role back once more.');
    const notes = oneLine`Role ${role} (company code ${companyCode}) assigned to ${erpUser},
      ${from ?? 'today'} to ${to ?? 'no end'}, as approved in ${request}; user comparison run, read back.`;
    return yield* desk.complete(ticket, notes);
  },
});
