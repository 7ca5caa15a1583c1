import { addTicket, either, oneLine, saying, scenario, unless, type WorkDone } from '#range';
import * as desk from '../../apps-sim/brightqueue/skills.ts';
import * as erp from '../../apps-sim/corvane/skills.ts';
import * as directory from '../../apps-sim/harborlight/skills.ts';
import * as hr from '../../apps-sim/peoplemere/skills.ts';
import * as phone from '../../apps-sim/postbay/skills.ts';
import { drawCaller } from '../draws/caller.ts';
import { layEmergency, mayOrder } from '../draws/emergency.ts';
import { EDGES } from '../edge-groups.ts';
import { calledBack, notVerified, verifyCaller } from '../procedures/call-back.ts';
import { findNoAuthority } from '../procedures/check-order.ts';
import { goals } from './emergency-termination.goals.ts';
import { endSessions } from '../procedures/end-sessions.ts';
import { NO_AUTHORITY, WHO_ORDERS, lockOrder } from '../procedures/lock-order.ts';

/**
 * The leaver who is told today, and must be out before the talk is over. Speed is the danger: the order has
 * to come from somebody who may give it, HR must not have taken the termination back, and a lock is a lock:
 * nothing is ended or deleted.
 */
export default scenario({
  workflow: 'LE-02',
  summary: oneLine`Lock a person out at once on the order of HR, Security Operations or the line manager;
    orders of others go to the leads.`,
  consoles: [desk, hr, directory, erp, phone],
  edges: [...EDGES.ofTickets, 'admin-account', 'hr-disagrees'],
  maxSteps: 210,

  about({ world, draft, rng }) {
    const { holder, requester, near } = layEmergency(world, draft, rng);
    const { subject, person, ids } = holder;
    const { harborlight: upn, corvane: erpUser } = ids;
    const { number: ticket } = addTicket(draft, {
      kind: 'incident',
      category: 'Lifecycle',
      caller: requester.workerId,
      channel: 'Phone',
      priority: 1,
      shortDescription: `Emergency lock of ${subject}, confidential`,
      description: oneLine`${requester.displayName} (${requester.workerId}) asks to lock ${person.displayName}
        (${subject}) at once. Harborlight ID user ${upn}: no sign-in, no open session. Corvane user
        ${erpUser}: administrator lock. Procedure KB-04.`,
    });
    const account = `harborlight/${upn}`;
    const { questions } = drawCaller(draft, requester.workerId, rng.fork('caller'));
    return { ticket, subject, account, upn, erpUser, requester: requester.workerId, near, questions };
  },

  goals,

  evidence: ({ subject }) => [hr.recordOpened(subject)],
  wanted({ state, world, ticket, subject, upn, erpUser, requester }) {
    const isUnderWay = world.hrEvents.some(
      event => event.workerId === subject && event.kind === 'Terminate' && event.state === 'In progress',
    );
    const read = [subject, requester].map(hr.recordOpened);
    const beyond = desk.handedOn(ticket, 'OUT_OF_AUTHORITY');
    const orders = desk.grounded(
      desk.grounded(beyond, ...NO_AUTHORITY),
      ...WHO_ORDERS,
      ...desk.wordsOf(world, requester),
    );
    const foreign = { ...desk.resting(orders, desk.wordsOf(world, requester)), evidence: read };
    const problems = [
      isUnderWay ? undefined : desk.handedOn(ticket, 'CONFLICTING_DATA'),
      mayOrder(world, requester, subject) ? undefined : foreign,
      notVerified(world, ticket, { caller: requester, mayWait: false }),
    ];
    const admins = Object.values(world.accounts).filter(
      ({ app, workerId, purpose }) => app === directory.app && workerId === subject && purpose === 'admin',
    );
    const upns = [upn, ...admins.map(({ nativeId }) => nativeId)];
    const [suspended = [], ...alsoSuspended] = upns.map(directory.suspended);
    const [ended = [], ...alsoEnded] = upns.map(id => directory.sessionsRevoked(state, id));
    const lock = erp.lockedByAdmin(state, erpUser);
    const verified = calledBack(world, { ticket, caller: requester });
    return unless(problems, () => ({
      ...desk.completed(ticket, ...verified, suspended, ended, ...alsoSuspended, ...alsoEnded, lock),
      pace: lockOrder(suspended, ended, alsoSuspended.flat(), lock),
    }));
  },

  second: 'The ERP lock goes by a mass change of one user.',
  mistakes: ['believed-caller', 'deactivated', 'wrong-person'],
  *expert({ ticket, subject, upn, erpUser, requester, near, questions, slip }) {
    yield* saying(
      `An emergency lock: I read in ${ticket} who orders it, and for whom.`,
      desk.readTicket(ticket),
    );
    const doubt = yield* findNoAuthority(requester, subject);
    if (doubt?.reason === 'CONFLICTING_DATA') return yield* desk.escalate(ticket, doubt);
    if (doubt && (yield* slip('believed-caller', true, false))) return yield* desk.escalate(ticket, doubt);
    const { doubt: unsure } = yield* verifyCaller({ ticket, caller: requester, questions, mayWait: false });
    if (unsure) return yield* desk.escalate(ticket, unsure);
    let lock = slip('deactivated', directory.suspend(upn, ticket), directory.deactivate(upn, ticket));
    if (near) lock = slip('wrong-person', lock, directory.suspend(near, ticket));
    yield* saying(`The order stands. Sign-in comes first: I suspend ${upn}.`, lock);
    const why = 'A suspended user stays signed in where a session is open.';
    const told: (WorkDone | desk.Told)[] = [yield* saying(why, endSessions(upn, ticket))];
    const admins = yield* directory.readAdminAccounts(upn, subject);
    for (const admin of admins) {
      yield* saying(`${admin} is the same person under another name.`, directory.suspend(admin, ticket));
      told.push(directory.did('suspended', `administrator account ${admin}`));
      told.push(yield* endSessions(admin, ticket));
      yield* directory.readUser(admin, 'overview');
    }
    const erpLock = either(erp.lockUser(erpUser, ticket), erp.lockByMassChange(erpUser, ticket));
    yield* saying('Corvane has its own logon and knows nothing of Harborlight.', erpLock);
    yield* directory.readUser(upn, 'sessions');
    yield* erp.displayUser(erpUser, 'Logon', 'A message is no proof: does the ERP show the lock?');
    return yield* desk.complete(ticket, {
      done: [directory.did('suspended', `${upn} of ${subject}`), ...told, erp.didLock(erpUser)],
      calledBack: `the requester ${requester}`,
      basis: [`the order of ${requester}`],
      readBack: 'the sign-in with its sessions and the lock of the ERP user',
      left: ['Nothing was deleted.'],
      told: 'The lock that you ordered is in place.',
    });
  },
});
