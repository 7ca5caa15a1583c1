import { dayOf, either, must, nothing, oneLine, scenario } from '#range';
import * as desk from '../../apps-sim/brightqueue/skills.ts';
import * as erp from '../../apps-sim/corvane/skills.ts';
import * as directory from '../../apps-sim/harborlight/skills.ts';
import * as hr from '../../apps-sim/peoplemere/skills.ts';
import { drawMove } from '../draws/move.ts';
import { EDGES } from '../edge-groups.ts';
import { findNoMove } from '../procedures/confirm-move.ts';
import { thread } from '../mail-thread.ts';

/**
 * A move without accumulation: what came with the old job goes, in both consoles, and what the new job needs
 * comes, each piece on its own approval. The new access alone would be done in half the time, and is how
 * people end up with the rights of every job that they ever had.
 */
export default scenario({
  workflow: 'MO-01',
  summary: oneLine`Move a person between departments: end the groups and ERP roles of the old job, give those
    of the new one, nothing else.`,
  consoles: [desk, hr, directory, erp],
  edges: [...EDGES.ofApprovals, ...EDGES.ofTickets, 'legal-hold'],
  maxSteps: 260,

  about: drawMove,

  goals: ({ ticket, subject, to, effective }) => ({
    plain: oneLine`Carry out the move of ${ticket} in Harborlight ID and Corvane: the old access ends, the
      approved new access comes. Close or hand on the task.`,
    curt: oneLine`${ticket}: ${subject} changes to ${to}. Remove what belonged to the old job, add what is
      approved for the new one, document both.`,
    polite: oneLine`Could you please carry out the move in ${ticket}? ${subject} goes to ${to}; old access
      out, approved new access in.`,
    formal: oneLine`The transfer of worker ${subject} to ${to}, effective ${effective}, is to be
      implemented as per ${ticket}: access of the former position is to be withdrawn, and approved access
      to be assigned, in Harborlight ID and Corvane.`,
    chat: `hey, my new colleague is stuck without access in ${to}, it's all in ${ticket}, can you?`,
    mail: thread(
      `Transfer, ${ticket}`,
      oneLine`Please verify with HR and do both sides, what goes and what comes, then close the task or
        hand it on.`,
      `${subject} is with us in ${to} as of ${effective} and needs the access that was approved.`,
    ),
    forwarded: oneLine`FW: internal transfer per ${effective} / ${ticket} - kindly process leaving and
      joining access, HR should be ok already, please verify.`,
    foreign: oneLine`Please to do the transfer of ${subject} complete, see ${ticket}: old rights must not
      stay, only approved ones come.`,
    manager: oneLine`${ticket}, mover ${subject} to ${to}. I do not want to see old rights left over; new
      ones only with approval. Check that HR has it.`,
    auditor: oneLine`${ticket} concerns a transfer to ${to}. Show that the access of the old position of
      ${subject} was removed and that each new access rests on an approval.`,
    urgent: oneLine`Needs to work from today! ${ticket}: ${subject} moved to ${to}. Old access off,
      approved access on, in both systems.`,
    aside: oneLine`The desks are moved on Thursday, boxes are in the hall. For the access there is
      ${ticket}: ${subject} to ${to}, effective ${effective}. Old rights end, approved ones come; close or
      hand on.`,
  }),

  evidence: ({ subject }) => [hr.recordOpened(subject)],
  wanted({ state, world, ...move }) {
    const { ticket, isPending, upn, erpUser, role, companyCode, group } = move;
    if (isPending) return desk.handedOn(ticket, 'CONFLICTING_DATA');
    const forRole = must(world.requests[move.roleRequest], move.roleRequest);
    const forGroup = must(world.requests[move.groupRequest], move.groupRequest);
    const { from, to } = forRole;
    const active = from <= dayOf(world.nowMs);
    return (
      desk.unapproved(world, ticket, forRole.id) ??
      desk.unapproved(world, ticket, forGroup.id) ??
      desk.completed(
        ticket,
        move.oldGroups.flatMap(old => directory.membershipEnded(old, upn)),
        directory.memberAdded(group, upn, forGroup.to),
        erp.rolesEnded(state, erpUser, { roles: move.oldRoles, day: move.effective }),
        erp.roleAssigned({ user: erpUser, role, companyCode, from, to, active }),
      )
    );
  },

  second:
    'Old groups are left from their own lists of members, and the second request is read at the person.',
  mistakes: ['broader-role', 'kept-old-access', 'removed-too-much', 'wrong-person'],
  *expert({ ticket, subject, upn, erpUser, to, group, role, companyCode, other, slip, ...move }) {
    const { roleRequest, groupRequest, oldGroups, oldRoles, effective } = move;
    yield* desk.readTicket(ticket, `I read ${ticket}: what ends, what comes, and when?`);
    const story = yield* findNoMove({ subject, to, effective });
    if (story) return yield* desk.escalate(ticket, story);
    yield* desk.readTicket(ticket, `HR has ${subject} in ${to}. Now the approvals, one by one.`);
    const left = 'Nothing was changed, neither what ends nor what comes.';
    const problem = yield* desk.readApprovals(roleRequest);
    if (problem) return yield* desk.escalate(ticket, problem, left);
    const dates = (yield* desk.readValidity(ticket)) ?? { from: null, to: null };
    const forGroup = yield* either(desk.readRequest(groupRequest), desk.readRequestOf(subject, groupRequest));
    if (forGroup?.problem) return yield* desk.escalate(ticket, forGroup.problem, left);
    yield* directory.identify(upn, subject);
    const from = yield* either('user', 'group');
    const remove = (code: string) => directory.removeMember(code, { upn, ticket, from });
    const doesRemove = yield* slip('kept-old-access', true, false);
    for (const old of doesRemove ? oldGroups : []) yield* remove(old);
    yield* slip('removed-too-much', nothing(), remove(other.group));
    const until = forGroup?.to ?? null;
    const add = (user: string) => directory.addMember(group, { upn: user, ticket, until });
    yield* other.upn ? slip('wrong-person', add(upn), add(other.upn)) : add(upn);
    if (doesRemove) yield* erp.endRoles(erpUser, oldRoles, { day: effective, ticket });
    const assign = (code: string) => erp.assignRole(erpUser, { role: code, companyCode, ...dates, ticket });
    const saved = yield* other.role ? slip('broader-role', assign(role), assign(other.role)) : assign(role);
    if (saved === 'conflict') {
      const findings = oneLine`Corvane warns of a conflict of ${role} with a role that stays (UA 301). ${role}
        was not saved, the rest is done.`;
      return yield* desk.escalate(ticket, { reason: 'SOD_CONFLICT', findings });
    }
    const notes = oneLine`${subject} moved to ${to} on ${effective}. Ended: ${oldGroups.join(', ')};
      ${oldRoles.join(', ')} (rows kept, to ${effective}). Given: ${group} (${groupRequest}), ${role} in
      ${companyCode} (${roleRequest}). All read back; what was not listed stays.`;
    return yield* desk.complete(ticket, notes);
  },
});
