import { befallen, defineDirt } from './define-dirt.ts';

const RATE = [8, 12] as const;

/** People whom HR knows no manager of. */
export const vacantManager = defineDirt({
  name: 'vacant-manager',
  summary: 'HR has no manager of somebody at work: the position reports to none.',
  about: 'people',
  rate: RATE,
  lay({ world, bystanders, isClean }, rng) {
    const all = Object.values(world.persons).filter(({ status }) => status === 'active');
    const free = rng.shuffle(bystanders.filter(({ workerId }) => isClean(workerId)));
    return free.slice(0, befallen(rng, RATE, all.length)).map(person => {
      const { workerId, manager } = person;
      person.manager = null;
      const position = world.positions[person.position];
      if (position) position.reportsTo = null;
      return {
        record: `persons/${workerId}`,
        workerId,
        why: `Reports to ${manager}, but HR says to nobody.`,
      };
    });
  },
});
