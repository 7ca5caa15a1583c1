import { dayOf } from '../../core/calendar.ts';
import { accountKey } from '../find.ts';
import { workedAt } from '../moments.ts';
import { openNamer } from '../names/namer.ts';
import { firstFree, loginName } from '../names/sign-in-names.ts';
import type { AppKind, Person } from '../world.ts';
import { befallen, defineDirt, recordOf, type Stain } from './define-dirt.ts';

const RATE = [10, 30] as const;
/** Consoles that no feed from HR keeps clean. */
const APART: readonly AppKind[] = ['erp', 'mainframe', 'saas'];
/** Days since the account was made, and since it was used last. */
const [MADE, USED] = [
  [700, 2400],
  [95, 600],
] as const;

/** Accounts of people whom HR does not know. */
export const orphanAccount = defineDirt({
  name: 'orphan-account',
  summary: 'A console without a feed from HR has an account of somebody whom HR does not know any more.',
  about: 'accounts',
  rate: RATE,
  lay({ world, days, consoles, accountsIn, everyday }, rng) {
    const taken = new Set(Object.values(world.persons).map(({ displayName }) => displayName.toLowerCase()));
    const mails = new Set(Object.values(world.persons).map(({ mail }) => mail));
    const { domain } = world.company;
    return consoles.flatMap(({ name, kind, population }) => {
      const like = everyday(name);
      if (!population?.accountFor || !APART.includes(kind) || like.length === 0) return [];
      const own = rng.fork(name);
      const names = new Set(taken);
      const draw = openNamer(own.fork('names'), world.company.cultures);
      const count = befallen(own, RATE, accountsIn(name).length);
      return Array.from({ length: count }, (): Stain[] => {
        const model = own.pick(like);
        const person = world.persons[model.workerId ?? ''];
        if (!person) return [];
        const isTaken = (id: string): boolean => `${name}/${id}` in world.accounts;
        const called = draw(names);
        const login = firstFree(loginName(called.asciiGiven, called.asciiFamily), free => {
          const mail = `${free}@${domain}`;
          return mails.has(mail) || isTaken(mail);
        });
        const mail = `${login}@${domain}`;
        const hireDay = days.at(days.workday(-own.int(...MADE)));
        const gone: Person = { ...person, ...called, mail, hireDay, kind: 'employee', contractEnd: null };
        const account = population.accountFor?.(gone, { rng: own, isTaken, days });
        if (!account || isTaken(account.nativeId)) return [];
        const lastUsedMs = workedAt(
          days.at(days.workday(-own.int(...USED))),
          `${world.seed}/${name}/${account.nativeId}`,
        );
        const held = model.grants.filter(({ source }) => source === 'birthright');
        const grants = held.map(grant => ({ ...grant, from: account.createdDay, to: null }));
        const passwordChangedDay = account.createdDay;
        Object.assign(account, {
          workerId: null,
          personNumber: null,
          lastUsedMs,
          passwordChangedDay,
          grants,
        });
        population.forget?.(account, dayOf(lastUsedMs));
        world.accounts[accountKey(account)] = account;
        const why = `HR has no record of ${account.displayName}.`;
        return [{ record: recordOf(account), workerId: null, why }];
      }).flat();
    });
  },
});
