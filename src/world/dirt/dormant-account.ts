import { dayOf } from '../../core/calendar.ts';
import { earlier, later } from '../days.ts';
import { workedAt } from '../moments.ts';
import { befallen, defineDirt, openOf, recordOf } from './define-dirt.ts';

/** Days without use: more than the ninety after which an account counts as dormant. */
const UNUSED = [92, 400] as const;
const RATE = [80, 120] as const;

/** Accounts that nobody has used for more than ninety days. */
export const dormantAccount = defineDirt({
  name: 'dormant-account',
  summary: 'An active account has not been used for more than ninety days.',
  about: 'accounts',
  rate: RATE,
  lay({ world, days, consoles, accountsIn, everyday }, rng) {
    return consoles.flatMap(({ name, population }) => {
      const own = rng.fork(name);
      const old = own.shuffle(everyday(name).filter(({ createdDay }) => createdDay < days.at(-UNUSED[0])));
      const inUse = openOf(accountsIn(name));
      return old.slice(0, befallen(own, RATE, inUse.length)).map(account => {
        const day = later(account.createdDay, days.at(days.workday(-own.int(...UNUSED))));
        const lastUsedMs = workedAt(day, `${world.seed}/${account.nativeId}/last use`);
        const passwordChangedDay = earlier(account.passwordChangedDay, day);
        Object.assign(account, { lastUsedMs, passwordChangedDay });
        population?.forget?.(account, dayOf(lastUsedMs));
        return { record: recordOf(account), workerId: account.workerId, why: `Not used since ${day}.` };
      });
    });
  },
});
