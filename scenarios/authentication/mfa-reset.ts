import { addTicket, must, oneLine, scenario } from '#range';
import * as desk from '../../apps-sim/brightqueue/skills.ts';
import * as directory from '../../apps-sim/harborlight/skills.ts';
import * as hr from '../../apps-sim/peoplemere/skills.ts';
import * as phone from '../../apps-sim/postbay/skills.ts';
import { drawCaller } from '../draws/caller.ts';
import { ordinaryHolders } from '../draws/holders.ts';
import { EDGES } from '../edge-groups.ts';
import {
  calledBack,
  HAND_OVER_MISTAKES,
  handOver,
  notVerified,
  verifyCaller,
} from '../procedures/call-back.ts';
import { findPrivilege } from '../procedures/who-is-this.ts';
import { goals } from './mfa-reset.goals.ts';
import { endSessions } from '../procedures/end-sessions.ts';

const LIFETIME = '1 hour';

/**
 * A lost phone: the help desk's favourite, and the attacker's. The caller is called back on the number that
 * HR holds, the old methods and every session go, one single-use pass opens the way to new ones.
 * Administrators are somebody else's to reset.
 */
export default scenario({
  workflow: 'AU-03',
  summary: oneLine`Reset the sign-in methods of somebody who lost the phone, after a call back; administrators
    go to the leads, callers who are not verified to Security Operations.`,
  consoles: [desk, directory, hr, phone],
  edges: EDGES.ofTickets,
  maxSteps: 180,

  about({ world, draft, rng }) {
    const isAdmin = rng.chance(1, 4);
    const { person, subject, ids } = rng.pick(ordinaryHolders(world, directory.app));
    const upn = ids.harborlight;
    const account = `harborlight/${upn}`;
    if (isAdmin) must(draft.accounts[account], upn).adminRoles = ['Groups Administrator'];
    const { number: ticket } = addTicket(draft, {
      kind: 'incident',
      category: 'Authentication',
      caller: subject,
      channel: 'Phone',
      priority: 2,
      shortDescription: 'Lost phone, new sign-in methods needed',
      description: oneLine`${person.displayName} (${subject}) lost the phone on the way to work and can't sign
        in. Please reset the sign-in methods so that a new phone can be registered. User name: ${upn}.`,
    });
    return { ticket, subject, account, upn, ...drawCaller(draft, subject, rng.fork('caller')) };
  },

  goals: facts => goals({ ...facts, lifetime: LIFETIME }),

  evidence: ({ ticket, upn }) => [desk.ticketOpened(ticket), directory.userOpened(upn)],
  wanted({ state, world, ticket, subject, account, upn }) {
    if ((world.accounts[account]?.adminRoles ?? []).length > 0) {
      return desk.handedOn(ticket, 'PRIVILEGED_TARGET');
    }
    const doubt = notVerified(world, ticket, subject);
    if (doubt) return doubt;
    const verified = calledBack(world, { ticket, caller: subject, handsOver: true });
    const asked = directory.registrationRequired(state, upn);
    const gone = directory.sessionsRevoked(state, upn);
    return desk.completed(ticket, ...verified, asked, gone, directory.passIssued(upn, LIFETIME));
  },

  second: 'The line is not kept: the person is called again on the number that was verified.',
  mistakes: HAND_OVER_MISTAKES,
  *expert({ ticket, goal, subject, upn, questions }) {
    yield* desk.takeTicket({ ticket, goal, subject }, `I read ${ticket} first.`);
    yield* desk.lookUp(LOST, 'A lost phone: what goes, and what has to be ended? The article on it tells.');
    const privilege = yield* findPrivilege(upn, subject);
    if (privilege) return yield* desk.escalate(ticket, privilege);
    const { doubt, known } = yield* verifyCaller({ ticket, caller: subject, questions, handsOver: true });
    if (doubt) return yield* desk.escalate(ticket, doubt);
    yield* directory.requireRegistration(upn, ticket);
    const sessions = yield* endSessions(upn, ticket);
    const pass = yield* directory.issuePass(upn, ticket, LIFETIME);
    const handedOver = yield* handOver({ ticket, caller: subject, known }, pass);
    yield* directory.readUser(upn, 'authentication');
    const notes = desk.report({
      done: [
        {
          did: 'removed',
          what: `phone and authenticator methods of ${upn}`,
          where: 'Harborlight ID',
          isMany: true,
        },
        ...sessions.done,
        {
          did: 'issued',
          what: `one single-use pass (${LIFETIME})`,
          rest: `for ${upn}`,
          where: 'Harborlight ID',
        },
      ],
      calledBack: 'the caller',
      readBack: 'the authentication page of the user',
      left: [...sessions.left, handedOver.trim()],
    });
    return yield* desk.complete(ticket, notes, desk.ON_THE_LINE);
  },
});

/** Where the desk says what is done about a lost device. */
const LOST = ['KB-14', 'Who can’t sign in without it'] as const;
