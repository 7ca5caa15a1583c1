import { nameOf } from '../find.ts';
import { befallen, defineDirt, recordOf, type Stain } from './define-dirt.ts';

const RATE = [100, 140] as const;

/** Accounts of programs whose owner has left. */
export const staleOwner = defineDirt({
  name: 'stale-owner',
  summary: 'The one who answers for the account of a program has left.',
  about: 'accounts',
  rate: RATE,
  lay({ world, consoles, leavers, accountsIn }, rng) {
    if (leavers.length === 0) return [];
    return consoles.flatMap(({ name }) => {
      const own = rng.fork(name);
      // Where a console knows an owner by a number of its own, it would have to be changed with the owner.
      const programs = accountsIn(name).filter(
        ({ purpose, personNumber }) => purpose === 'service' && personNumber === null,
      );
      return own
        .shuffle(programs)
        .slice(0, befallen(own, RATE, programs.length))
        .map((account): Stain => {
          const owner = own.pick(leavers);
          account.workerId = owner.workerId;
          const why = `Its owner ${nameOf(world, owner.workerId)} left on ${owner.terminationDay}.`;
          return { record: recordOf(account), workerId: null, why };
        });
    });
  },
});
