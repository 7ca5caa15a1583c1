import { addTicket, dayAt, msAt, must, nothing, oneLine, reportsOf, scenario, toTheSecond } from '#range';
import * as desk from '../../apps-sim/brightqueue/skills.ts';
import * as hub from '../../apps-sim/freightlane/skills.ts';
import * as hr from '../../apps-sim/peoplemere/skills.ts';
import { ordinaryHolders } from '../draws/holders.ts';
import { factsIn, makeLastOwner } from '../draws/hub.ts';
import { layLeaver } from '../draws/leaver.ts';
import { EDGES } from '../edge-groups.ts';
import { findOtherStatus } from '../procedures/who-is-this.ts';
import { goals } from './partner-offboarding.goals.ts';

/**
 * A vendor's portal knows nothing of HR: a member who is deactivated gives the seat back, and the tokens that
 * the member made go on working. They stand in another list, among those of colleagues. Whoever is the last
 * Owner can't go before somebody else is one, and that is not the operator's to decide.
 */
export default scenario({
  workflow: 'LE-05',
  summary: oneLine`Take a leaver out of the partner hub with all API tokens of theirs; the last Owner goes to
    those who own the application.`,
  consoles: [desk, hr, hub],
  edges: [...EDGES.ofTickets, 'hr-disagrees'],
  maxSteps: 140,

  about({ world, draft, rng }) {
    const people = ordinaryHolders(world, hub.app).filter(
      ({ subject }) => reportsOf(world, subject).length === 0,
    );
    const [leaver, colleague] = rng.shuffle(people);
    const { subject, person, ids } = must(leaver, 'a leaver');
    const [email, heir] = [ids.freightlane, must(colleague, 'a colleague').ids.freightlane];
    const token = (name: string, days: number) => ({
      name,
      createdDay: dayAt(-days),
      lastUsedMs: toTheSecond(msAt(-1, 22, 10), `${ids.freightlane}/${name}`),
    });
    const names = rng.shuffle(['Nightly order sync', 'Rate upload', 'Customs feed']);
    factsIn(draft, email).tokens = names.slice(0, rng.int(1, 3)).map((name, i) => token(name, 90 + 30 * i));
    factsIn(draft, heir).tokens = [token('Nightly order sync', rng.int(40, 200))];
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
    if (hub.isLastOwner(state, email)) return desk.handedOn(ticket, 'NO_OWNER');
    return desk.completed(ticket, hub.offboarded(state, email, heir));
  },

  mistakes: ['colleagues-token', 'tokens-kept'],
  *expert({ ticket, subject, email, heir, slip }) {
    yield* desk.readTicket(ticket, `I read ${ticket}: who leaves, and what goes to whom?`);
    const doubt = yield* findOtherStatus(subject, { status: 'Terminated', stated: 'leaver' });
    if (doubt) return yield* desk.escalate(ticket, doubt);
    if ((yield* hub.isOwner(email)) && !(yield* hub.hasOtherOwner(email))) {
      const findings = oneLine`${email} is the last Owner of the hub and can't be deactivated before somebody
        else is one; only an Owner can name one.`;
      return yield* desk.escalate(ticket, { reason: 'NO_OWNER', findings }, 'Nothing was changed.');
    }
    yield* hub.deactivateMember(email, { heir, ticket });
    yield* slip('tokens-kept', hub.deleteTokensOf(email, ticket), nothing());
    yield* slip('colleagues-token', nothing(), hub.deleteTokenOf(heir, ticket));
    yield* hub.openMember(email, 'I read the member back.');
    const notes = desk.report({
      done: [
        { did: 'transferred', what: `shipment templates of ${email}`, rest: `to ${heir}`, isMany: true },
        { did: 'deactivated', what: email, rest: 'in the partner hub' },
        { did: 'deleted', what: `all API tokens of ${subject}`, isMany: true },
      ],
      readBack: 'the member',
      left: ['Tokens of colleagues stay.'],
    });
    return yield* desk.complete(ticket, notes);
  },
});
