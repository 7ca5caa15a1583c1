import { accountKey } from '../find.ts';
import { firstFree } from '../names/sign-in-names.ts';
import { addDays } from '../../core/calendar.ts';
import { befallen, defineDirt, openOf, recordOf, type Stain } from './define-dirt.ts';

const RATE = [8, 12] as const;
/** Days after the first account that the second was made. */
const AFTER = [20, 300] as const;

/** People with two everyday accounts in one console. */
export const duplicateAccount = defineDirt({
  name: 'duplicate-account',
  summary: 'One person has two everyday accounts in a console: somebody did not find the first.',
  about: 'accounts',
  rate: RATE,
  lay({ world, days, consoles, bystanders, accountsIn, everyday }, rng) {
    const free = new Set(bystanders.map(({ workerId }) => workerId));
    return consoles.flatMap(({ name, population }) => {
      if (!population?.accountFor) return [];
      const own = rng.fork(name);
      const used = everyday(name);
      const old = used.filter(
        ({ workerId, createdDay }) => free.has(workerId ?? '') && createdDay < days.at(-AFTER[1] - 20),
      );
      return own
        .shuffle(old)
        .slice(0, befallen(own, RATE, openOf(accountsIn(name)).length))
        .flatMap((first): Stain[] => {
          const person = world.persons[first.workerId ?? ''];
          if (!person) return [];
          const isTaken = (id: string): boolean => `${name}/${id}` in world.accounts;
          const [login = '', domain = ''] = person.mail.split('@');
          const mail = `${firstFree(login, free => free === login || isTaken(`${free}@${domain}`))}@${domain}`;
          const hireDay = addDays(first.createdDay, own.int(...AFTER));
          const second = population.accountFor?.({ ...person, mail, hireDay }, { rng: own, isTaken, days });
          if (!second || isTaken(second.nativeId)) return [];
          const held = first.grants.filter(({ source }) => source === 'birthright');
          second.grants = held.map(grant => ({ ...grant, from: second.createdDay }));
          world.accounts[accountKey(second)] = second;
          const { workerId } = person;
          const why = `${person.displayName} (${workerId}) has had ${first.nativeId} since ${first.createdDay}.`;
          return [{ record: recordOf(second), workerId, why }];
        });
    });
  },
});
