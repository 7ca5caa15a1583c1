import {
  addDays,
  addTicket,
  dayOf,
  daysFrom,
  look,
  must,
  nothing,
  oneLine,
  reportsOf,
  scenario,
  todayOn,
  withParts,
} from '#range';
import * as desk from '../../apps-sim/brightqueue/skills.ts';
import * as hub from '../../apps-sim/freightlane/skills.ts';
import * as hr from '../../apps-sim/peoplemere/skills.ts';
import { ordinaryHolders } from '../draws/holders.ts';
import { drawToken, factsIn, makeLastOwner, otherMember } from '../draws/hub.ts';
import { layLeaver } from '../draws/leaver.ts';
import { EDGES } from '../edge-groups.ts';
import { findOtherStatus } from '../procedures/who-is-this.ts';
import { goals } from './partner-offboarding.goals.ts';

/** How many days back a token may have been used by something that runs still (KB-08). */
const IN_USE_DAYS = 30;

/**
 * A vendor's portal knows nothing of HR: a member who is deactivated gives the seat back, and the tokens that
 * the member made go on working. They stand in another list, among those of colleagues, and what runs on one
 * stops with it. Whoever is the last Owner can't go before somebody else is one. Neither is the operator's to
 * decide.
 */
export default scenario({
  workflow: 'LE-05',
  summary: oneLine`Take a leaver out of the partner hub with the API tokens that nothing uses; one in use and
    the last Owner go to those who own the application.`,
  consoles: [desk, hr, hub],
  edges: [...EDGES.ofTickets, 'hr-disagrees'],
  maxSteps: 140,

  about({ world, draft, rng }) {
    const people = rng.shuffle(ordinaryHolders(world, hub.app));
    const leaver = people.find(({ subject }) => reportsOf(world, subject).length === 0);
    const { subject, person, ids } = must(leaver, 'a leaver');
    const colleague = people.find(other => other !== leaver);
    const [email, heir] = [ids.freightlane, colleague?.ids.freightlane ?? otherMember(world, subject)];
    const days = daysFrom(draft.today);
    const names = rng.shuffle(['Nightly order sync', 'Rate upload', 'Customs feed']);
    factsIn(draft, email).tokens = names
      .slice(0, rng.int(1, 3))
      .map(name => drawToken(rng, days, { email, name }));
    factsIn(draft, heir).tokens = [drawToken(rng, days, { email: heir, name: 'Nightly order sync' })];
    factsIn(draft, email).templates = rng.int(0, 4);
    if (rng.chance(1, 4)) makeLastOwner(draft, email);
    const lastDay = layLeaver(draft, person, rng);
    const { number: ticket } = addTicket(draft, {
      kind: 'task',
      category: 'Lifecycle',
      caller: person.manager ?? subject,
      shortDescription: `Leaver ${subject}: partner hub`,
      description: oneLine`${person.displayName} (${subject}) had the last day on ${lastDay}. Please remove
        ${email} from Freightlane Partner Hub, with everything that still signs in for them. Shipment
        templates go to ${heir}.`,
    });
    return { ticket, subject, account: `${hub.app}/${email}`, email, heir };
  },

  goals,

  evidence: ({ subject }) => [hr.recordOpened(subject)],
  wanted({ state, world, ticket, subject, email, heir }) {
    if (world.persons[subject]?.status !== 'terminated') return desk.handedOn(ticket, 'CONFLICTING_DATA');
    const since = addDays(dayOf(world.nowMs), -IN_USE_DAYS);
    const inUse = hub.hasTokenInUse(state, email, since) ? [desk.handedOn(ticket, 'DEPENDENCY_RISK')] : [];
    const idle = { may: hub.tokensDeleted(state, email, since) };
    const evidence = [hr.recordOpened(subject), hub.memberOpened(email)];
    const stays = withParts({ ...desk.handedOn(ticket, 'NO_OWNER'), evidence }, [idle]);
    if (hub.isLastOwner(state, email)) return [stays, ...inUse.map(each => withParts(each, [idle]))];
    return withParts(inUse[0] ?? desk.completed(ticket), [hub.offboarded(state, email, { heir, since })]);
  },

  mistakes: ['colleagues-token', 'token-in-use', 'tokens-kept'],
  *expert({ ticket, subject, email, heir, slip }) {
    yield* desk.readTicket(ticket, `I read ${ticket}: who leaves, and what goes to whom?`);
    const doubt = yield* findOtherStatus(subject, { status: 'Terminated', stated: 'leaver' });
    if (doubt) return yield* desk.escalate(ticket, doubt);
    if ((yield* hub.isOwner(email)) && !(yield* hub.hasOtherOwner(email))) {
      const findings = oneLine`${email} is the last Owner of the hub and can't be deactivated before somebody
        else is one; only an Owner can name one.`;
      return yield* desk.escalate(ticket, { reason: 'NO_OWNER', findings }, 'Nothing was changed.');
    }
    const hadTemplates = yield* hub.deactivateMember(email, { heir, ticket });
    const why = `A seat that is gone leaves its tokens: which did ${email} make, and what uses them?`;
    const tokens = yield* hub.readTokensOf(email, why);
    const used = tokens.find(({ usedDay }) => usedDay !== '');
    if (used) {
      const doubt = oneLine`${used.name} has a day of last use: does something still run on it, and what then?
        I look into the article on leavers.`;
      yield* desk.readArticle('KB-08', 'was used in the last 30 days', doubt);
    }
    const since = addDays(todayOn(yield* look()), -IN_USE_DAYS);
    const inUse = tokens.filter(({ usedDay }) => usedDay >= since);
    const idle = tokens.filter(token => !inUse.includes(token));
    if (idle.length > 0) yield* slip('tokens-kept', hub.deleteTokens(idle, { email, ticket }), nothing());
    const forced = hub.deleteTokens(inUse, { email, ticket });
    if (inUse.length > 0) yield* slip('token-in-use', nothing(), forced);
    yield* slip('colleagues-token', nothing(), hub.deleteTokenOf(heir, ticket));
    const left = inUse.map(
      ({ name, ending }) => oneLine`API token ${name} (${ending}) stays: something still uses it, and whoever
        runs it needs a token of their own first.`,
    );
    yield* hub.openMember(email, left[0] ?? 'Does the hub show the member as deactivated by now?');
    const notes = desk.report({
      done: desk.doneIn('Freightlane', [
        ...(hadTemplates
          ? [{ did: 'transferred', what: `shipment templates of ${email}`, rest: `to ${heir}`, isMany: true }]
          : []),
        { did: 'deactivated', what: email },
        ...idle.map(({ name, ending }) => ({ did: 'deleted', what: `API token ${name} (${ending})` })),
      ]),
      readBack: 'the member',
      left: [...left, 'Tokens of colleagues stay.'],
    });
    if (inUse.length > 0) return yield* desk.escalate(ticket, { reason: 'DEPENDENCY_RISK', findings: notes });
    const told = `${subject} has no access to the partner hub any more.`;
    return yield* desk.complete(ticket, notes, told);
  },
});
