import { nameOf } from '../find.ts';
import type { World } from '../world.ts';
import { befallen, defineDirt, type Stain } from './define-dirt.ts';

const RATE = [60, 100] as const;

/** Groups and roles whose owner has left. */
export const ownerlessRight = defineDirt({
  name: 'ownerless-right',
  summary: 'The owner of a group or role has left, and nobody has taken it over.',
  about: 'rights',
  rate: RATE,
  lay({ world, consoles, leavers }, rng) {
    if (leavers.length === 0) return [];
    const decided = ownersAsked(world);
    return consoles.flatMap(({ name }) => {
      const own = rng.fork(name);
      const all = Object.values(world.entitlements).filter(({ app }) => app === name);
      const free = all.filter(({ code, risk }) => risk !== 'Privileged' && !decided.has(`${name}/${code}`));
      return own
        .shuffle(free)
        .slice(0, befallen(own, RATE, all.length))
        .map((item): Stain => {
          const owner = own.pick(leavers);
          item.owner = owner.workerId;
          const why = `Its owner ${nameOf(world, owner.workerId)} left on ${owner.terminationDay}.`;
          return { record: `entitlements/${name}/${item.code}`, workerId: null, why };
        });
    });
  },
});

/** What an owner has decided on: whoever did is the owner. */
function ownersAsked({ requests }: Pick<World, 'requests'>): ReadonlySet<string> {
  const asked = Object.values(requests).filter(({ approvals }) =>
    approvals.some(({ step }) => step === 'Entitlement owner'),
  );
  return new Set(asked.map(({ app, code }) => `${app}/${code}`));
}
