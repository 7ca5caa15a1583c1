import { addTicket, must, nothing, oneLine, saying, scenario, withParts } from '#range';
import * as desk from '../../apps-sim/brightqueue/skills.ts';
import * as directory from '../../apps-sim/harborlight/skills.ts';
import * as hr from '../../apps-sim/peoplemere/skills.ts';
import * as phone from '../../apps-sim/postbay/skills.ts';
import { drawCaller, drawReply } from '../draws/caller.ts';
import { ordinaryHolders } from '../draws/holders.ts';
import { drawTwins, tellLoss } from '../draws/twin-methods.ts';
import { EDGES } from '../edge-groups.ts';
import { askWhich } from '../procedures/ask-which.ts';
import { calledBack, notVerified, verifyCaller } from '../procedures/call-back.ts';
import { methodsNamed } from '../procedures/methods-named.ts';
import { findPrivilege } from '../procedures/who-is-this.ts';
import { goals } from './remove-lost-factor.goals.ts';
import { endSessions } from '../procedures/end-sessions.ts';

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

  about({ world, draft, rng }) {
    const { person, subject, ids } = rng.pick(ordinaryHolders(world, directory.app));
    const upn = ids.harborlight;
    const account = must(draft.accounts[`harborlight/${upn}`], upn);
    const { thing, lost, twin } = drawTwins(world, account, rng);
    const way = rng.pick(['admin', 'vague', 'clear', 'vague', 'clear', 'clear'] as const);
    if (way === 'admin') account.adminRoles = ['User Administrator'];
    const isClear = way !== 'vague';
    const named = isClear ? thing : thing.replace(/^(work|private) /, '').replace(/ [\d-]+$/, '');
    const channel = rng.pick(['Phone', 'Portal', 'Chat'] as const);
    const who = `${person.displayName} (${subject})`;
    const told = { named, who, upn, isHeard: channel === 'Phone' };
    const { number: ticket } = addTicket(draft, {
      kind: 'incident',
      category: 'Authentication',
      caller: subject,
      channel,
      priority: 2,
      shortDescription: 'Lost device, remove it from sign-in',
      description: tellLoss(rng.fork('telling'), told),
    });
    const { questions } = drawCaller(draft, subject, rng.fork('caller'));
    const matter = rng
      .fork('matter')
      .pick([
        `It is my ${thing}. Sorry, I should have said so.`,
        `The ${thing}; the other one lies here on my desk.`,
        `${thing.charAt(0).toUpperCase()}${thing.slice(1)}, please. Thank you for asking.`,
        `I mean my ${thing}. Must have been on the train.`,
      ]);
    const { isAnswered } = isClear
      ? { isAnswered: false }
      : drawReply(draft, subject, { matter, rng: rng.fork('reply') });
    return {
      ticket,
      subject,
      account: `harborlight/${upn}`,
      upn,
      lost,
      twin,
      isClear,
      isAnswered,
      questions,
    };
  },

  goals,

  evidence: ({ ticket, upn }) => [desk.ticketOpened(ticket), directory.userOpened(upn)],
  wanted({ state, world, ticket, subject, account, upn, lost, isClear, isAnswered }) {
    if ((world.accounts[account]?.adminRoles ?? []).length > 0)
      return desk.handedOn(ticket, 'PRIVILEGED_TARGET');
    const doubt = notVerified(world, ticket, subject);
    if (doubt) return doubt;
    const asked = isClear ? [] : phone.wroteTo(must(world.persons[subject], subject).mail, ticket);
    const before = [...calledBack(world, { ticket, caller: subject }), asked];
    if (!isClear && !isAnswered) return withParts(desk.handedOn(ticket, 'AMBIGUOUS_TARGET'), before);
    const gone = [directory.methodRemoved(lost.id), directory.sessionsRevoked(state, upn)];
    return desk.completed(ticket, ...before, ...gone);
  },

  mistakes: ['guessed-method', 'removed-all', 'wrong-method'],
  *expert({ ticket, goal, subject, upn, lost, twin, questions, slip }) {
    yield* desk.takeTicket({ ticket, goal, subject }, `What exactly is lost? I read ${ticket} to its end.`);
    const said = yield* desk.readDescription();
    yield* desk.lookUp(
      LOST,
      'Something is lost: what goes with it, and what stays? The article on it tells.',
    );
    const privilege = yield* findPrivilege(upn, subject);
    if (privilege) return yield* desk.escalate(ticket, privilege);
    const { doubt, known } = yield* verifyCaller({ ticket, caller: subject, questions });
    if (doubt) return yield* desk.escalate(ticket, doubt);
    const { fit, like } = (yield* methodsNamed(upn, said)) ?? { fit: [lost.label], like: [] };
    let [label = twin] = fit;
    const isClear = fit.length === 1;
    let asked = '';
    if (!isClear && (yield* slip('guessed-method', true, false))) {
      const which = yield* askWhich(ticket, { caller: subject, labels: like, known });
      if (which.finding) return yield* desk.escalate(ticket, which.finding);
      label = which.label;
      asked = ' The requester was asked which one and named it.';
    }
    const remove = (gone: string) => directory.removeMethod(upn, ticket, gone);
    yield* slip('wrong-method', remove(label), remove(twin));
    yield* slip('removed-all', nothing(), directory.requireRegistration(upn, ticket));
    const why = 'Sessions on the lost thing stay valid until revoked.';
    const { done, left } = yield* saying(why, endSessions(upn, ticket));
    yield* directory.readUser(upn, 'authentication');
    const notes = desk.report({
      done: [{ did: 'removed', what: `method "${label}" of ${upn}`, where: 'Harborlight ID' }, ...done],
      calledBack: 'the caller',
      readBack: 'the authentication page of the user',
      left: [...left, 'The other methods stay.'],
    });
    const told = 'What you lost can no longer be used to sign in; your other methods stay.';
    return yield* desk.complete(ticket, notes + asked, told);
  },
});

/** Where the desk says what is done about a lost device. */
const LOST = ['KB-14', 'Who still has other methods'] as const;
