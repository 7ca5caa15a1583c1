import type { Person } from '../world.ts';
import { befallen, defineDirt, type Stain } from './define-dirt.ts';

const RATE = [8, 12] as const;
/** Days since the new name counts. */
const SINCE = [10, 120] as const;

/** People whom consoles still know by the name that they had. */
export const renamedPerson = defineDirt({
  name: 'renamed-person',
  summary: 'HR has a new family name; mail address and some consoles still have the old one.',
  about: 'people',
  rate: RATE,
  lay({ world, days, consoles, bystanders, accountsFor, isClean }, rng) {
    const all = Object.values(world.persons).filter(({ status }) => status === 'active');
    const free = rng.shuffle(
      bystanders.filter(
        person => isPlain(person) && isClean(person.workerId) && person.hireDay < days.at(-SINCE[1]),
      ),
    );
    const names = rng.shuffle(Object.values(world.persons).filter(isPlain));
    const taken = new Set(Object.values(world.persons).map(({ displayName }) => displayName));
    return free.slice(0, befallen(rng, RATE, all.length)).flatMap((person): Stain[] => {
      const { workerId, givenName, familyName, displayName: former } = person;
      const other = names.find(
        name => name.familyName !== familyName && !taken.has(`${givenName} ${name.familyName}`),
      );
      if (!other) return [];
      const displayName = `${givenName} ${other.familyName}`;
      taken.add(displayName);
      const legalName = person.legalName.replace(familyName, other.familyName);
      const { asciiFamily } = other;
      Object.assign(person, { familyName: other.familyName, asciiFamily, displayName, legalName });
      const effective = days.at(days.workday(-rng.int(...SINCE)));
      world.hrEvents.push({
        workerId,
        kind: 'Change name',
        effective,
        entered: effective,
        state: 'Completed',
        note: '',
      });
      for (const account of accountsFor(workerId)) {
        const population = consoles.find(({ name }) => name === account.app)?.population;
        population?.keepOld?.(account, { familyName });
      }
      const why = `Called ${displayName} since ${effective}, ${former} where it was not changed.`;
      return [{ record: `persons/${workerId}`, workerId, why }];
    });
  },
});

/** A name in Latin letters, given name first. */
function isPlain({ givenName, familyName, displayName }: Person): boolean {
  return displayName === `${givenName} ${familyName}` && /^[\u0020-\u024f]+$/.test(displayName);
}
