import type { Account, Person, World } from '../world/world.ts';

/** Pairs of words: one of a person, and the same of somebody else. */
export type WordPairs = readonly (readonly [mine: string, theirs: string])[];

/**
 * The words of a person, each with that of somebody who is easily taken for them: a namesake in the same consoles, or
 * else the next in the list. Null where there is nobody.
 */
export function lookalikeWords(world: World, subject: string): WordPairs | null {
  const right = world.persons[subject];
  const wrong = right && lookalike(world, right);
  if (!right || !wrong) return null;
  const [mine, theirs] = [right, wrong].map(person => accountsByApp(world, person));
  const accounts = Object.entries(mine ?? {}).flatMap(([app, account]): [string, string][] => {
    const other = theirs?.[app];
    return other ? [[account.nativeId, other.nativeId], ...personNumbers(account, other)] : [];
  });
  const words = (['workerId', 'displayName', 'legalName', 'mail'] as const).map((key): [string, string] => [
    right[key],
    wrong[key],
  ]);
  return [...accounts, ...words];
}

function personNumbers(mine: Account, theirs: Account): [string, string][] {
  return mine.personNumber && theirs.personNumber ? [[mine.personNumber, theirs.personNumber]] : [];
}

/** Somebody in the same consoles: best of the same name, then of the same family, then the next in the list. */
function lookalike(world: World, right: Person): Person | undefined {
  const apps = Object.keys(accountsByApp(world, right));
  const fit = Object.values(world.persons)
    .filter(({ workerId, status }) => workerId !== right.workerId && status === 'active')
    .filter(({ workerId }) => workerId !== world.operator.workerId)
    .filter(person => {
      const has = accountsByApp(world, person);
      return apps.every(app => has[app]?.status === 'active');
    })
    .sort((a, b) => (a.workerId < b.workerId ? -1 : 1));
  const family = right.familyName || right.givenName;
  return (
    fit.find(({ displayName }) => displayName === right.displayName) ??
    fit.find(({ familyName, givenName }) => (familyName || givenName) === family) ??
    fit.find(({ workerId }) => workerId > right.workerId) ??
    fit[0]
  );
}

function accountsByApp(world: World, { workerId }: Person): Record<string, Account> {
  const own = Object.values(world.accounts).filter(
    account => account.workerId === workerId && account.purpose === 'primary',
  );
  return Object.fromEntries(own.map(account => [account.app, account]));
}
