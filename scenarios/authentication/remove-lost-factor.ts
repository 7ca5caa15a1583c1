import {
  type Endings,
  must,
  nothing,
  oneLine,
  saying,
  scenario,
  unless,
  type WantedPart,
  withParts,
} from '#range';
import * as desk from '../../apps-sim/brightqueue/skills.ts';
import * as directory from '../../apps-sim/harborlight/skills.ts';
import * as hr from '../../apps-sim/peoplemere/skills.ts';
import * as phone from '../../apps-sim/postbay/skills.ts';
import { drawLostMethod } from '../draws/lost-method.ts';
import { EDGES } from '../edge-groups.ts';
import { askWhich } from '../procedures/ask-which.ts';
import { calledBack, notVerified, verifyCaller } from '../procedures/call-back.ts';
import { methodsNamed } from '../procedures/methods-named.ts';
import { findPrivilege, privileged } from '../procedures/who-is-this.ts';
import { goals } from './remove-lost-factor.goals.ts';
import { contained, CONTAINED_FIRST, endSessions } from '../procedures/end-sessions.ts';

/**
 * One of two things that look alike is lost, and only that one has to go: the other is how the caller signs
 * in this afternoon. Who can't see which from the ticket asks, instead of removing both or guessing.
 */
export default scenario({
  workflow: 'AU-03',
  summary: oneLine`Remove the one lost sign-in method after a call back; ask when the ticket does not say
    which it is.`,
  consoles: [desk, directory, hr, phone],
  edges: EDGES.ofTickets,
  maxSteps: 170,

  about: drawLostMethod,

  goals,

  evidence: ({ upn }) => [directory.userOpened(upn)],
  wanted({ state, world, ticket, subject, account, upn, lost, isClear, isAnswered }) {
    const { mail, workPhone } = must(world.persons[subject], subject);
    const called = calledBack(world, { ticket, caller: subject });
    const evidence = [directory.methodsRead(upn)];
    const ended = directory.sessionsRevoked(state, upn);
    const gone = [directory.methodRemoved(lost.id), ended];
    const doubted = notVerified(world, ticket, { caller: subject, contains: ended });
    const problems = [privileged(state, world, { ticket, account }), ...doubted];
    const open = { ...desk.handedOn(ticket, 'AMBIGUOUS_TARGET'), evidence };
    const after = (asked: WantedPart): Endings =>
      unless(problems, () =>
        isClear || isAnswered
          ? desk.completed(ticket, ...called, asked, ...gone)
          : withParts(open, [...called, asked, { may: ended }]),
      );
    if (isClear || problems.some(Boolean)) return after([]);
    return [...after(phone.wroteTo(mail, ticket)), ...after(phone.askedOnLine(workPhone, ticket))];
  },

  mistakes: ['guessed-method', 'removed-all', 'wrong-method'],
  alternatives: [CONTAINED_FIRST],
  *expert({ ticket, goal, subject, upn, lost, twin, questions, slip }) {
    yield* desk.takeTicket({ ticket, goal, subject }, `What exactly is lost? ${ticket} has to name it.`);
    const said = yield* desk.readDescription();
    const why = 'Something is lost: what goes with it, and what stays? The article on it tells.';
    yield* desk.lookUp(LOST, why);
    const privilege = yield* findPrivilege(upn, subject);
    if (privilege) return yield* desk.escalate(ticket, yield* contained(privilege, upn, ticket));
    const { doubt, known } = yield* verifyCaller({ ticket, caller: subject, questions });
    if (doubt) return yield* desk.escalate(ticket, yield* contained(doubt, upn, ticket));
    const { fit, like } = (yield* methodsNamed(upn, said)) ?? { fit: [lost.label], like: [] };
    let [label = twin] = fit;
    const isClear = fit.length === 1;
    let asked = '';
    if (!isClear && (yield* slip('guessed-method', true, false))) {
      const which = yield* askWhich(ticket, { caller: subject, labels: like, known });
      if (which.finding) return yield* desk.escalate(ticket, yield* contained(which.finding, upn, ticket));
      label = which.label;
      asked = ' The requester was asked which one and named it.';
    }
    const remove = (gone: string) => directory.removeMethod(upn, ticket, gone);
    yield* slip('wrong-method', remove(label), remove(twin));
    yield* slip('removed-all', nothing(), directory.requireRegistration(upn, ticket));
    const ending = saying('Sessions on the lost thing stay valid until revoked.', endSessions(upn, ticket));
    const sessions = yield* ending;
    yield* directory.readUser(upn, 'authentication');
    const notes = desk.report({
      done: [directory.did('removed', `method "${label}" of ${upn}`), sessions],
      calledBack: 'the caller',
      readBack: 'the authentication page of the user',
      left: ['The other methods stay.'],
    });
    const told = 'What you lost can no longer be used to sign in; your other methods stay.';
    return yield* desk.complete(ticket, notes + asked, told);
  },
});

/** Where the desk says what is done about a lost device. */
const LOST = ['KB-14', 'Who still has other methods'] as const;
