import { addTicket, counted, daysFrom, must, oneLine, reportsOf, type Rng, scenario } from '#range';
import type { Script, World } from '#range';
import * as desk from '../../apps-sim/brightqueue/skills.ts';
import * as erp from '../../apps-sim/corvane/skills.ts';
import * as directory from '../../apps-sim/harborlight/skills.ts';
import * as hr from '../../apps-sim/peoplemere/skills.ts';
import { ordinaryHolders } from '../draws/holders.ts';
import { layLeaver } from '../draws/leaver.ts';
import { EDGES } from '../edge-groups.ts';
import { findOtherStatus } from '../procedures/who-is-this.ts';
import { goals } from './planned-leaver.goals.ts';
import { endSessions } from '../procedures/end-sessions.ts';
import { mayMove, moveOwned, OWNERSHIP_MOVED } from '../procedures/owned-groups.ts';

/**
 * The leaver checklist over four consoles: HR is read first, sign-in is blocked and sessions end before
 * anything else, the ERP user is locked and end-dated, never deleted. When HR took the termination back, the
 * right move is to touch nothing; when it has another last day than the ticket, its day is the end date.
 */
export default scenario({
  workflow: 'LE-01',
  summary: oneLine`Take a leaver out of service in the identity provider and the ERP, if HR confirms that the
    person leaves.`,
  consoles: [desk, hr, directory, erp],
  edges: [...EDGES.ofTickets, 'hr-disagrees', 'legal-hold'],
  maxSteps: 160,

  about({ world, draft, rng }) {
    const people = ordinaryHolders(world, directory.app, erp.app).filter(
      ({ subject }) => reportsOf(world, subject).length === 0,
    );
    const { subject, person, ids } = rng.pick(people);
    const { harborlight: upn, corvane: erpUser } = ids;
    const lastDay = statedDay(draft, layLeaver(draft, person, rng), rng);
    const { number: ticket } = addTicket(draft, {
      kind: 'task',
      category: 'Lifecycle',
      caller: person.manager ?? subject,
      priority: 2,
      shortDescription: `Leaver ${subject}, last day ${lastDay}`,
      description: oneLine`${person.displayName} (${subject}) had the last day on ${lastDay}. Please run the
        leaver checklist: Harborlight ID (${upn}: deactivate, revoke sessions) and Corvane (${erpUser}:
        lock, end date ${lastDay}, user group TERMINATED).`,
    });
    return { ticket, subject, account: `harborlight/${upn}`, upn, erpUser, lastDay };
  },

  goals,

  evidence: ({ subject }) => [hr.recordOpened(subject)],
  wanted({ state, world, ticket, subject, upn, erpUser }) {
    const { status, terminationDay } = must(world.persons[subject], subject);
    if (status !== 'terminated' || !terminationDay) return desk.handedOn(ticket, 'CONFLICTING_DATA');
    const signIn = [...directory.deactivated(upn), ...directory.sessionsRevoked(state, upn)];
    const moved = mayMove(state, world, { subject, upn });
    return desk.completed(ticket, signIn, erp.retired(state, erpUser, terminationDay), moved);
  },

  alternatives: [OWNERSHIP_MOVED],

  *expert({ ticket, subject, upn, erpUser, lastDay: stated }) {
    yield* desk.readTicket(ticket, `Who leaves on which day, and what is to be kept? ${ticket} tells.`);
    const doubt = yield* findOtherStatus(subject, { status: 'Terminated', stated: 'leaver' });
    if (doubt) return yield* desk.escalate(ticket, doubt);
    const lastDay = yield* findLastDay(subject, stated);
    const moved = yield* moveOwned({ subject, upn }, ticket);
    const apps = yield* directory.deactivate(upn, ticket);
    const sessions = yield* endSessions(upn, ticket);
    yield* directory.readUser(upn, 'sessions');
    yield* erp.lockUser(erpUser, ticket);
    const was = yield* erp.retireUser(erpUser, { day: lastDay, ticket });
    yield* erp.readRetired(erpUser);
    const others = yield* findOtherAccounts(apps);
    const otherDay =
      lastDay === stated ? [] : [`${lastDay} is the last day in HR; the ticket had ${stated}.`];
    return yield* desk.complete(ticket, {
      done: [
        directory.did('deactivated', `${upn} of ${subject}`),
        sessions,
        ...moved,
        erp.didLock(erpUser),
        erp.did('limited', `validity of ${erpUser}`, desk.fromTo(endOf(was), lastDay)),
        erp.did('moved', erpUser, desk.fromTo(was.userGroup, 'TERMINATED', 'user group')),
      ],
      readBack: 'the sign-in, the lock, the validity and the user group',
      left: [...others, ...otherDay, 'Nothing was deleted.'],
      told: [`Sign-in and ERP of ${subject} are closed, as you asked.`, ...otherDay].join(' '),
    });
  },
});

/** The last day by the ticket: in some an earlier one than in HR, as when holidays stood before the end. */
function statedDay({ today }: World, lastDay: string, rng: Rng): string {
  const own = rng.fork('last day by the ticket');
  const days = daysFrom(today);
  return own.chance(1, 4) ? days.at(days.workday(-own.int(3, 8))) : lastDay;
}

/** The last day by HR, whose record is in front; the ticket's where HR was not looked at. */
function* findLastDay(subject: string, stated: string): Script<string> {
  const lastDay = (yield* hr.readLastDay(subject)) ?? stated;
  if (lastDay === stated) return stated;
  const thought = oneLine`HR has ${lastDay} as the last day, the ticket has ${stated}. Which one counts? I
    look it up.`;
  yield* desk.readArticle('KB-08', 'The last day is the one that HR has', thought);
  return lastDay;
}

/** The day on which the ERP user would have ended, in words. */
function endOf({ validTo }: erp.UserBefore): string | undefined {
  return validTo !== undefined && validTo > NO_END ? 'no end' : validTo;
}

/** Later days are how the ERP writes that there is no end. */
const NO_END = '9000-01-01';

/** What is said of accounts in applications that the record does not name. */
function* findOtherAccounts(apps: number): Script<string[]> {
  if (apps === 0) return [];
  const accounts = `accounts in ${counted(apps, 'assigned application')}`;
  const thought = `Left as they were: ${accounts}. Who ends them? I look into the article on leavers.`;
  yield* desk.readArticle('KB-08', 'ends no account of another application', thought);
  return [`Application Owners end the ${accounts} that the record does not name (KB-08).`];
}
