import { addTicket, must, oneLine, scenario, unless } from '#range';
import * as desk from '../../apps-sim/brightqueue/skills.ts';
import { masterOf } from '../../apps-sim/corvane/population.ts';
import * as erp from '../../apps-sim/corvane/skills.ts';
import * as hr from '../../apps-sim/peoplemere/skills.ts';
import * as phone from '../../apps-sim/postbay/skills.ts';
import { drawCaller } from '../draws/caller.ts';
import { ordinaryHolders } from '../draws/holders.ts';
import { EDGES } from '../edge-groups.ts';
import { calledBack, notVerified, verifyCaller } from '../procedures/call-back.ts';
import { isLockedByAdmin } from '../procedures/lock-reason.ts';
import { goals } from './unlock-erp-user.goals.ts';

const WRONG_LOGON = 128;
const BY_ADMIN = 64;

/**
 * Two locks that look alike in a list: the one that wrong passwords set is the caller's to have removed, the
 * one that an administrator set is not. The lock value adds both up.
 */
export default scenario({
  workflow: 'AU-01',
  summary: oneLine`Remove a wrong-logon lock in the ERP after a call back; refuse when an administrator has
    locked the user.`,
  consoles: [desk, erp, hr, phone],
  edges: EDGES.ofTickets,
  maxSteps: 160,

  about({ world, draft, rng }) {
    const { person, subject, ids } = rng.pick(ordinaryHolders(world, erp.app));
    const erpUser = ids.corvane;
    const account = `corvane/${erpUser}`;
    must(masterOf(draft.accounts[account]), erpUser).lock = WRONG_LOGON + (rng.chance(1, 3) ? BY_ADMIN : 0);
    const { number: ticket } = addTicket(draft, {
      kind: 'incident',
      category: 'Authentication',
      caller: subject,
      channel: 'Phone',
      shortDescription: 'Locked out of Corvane',
      description: oneLine`${person.displayName} (${subject}) can't sign in to Corvane any more, user
        ${erpUser}, and remembers the password again. Please unlock.`,
    });
    return { ticket, subject, account, erpUser, ...drawCaller(draft, subject, rng.fork('caller')) };
  },

  goals,

  evidence: ({ erpUser }) => [erp.userOpened(erpUser)],
  wanted({ state, world, ticket, subject, account, erpUser }) {
    const lock = masterOf(world.accounts[account])?.lock ?? 0;
    const forbidden = (lock & BY_ADMIN) === 0 ? undefined : desk.refused(ticket, 'NOT_ENTITLED');
    const verified = calledBack(world, { ticket, caller: subject });
    return unless([forbidden, notVerified(world, ticket, { caller: subject })], () =>
      desk.completed(ticket, ...verified, erp.wrongLogonLockRemoved(state, erpUser)),
    );
  },

  *expert({ ticket, goal, subject, erpUser, questions }) {
    yield* desk.takeTicket(
      { ticket, goal, subject },
      `Whose logon is locked, and who asks? ${ticket} tells.`,
    );
    if (yield* isLockedByAdmin(erpUser)) {
      const notes = oneLine`${erpUser} is locked by an administrator (64), which is not the caller's
        to have removed. Nothing was changed.`;
      return yield* desk.refuse(ticket, 'NOT_ENTITLED', { rule: NOT_THEIRS, notes });
    }
    const { doubt } = yield* verifyCaller({ ticket, caller: subject, questions });
    if (doubt) return yield* desk.escalate(ticket, doubt);
    yield* erp.removeWrongLogonLock(erpUser, ticket);
    yield* erp.displayUser(erpUser, 'Logon', 'A message is no proof: is the lock gone from the value?');
    return yield* desk.complete(ticket, {
      done: [erp.did('removed', `the wrong-logon lock of ${erpUser}`)],
      calledBack: 'the caller',
      readBack: 'the lock value',
      told: `The lock of ${erpUser} after wrong passwords is removed; the password is what it was.`,
    });
  },
});

/** Where the desk says whose lock goes at whose word. */
const NOT_THEIRS = ['KB-11', 'A lock by an administrator'] as const;
