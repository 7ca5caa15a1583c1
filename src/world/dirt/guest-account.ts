import { dayOf } from '../../core/calendar.ts';
import { accountKey, nameOf } from '../find.ts';
import { workedAt } from '../moments.ts';
import { openNamer } from '../names/namer.ts';
import { firstFree, loginName } from '../names/sign-in-names.ts';
import { befallen, defineDirt, recordOf, type Stain } from './define-dirt.ts';

const RATE = [20, 40] as const;
/** Days since the invitation, and since the last visit of those who still come and of those who do not. */
const [INVITED, COMES, AWAY] = [
  [30, 900],
  [1, 60],
  [92, 500],
] as const;
/**
 * Of a hundred guests: how many have not come for long, and how many were invited by somebody who has left.
 */
const [IDLE, LEFT_BEHIND] = [40, 20];
const FIRMS = ['tallowfield', 'renmarsh', 'ostrakon', 'hollinbridge', 'veltmoor', 'quayside-audit'];

/** People of other companies who were invited and never taken out again. */
export const guestAccount = defineDirt({
  name: 'guest-account',
  summary: 'Somebody from another company has an account on an invitation, and no record in HR.',
  about: 'accounts',
  rate: RATE,
  lay({ world, days, consoles, leavers }, rng) {
    const persons = Object.values(world.persons);
    const hosts = persons.filter(
      ({ status, kind, hireDay, workerId }) =>
        status === 'active' &&
        kind === 'employee' &&
        hireDay < days.at(-60) &&
        workerId !== world.operator.workerId,
    );
    return consoles.flatMap(({ name, population }) => {
      const { guestFor } = population ?? {};
      if (!guestFor || hosts.length === 0) return [];
      const own = rng.fork(name);
      const taken = new Set(persons.map(({ displayName }) => displayName.toLowerCase()));
      const draw = openNamer(own.fork('names'), world.company.cultures);
      const mails = new Set<string>();
      return Array.from({ length: befallen(own, RATE, persons.length) }, (): Stain => {
        const called = draw(taken);
        const firm = own.pick(FIRMS);
        const login = firstFree(loginName(called.asciiGiven, called.asciiFamily), free =>
          mails.has(`${free}@${firm}`),
        );
        mails.add(`${login}@${firm}`);
        const host = own.pick(own.chance(LEFT_BEHIND, 100) && leavers.length > 0 ? leavers : hosts);
        const account = guestFor(
          { displayName: called.displayName, mail: `${login}@${firm}.example` },
          { domain: world.company.domain },
        );
        const invited = host.terminationDay === null ? 0 : days.offsetOf(host.terminationDay);
        const since = Math.max(days.offsetOf(host.hireDay), invited - own.int(...INVITED));
        const last = own.chance(IDLE, 100) ? -own.int(...AWAY) : -own.int(...COMES);
        const used = days.workday(Math.max(since, last));
        const lastUsedMs = workedAt(days.at(Math.max(since, used)), `${world.seed}/${account.nativeId}`);
        const createdDay = days.at(since);
        Object.assign(account, {
          workerId: host.workerId,
          createdDay,
          passwordChangedDay: createdDay,
          lastUsedMs,
        });
        world.accounts[accountKey(account)] = account;
        const why = `Invited by ${nameOf(world, host.workerId)}, ${host.status}; last here on ${dayOf(lastUsedMs)}.`;
        return { record: recordOf(account), workerId: null, why };
      });
    });
  },
});
