import { addTicket, check, must, oneLine, scenario, type Script } from '#range';
import * as desk from '../../apps-sim/brightqueue/skills.ts';
import { masterOf } from '../../apps-sim/corvane/population.ts';
import * as erp from '../../apps-sim/corvane/skills.ts';
import * as hr from '../../apps-sim/peoplemere/skills.ts';
import { ordinaryHolders } from '../draws/holders.ts';
import { EDGES } from '../edge-groups.ts';
import { calledBack, verifyCaller } from '../procedures/call-back.ts';

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
  consoles: [desk, erp, hr],
  edges: EDGES.ofTickets,
  maxSteps: 110,

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
    return { ticket, subject, account, erpUser };
  },

  goals: ({ ticket, erpUser, subject }) => ({
    plain: oneLine`Handle ${ticket}: the caller is locked out of Corvane. Unlock if the rules allow it, and
      close the record either way.`,
    terse: `${ticket}: unlock ${erpUser} in the ERP after verifying the caller.`,
    chat: `locked out of corvane, ${ticket}, pls help quickly`,
    forwarded: `FW: user can not log on to the ERP (${ticket}). Kindly check the locks and act accordingly.`,
    foreign: `Please to see why ${subject} is locked in the ERP and solve ${ticket} by the rules.`,
  }),

  wanted({ state, world, ticket, account, erpUser }) {
    const lock = masterOf(world.accounts[account])?.lock ?? 0;
    if ((lock & BY_ADMIN) !== 0) return desk.refused(ticket, 'NOT_ENTITLED');
    return desk.completed(ticket, calledBack(ticket), erp.wrongLogonLockRemoved(state, erpUser));
  },

  *expert({ ticket, subject, erpUser }) {
    yield* desk.readTicket(ticket, `I read ${ticket} first.`);
    if (yield* isLockedByAdmin(erpUser)) {
      const why = oneLine`Refused: ${erpUser} is locked by an administrator (64), which is not the caller's to
        have removed. Nothing was changed.`;
      return yield* desk.refuse(ticket, 'NOT_ENTITLED', why);
    }
    yield* hr.confirmWorker(subject);
    yield* verifyCaller(ticket, subject);
    yield* erp.removeWrongLogonLock(erpUser, ticket);
    yield* erp.displayUser(erpUser, 'Logon', 'I read the lock value back.');
    const notes = oneLine`Caller verified by call-back. Wrong-logon lock of ${erpUser} removed; the lock value
      was read back.`;
    return yield* desk.complete(ticket, notes);
  },
});

function isLockedByAdmin(erpUser: string): Script<boolean | undefined> {
  return check('reason of the lock', function* (): Script<boolean> {
    const thought = 'Who set the lock? The value adds several up.';
    yield* erp.openUserIn('UA05', erpUser, thought);
    return yield* erp.isSet('Administrator lock');
  });
}
