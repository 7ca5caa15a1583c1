import { accountKey } from '../find.ts';
import { workedAt } from '../moments.ts';
import { befallen, defineDirt, recordOf, type Stain } from './define-dirt.ts';

const RATE = [4, 6] as const;
const PURPOSES = ['inbox', 'desk', 'front-office', 'planning', 'reports'];
/** Days since the account was made. */
const MADE = [200, 1500] as const;

/** Accounts that several people sign in with. */
export const sharedAccount = defineDirt({
  name: 'shared-account',
  summary: 'Several people of a department sign in with one account, whose password they all know.',
  about: 'accounts',
  rate: RATE,
  lay({ world, days, consoles }, rng) {
    const led = Object.values(world.departments).filter(({ head }) => head !== null);
    const people = Object.keys(world.persons).length;
    return consoles.flatMap(({ name, population }) => {
      const { sharedFor } = population ?? {};
      if (!sharedFor) return [];
      const own = rng.fork(name);
      return own
        .shuffle(led.flatMap(department => PURPOSES.map(purpose => ({ department, purpose }))))
        .slice(0, befallen(own, RATE, people))
        .flatMap(({ department, purpose }): Stain[] => {
          const title = `${department.name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}-${purpose}`;
          const account = sharedFor(title, { domain: world.company.domain });
          if (accountKey(account) in world.accounts) return [];
          const createdDay = days.at(-own.int(...MADE));
          const lastUsedMs = workedAt(days.at(days.workday(-own.int(1, 6))), `${world.seed}/${title}`);
          const facts = { workerId: department.head, createdDay, passwordChangedDay: createdDay, lastUsedMs };
          Object.assign(account, facts);
          world.accounts[accountKey(account)] = account;
          const why = `People of ${department.name} all sign in with it.`;
          return [{ record: recordOf(account), workerId: null, why }];
        });
    });
  },
});
