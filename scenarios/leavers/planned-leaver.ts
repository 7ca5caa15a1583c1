import { addTicket, counted, oneLine, reportsOf, scenario, type Script } from '#range';
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

/**
 * The leaver checklist over four consoles: HR is read first, sign-in is blocked and sessions end before
 * anything else, the ERP user is locked and end-dated, never deleted. When HR took the termination back, the
 * right move is to touch nothing.
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
    const lastDay = layLeaver(draft, person, rng);
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
  wanted({ state, world, ticket, subject, upn, erpUser, lastDay }) {
    if (world.persons[subject]?.status !== 'terminated') return desk.handedOn(ticket, 'CONFLICTING_DATA');
    const signIn = [...directory.deactivated(upn), ...directory.sessionsRevoked(state, upn)];
    return desk.completed(ticket, signIn, erp.retired(state, erpUser, lastDay));
  },

  *expert({ ticket, subject, upn, erpUser, lastDay }) {
    yield* desk.readTicket(ticket, `I read ${ticket} to its end.`);
    const doubt = yield* findOtherStatus(subject, { status: 'Terminated', stated: 'leaver' });
    if (doubt) return yield* desk.escalate(ticket, doubt);
    const apps = yield* directory.deactivate(upn, ticket);
    const sessions = yield* endSessions(upn, ticket);
    yield* directory.readUser(upn, 'sessions');
    yield* erp.lockUser(erpUser, ticket);
    yield* erp.retireUser(erpUser, { day: lastDay, ticket });
    yield* erp.displayUser(erpUser, 'Logon', 'I read the ERP user back.');
    const others = yield* findOtherAccounts(apps);
    const notes = desk.report({
      done: [
        { did: 'deactivated', what: `${upn} of ${subject}` },
        ...sessions.done,
        { did: 'locked', what: `ERP user ${erpUser}`, rest: '(64)' },
        { did: 'limited', what: `validity of ${erpUser}`, rest: `to ${lastDay}` },
        { did: 'moved', what: erpUser, rest: 'to user group TERMINATED' },
      ],
      readBack: 'each record',
      left: [...sessions.left, ...others, 'Nothing was deleted.'],
    });
    const told = `Sign-in and ERP of ${subject} are closed, as you asked.`;
    return yield* desk.complete(ticket, notes, told);
  },
});

/** What is said of accounts in applications that the record does not name. */
function* findOtherAccounts(apps: number): Script<string[]> {
  if (apps === 0) return [];
  const accounts = `accounts in ${counted(apps, 'assigned application')}`;
  const thought = `Left as they were: ${accounts}. Who ends them? I look into the article on leavers.`;
  yield* desk.readArticle('KB-08', 'ends no account of another application', thought);
  return [`Application Owners end the ${accounts} that the record does not name (KB-08).`];
}
