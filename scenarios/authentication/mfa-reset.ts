import { addTicket, must, oneLine, scenario, unless } from '#range';
import * as desk from '../../apps-sim/brightqueue/skills.ts';
import * as directory from '../../apps-sim/harborlight/skills.ts';
import * as hr from '../../apps-sim/peoplemere/skills.ts';
import * as phone from '../../apps-sim/postbay/skills.ts';
import { drawCaller } from '../draws/caller.ts';
import { phoneHolders } from '../draws/holders.ts';
import { EDGES } from '../edge-groups.ts';
import {
  calledBack,
  HAND_OVER_MISTAKES,
  handOver,
  notVerified,
  verifyCaller,
} from '../procedures/call-back.ts';
import { findPrivilege, privileged } from '../procedures/who-is-this.ts';
import { goals } from './mfa-reset.goals.ts';
import { contained, CONTAINED_FIRST, endSessions, requireAnew } from '../procedures/end-sessions.ts';

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
    const { person, subject, ids } = rng.pick(phoneHolders(world));
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

  evidence: ({ upn }) => [directory.userOpened(upn)],
  wanted({ state, world, ticket, subject, account, upn }) {
    const verified = calledBack(world, { ticket, caller: subject, handsOver: true });
    const asked = directory.registrationRequired(state, upn);
    const gone = directory.sessionsRevoked(state, upn);
    const done = [asked, gone, directory.passIssued(upn, LIFETIME)];
    const doubted = notVerified(world, ticket, { caller: subject, contains: gone });
    return unless([privileged(state, world, { ticket, account }), doubted], () =>
      desk.completed(ticket, ...verified, ...done),
    );
  },

  second: 'The line is not kept: the person is called again on the number that was verified.',
  mistakes: HAND_OVER_MISTAKES,
  alternatives: [CONTAINED_FIRST],
  *expert({ ticket, goal, subject, upn, questions }) {
    yield* desk.takeTicket(
      { ticket, goal, subject },
      `Which methods are lost, and who says so? ${ticket} tells.`,
    );
    const why =
      'A lost phone: what goes, what has to be ended, how long is the pass good for? The article tells.';
    // The lifetime is nobody's to guess: where whoever asks does not name it, the article does.
    yield* goal.includes(LIFETIME) ? desk.lookUp(LOST, why) : desk.readUp(LOST, why);
    const privilege = yield* findPrivilege(upn, subject);
    if (privilege) return yield* desk.escalate(ticket, yield* contained(privilege, upn, ticket));
    const { doubt, known } = yield* verifyCaller({ ticket, caller: subject, questions, handsOver: true });
    if (doubt) return yield* desk.escalate(ticket, yield* contained(doubt, upn, ticket));
    const methods = yield* requireAnew(upn, ticket);
    const sessions = yield* endSessions(upn, ticket);
    const pass = yield* directory.issuePass(upn, ticket, LIFETIME);
    const handedOver = yield* handOver({ ticket, caller: subject, known }, pass);
    yield* directory.readUser(upn, 'authentication');
    return yield* desk.complete(ticket, {
      done: [methods, sessions, directory.did('issued', `one single-use pass (${LIFETIME})`, `for ${upn}`)],
      calledBack: 'the caller',
      readBack: 'the authentication page of the user',
      left: [handedOver.trim()],
      told: desk.ON_THE_LINE,
    });
  },
});

/** Where the desk says what is done about a lost device. */
const LOST = ['KB-14', 'Who can’t sign in without it'] as const;
