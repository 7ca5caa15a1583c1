import { befallen, defineDirt } from './define-dirt.ts';

const RATE = [15, 25] as const;
/** Days since the contract ended. */
const OVER = [3, 60] as const;
/** Who came later than this has a contract that cannot have ended yet. */
const SINCE = -100;

/** Contractors who go on after the end of their contract. */
export const expiredContractor = defineDirt({
  name: 'expired-contractor',
  summary: 'The contract of somebody at work has ended, and nobody has closed the accounts or extended it.',
  about: 'people',
  rate: RATE,
  lay({ world, days, bystanders, isClean }, rng) {
    const all = Object.values(world.persons).filter(
      ({ kind, status }) => kind === 'contingent' && status === 'active',
    );
    const extended = new Set(
      world.hrEvents.flatMap(({ workerId, kind }) => (kind === 'Extend contract' ? workerId : [])),
    );
    const fit = bystanders.filter(
      ({ workerId, kind, hireDay }) =>
        kind === 'contingent' && isClean(workerId) && hireDay < days.at(SINCE) && !extended.has(workerId),
    );
    return rng
      .shuffle(fit)
      .slice(0, befallen(rng, RATE, all.length))
      .map(person => {
        const { workerId } = person;
        person.contractEnd = days.at(days.workday(-rng.int(...OVER)));
        return {
          record: `persons/${workerId}`,
          workerId,
          why: `The contract ended on ${person.contractEnd}, HR says active.`,
        };
      });
  },
});
