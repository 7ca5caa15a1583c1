import { dayOf, either, must, nothing, oneLine, scenario, unless } from '#range';
import * as desk from '../../apps-sim/brightqueue/skills.ts';
import * as erp from '../../apps-sim/corvane/skills.ts';
import * as directory from '../../apps-sim/harborlight/skills.ts';
import * as hr from '../../apps-sim/peoplemere/skills.ts';
import { drawMove } from '../draws/move.ts';
import { EDGES } from '../edge-groups.ts';
import { findNoMove } from '../procedures/confirm-move.ts';
import { goals } from './change-department.goals.ts';

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

  goals,

  evidence: ({ subject }) => [hr.recordOpened(subject)],
  wanted({ state, world, ...move }) {
    const { ticket, isPending, upn, erpUser, role, companyCode, group } = move;
    const forRole = must(world.requests[move.roleRequest], move.roleRequest);
    const forGroup = must(world.requests[move.groupRequest], move.groupRequest);
    const { from, to } = forRole;
    const active = from <= dayOf(world.nowMs);
    const problems = [
      isPending ? desk.handedOn(ticket, 'CONFLICTING_DATA') : undefined,
      ...[forRole, forGroup].map(({ id }) => desk.unapproved(world, ticket, { request: id })),
    ];
    return unless(problems, () =>
      desk.completed(
        ticket,
        move.oldGroups.flatMap(old => directory.membershipEnded(old, upn)),
        directory.memberAdded(group, upn, forGroup.to),
        erp.rolesEnded(state, erpUser, { roles: move.oldRoles, day: move.effective }),
        erp.roleAssigned({ user: erpUser, role, companyCode, from, to, active }),
      ),
    );
  },

  second:
    'Old groups are left from their own lists of members, and the second request is read at the person.',
  mistakes: ['broader-role', 'kept-old-access', 'removed-too-much', 'wrong-person'],
  *expert({ ticket, subject, upn, erpUser, to, group, role, companyCode, other, slip, ...move }) {
    const { roleRequest, groupRequest, oldGroups, oldRoles, effective } = move;
    yield* desk.readTicket(ticket, `I read ${ticket}: what ends, what comes, and when?`);
    yield* desk.lookUp(
      ['KB-21', 'ends on the day of the move'],
      'How does the old access end, on which day, and are rows kept? The article first.',
    );
    const story = yield* findNoMove({ subject, to, effective });
    if (story) return yield* desk.escalate(ticket, story);
    yield* desk.readTicket(ticket, `HR has ${subject} in ${to}. Now the approvals, one by one.`);
    const left = 'Nothing was changed, neither what ends nor what comes.';
    const problem = yield* desk.readApprovals(roleRequest);
    if (problem) return yield* desk.escalate(ticket, problem, left);
    const ground = yield* desk.groundOf(roleRequest);
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
    const ended = [
      directory.did('removed', upn, `from ${oldGroups.join(', ')}`),
      erp.did('ended', oldRoles, `for ${erpUser} on ${effective} (not deleted)`),
    ];
    const done = [...(doesRemove ? ended : []), directory.did('added', upn, `to ${group}`)];
    const basis = [`the move of ${subject} to ${to} in HR`, `approval ${groupRequest}`];
    const readBack = 'each record';
    if (saved === 'conflict') {
      const why = oneLine`Corvane warns of a conflict of ${role} with a role that stays (UA 301): ${role}
        was not saved.`;
      const findings = desk.report({ done, basis, readBack, left: [why] });
      return yield* desk.escalate(ticket, { reason: 'SOD_CONFLICT', findings });
    }
    return yield* desk.complete(ticket, {
      done: [...done, erp.did('assigned', `${role} in ${companyCode}`, `to ${erpUser}`)],
      basis: [...basis, ground],
      readBack,
      left: ['What was not listed stays.'],
      told: `The move of ${subject} is done: the new access is in place, and what was listed is gone.`,
    });
  },
});
