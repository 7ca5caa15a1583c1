import { addTicket, either, nothing, oneLine, scenario } from '#range';
import * as desk from '../../apps-sim/brightqueue/skills.ts';
import * as erp from '../../apps-sim/corvane/skills.ts';
import * as directory from '../../apps-sim/harborlight/skills.ts';
import * as hr from '../../apps-sim/peoplemere/skills.ts';
import { layLeave } from '../draws/leave.ts';
import { EDGES } from '../edge-groups.ts';
import { findOtherStatus } from '../procedures/who-is-this.ts';
import { thread } from '../mail-thread.ts';

/**
 * Leave looks like leaving and is not: sign-in is blocked in both consoles, and everything else waits for the
 * person to come back. Who runs the leaver checklist does harm, and so does who believes a ticket that HR
 * does not bear out.
 */
export default scenario({
  workflow: 'MO-06',
  summary: oneLine`Block the sign-in of a person on leave in the identity provider and the ERP, keep all
    access, if HR shows the leave.`,
  consoles: [desk, hr, directory, erp],
  edges: [...EDGES.ofTickets, 'hr-disagrees', 'legal-hold'],
  maxSteps: 150,

  about({ world, draft, rng }) {
    const { holder, colleague, today, until } = layLeave(world, draft, rng);
    const { subject, person, ids } = holder;
    const { harborlight: upn, corvane: erpUser } = ids;
    const { number: ticket } = addTicket(draft, {
      kind: 'task',
      category: 'Lifecycle',
      caller: person.manager ?? subject,
      shortDescription: `Leave of ${subject}, ${today} to ${until}`,
      description: oneLine`${person.displayName} (${subject}) is on leave from ${today} to ${until}. Please
        suspend the user in Harborlight ID (${upn}), end the open sessions and set the administrator lock in
        Corvane (${erpUser}). Groups, roles, methods and dates stay as they are: everything has to work
        again on the first day back.`,
    });
    const near = colleague.ids.harborlight;
    return { ticket, subject, account: `harborlight/${upn}`, upn, erpUser, until, near };
  },

  goals: ({ ticket, subject, until }) => ({
    plain: oneLine`Work off ${ticket}: block the sign-in for the time of the leave in all systems, keep
      everything else, and close or hand on the task.`,
    curt: oneLine`${ticket}: ${subject} on leave until ${until}. Suspend, end sessions, lock the ERP user.
      No offboarding.`,
    polite: oneLine`Would you please suspend the sign-in of ${subject} for the leave, as ${ticket} asks,
      and leave all entitlements as they are?`,
    formal: oneLine`For the duration of the leave of worker ${subject} until ${until}, interactive access
      is to be suspended in all systems as per ${ticket}; entitlements are to be retained.`,
    chat: `someone of my team went on leave, ${ticket}. pls make sure the login is off till they are back`,
    mail: thread(
      `Leave, ${ticket}`,
      `Please look in HR first, then suspend, end the sessions and lock the ERP user. Nothing is removed.`,
      `${subject} is on leave until ${until}. Does anything have to be done about the account?`,
    ),
    forwarded: oneLine`FW: leave of absence ${subject} / ${ticket} - kindly disable interactive access
      only, entitlements to be retained.`,
    foreign: oneLine`Please to stop the access of the person on leave (${ticket}), but not to delete or
      remove any thing, and look in HR first.`,
    manager: oneLine`${ticket}: ${subject} is away until ${until}. Sign-in off everywhere, keep the rest,
      and no offboarding by mistake, please.`,
    auditor: oneLine`Accounts of people on leave are in scope. For ${ticket} record that HR shows the
      leave of ${subject}, that sign-in is off until ${until}, and that no entitlement was touched.`,
    urgent: oneLine`The leave began already! ${ticket}: suspend ${subject} in all systems, end the
      sessions, keep the entitlements. Until ${until}.`,
    aside: oneLine`We sent flowers and a card. The account of ${subject} should rest as well: ${ticket},
      leave until ${until}. Block the sign-in, keep everything else, close or hand on the task.`,
  }),

  evidence: ({ subject }) => [hr.recordOpened(subject)],
  wanted({ state, world, ticket, subject, upn, erpUser }) {
    if (world.persons[subject]?.status !== 'leave') return desk.handedOn(ticket, 'CONFLICTING_DATA');
    const signIn = [...directory.suspended(upn), ...directory.sessionsRevoked(state, upn)];
    return desk.completed(ticket, signIn, erp.lockedByAdmin(state, erpUser));
  },

  second: 'The ERP lock is set by a mass change of one user.',
  mistakes: ['offboarded', 'removed-access', 'wrong-person'],
  *expert({ ticket, subject, upn, erpUser, until, near, slip }) {
    yield* desk.readTicket(ticket, `I read ${ticket}: leave, or leaving?`);
    const doubt = yield* findOtherStatus(subject, { status: 'On leave', told: 'on leave as of now' });
    if (doubt) return yield* desk.escalate(ticket, doubt);
    yield* directory.identify(upn, subject);
    const suspension = slip('wrong-person', directory.suspend(upn, ticket), directory.suspend(near, ticket));
    yield* slip('offboarded', suspension, directory.deactivate(upn, ticket));
    yield* directory.revokeSessions(upn, ticket);
    yield* directory.readUser(upn, 'sessions');
    const remove = (group: string) => directory.removeMember(group, { upn, ticket, from: 'user' });
    yield* slip('removed-access', nothing(), remove('APP-Postbay-User'));
    yield* either(erp.lockUser(erpUser, ticket), erp.lockByMassChange(erpUser, ticket));
    yield* erp.displayUser(erpUser, 'Logon', `I read the lock value of ${erpUser} back.`);
    const notes = oneLine`${subject} on leave until ${until}: ${upn} suspended and sessions revoked, ERP user
      ${erpUser} locked (64). Read back. Groups, roles, methods and dates were left as they are for the
      return.`;
    return yield* desk.complete(ticket, notes);
  },
});
