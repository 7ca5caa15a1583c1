import { accountOf, activeEmployees, isClear, type Person, type Rng, type World } from '#range';

/** Two people of one department, and what only the first has in a console, as codes in their order. */
export interface TwoColleagues {
  one: Person;
  other: Person;
  only: string[];
}

/** The most that an answer names. */
const ONLY_MAX = 6;

/**
 * Two colleagues each of whom has something that the other has not, and not too much of it: an answer the
 * wrong way round is another one.
 */
export function drawTwoColleagues(world: World, app: string, rng: Rng): TwoColleagues {
  const people = activeEmployees(world)
    .filter(({ workerId }) => workerId !== world.operator.workerId && isClear(world, workerId))
    .sort((a, b) => (a.workerId < b.workerId ? -1 : 1));
  const pairs = people.flatMap(one =>
    people
      .filter(other => other !== one && other.department === one.department)
      .flatMap(other => {
        const [only, others] = [onlyOf(world, app, [one, other]), onlyOf(world, app, [other, one])];
        return only.length > 0 && only.length <= ONLY_MAX && others.length > 0 ? { one, other, only } : [];
      }),
  );
  return rng.pick(pairs);
}

function onlyOf(world: World, app: string, [one, other]: readonly [Person, Person]): string[] {
  const [has, had] = [one, other].map(({ workerId }) => {
    const account = accountOf(world, app, workerId);
    return account?.status === 'active' ? account.grants.map(({ code }) => code) : [];
  });
  return (has ?? []).filter(code => !had?.includes(code)).sort();
}
