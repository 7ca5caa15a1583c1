import { addTicket, check, must, oneLine, scenario, type Script } from '#range';
import * as desk from '../../apps-sim/brightqueue/skills.ts';
import { masterOf } from '../../apps-sim/corvane/population.ts';
import * as erp from '../../apps-sim/corvane/skills.ts';
import * as hr from '../../apps-sim/peoplemere/skills.ts';
import * as phone from '../../apps-sim/postbay/skills.ts';
import { drawCaller } from '../draws/caller.ts';
import { ordinaryHolders } from '../draws/holders.ts';
import { EDGES } from '../edge-groups.ts';
import { thread } from '../mail-thread.ts';
import { calledBack, notVerified, verifyCaller } from '../procedures/call-back.ts';

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

  goals: ({ ticket, erpUser, subject }) => ({
    plain: oneLine`Handle ${ticket}: the caller is locked out of Corvane. Unlock if the rules allow it,
      and close the record either way.`,
    curt: `${ticket}: unlock ${erpUser} in the ERP after verifying the caller.`,
    polite: oneLine`Could you please help with ${ticket}? ${erpUser} is locked in Corvane; unlock it if
      the rules allow, and close the record in any case.`,
    formal: oneLine`You are requested to establish the cause of the lock on ${erpUser} (${ticket}), to
      lift it where the rules permit, and to close the record in either event.`,
    chat: `locked out of corvane, ${ticket}, pls help quickly`,
    mail: thread(
      `Locked in the ERP, ${ticket}`,
      `Please find out which lock it is and act by the rules. Close the record either way.`,
      `Since this morning I cannot log on to Corvane. I may have mistyped the password a few times.`,
    ),
    forwarded: `FW: user can not log on to the ERP (${ticket}). Kindly check the locks and act accordingly.`,
    foreign: `Please to see why ${subject} is locked in the ERP and solve ${ticket} by the rules.`,
    manager: oneLine`Please do ${ticket}: ${subject} does not get into Corvane. Verify, look at the kind
      of lock, and unlock only what we are allowed to.`,
    auditor: oneLine`${ticket} concerns a lock on ${erpUser}. Document how the caller was verified, which
      lock it was, and on which ground it was lifted or left.`,
    urgent: oneLine`Payment run is waiting! ${erpUser} is locked, ${ticket}. Check the caller and the lock
      and unlock if you may, now please.`,
    aside: oneLine`It rains into the bike shed again. Also, ${ticket}: ${subject} is locked out of
      Corvane. Unlock by the rules after verifying, and close the record either way.`,
  }),

  wanted({ state, world, ticket, subject, account, erpUser }) {
    const lock = masterOf(world.accounts[account])?.lock ?? 0;
    if ((lock & BY_ADMIN) !== 0) return desk.refused(ticket, 'NOT_ENTITLED');
    const unlocked = erp.wrongLogonLockRemoved(state, erpUser);
    return (
      notVerified(world, ticket, subject) ??
      desk.completed(ticket, ...calledBack(world, { ticket, caller: subject }), unlocked)
    );
  },

  *expert({ ticket, subject, erpUser, questions }) {
    yield* desk.readTicket(ticket, `I read ${ticket} first.`);
    if (yield* isLockedByAdmin(erpUser)) {
      const why = oneLine`Refused: ${erpUser} is locked by an administrator (64), which is not the caller's to
        have removed. Nothing was changed.`;
      return yield* desk.refuse(ticket, 'NOT_ENTITLED', why);
    }
    const { doubt } = yield* verifyCaller({ ticket, caller: subject, questions });
    if (doubt) return yield* desk.escalate(ticket, doubt);
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
