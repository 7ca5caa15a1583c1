import { addTicket, either, nothing, oneLine, scenario } from '#range';
import * as desk from '../../apps-sim/brightqueue/skills.ts';
import * as erp from '../../apps-sim/corvane/skills.ts';
import * as directory from '../../apps-sim/harborlight/skills.ts';
import * as hr from '../../apps-sim/peoplemere/skills.ts';
import { layLeave } from '../draws/leave.ts';
import { EDGES } from '../edge-groups.ts';
import { findOtherStatus } from '../procedures/who-is-this.ts';
import { goals } from './leave-of-absence.goals.ts';
import { endSessions } from '../procedures/end-sessions.ts';

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

  goals,

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
    yield* desk.lookUp(
      ['KB-22', 'Suspend the user in'],
      'What is stopped for a leave, and what has to stay? I read the article first.',
    );
    const doubt = yield* findOtherStatus(subject, { status: 'On leave', stated: 'on leave as of now' });
    if (doubt) return yield* desk.escalate(ticket, doubt);
    yield* directory.identify(upn, subject);
    const suspension = slip('wrong-person', directory.suspend(upn, ticket), directory.suspend(near, ticket));
    yield* slip('offboarded', suspension, directory.deactivate(upn, ticket));
    const sessions = yield* endSessions(upn, ticket);
    yield* directory.readUser(upn, 'sessions');
    const remove = (group: string) => directory.removeMember(group, { upn, ticket, from: 'user' });
    yield* slip('removed-access', nothing(), remove('APP-Postbay-User'));
    yield* either(erp.lockUser(erpUser, ticket), erp.lockByMassChange(erpUser, ticket));
    yield* erp.displayUser(erpUser, 'Logon', `I read the lock value of ${erpUser} back.`);
    return yield* desk.complete(ticket, {
      done: [directory.did('suspended', `${upn} of ${subject}`), sessions, erp.didLock(erpUser)],
      basis: [`the leave until ${until} in HR`],
      readBack: 'the sign-in with its sessions and the lock of the ERP user',
      left: ['Groups, roles, methods and dates were left as they are for the return.'],
      told: `The accounts of ${subject} rest until ${until}; nothing was taken away.`,
    });
  },
});
