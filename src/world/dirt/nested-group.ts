import { sortedValues } from '../sorted.ts';
import { befallen, defineDirt, type Stain } from './define-dirt.ts';

const RATE = [30, 60] as const;

/** Groups that stand inside a stronger one of somebody else, and so give more than their names say. */
export const nestedGroup = defineDirt({
  name: 'nested-group',
  summary:
    'A group is a member of a stronger one: whoever is in it has a right that no list of theirs names.',
  about: 'rights',
  rate: RATE,
  lay({ world, consoles }, rng) {
    const all = sortedValues(world.entitlements).filter(({ kind }) => kind === 'group');
    return consoles.flatMap(({ name, population }) => {
      const own = rng.fork(name);
      const parts = population?.segregation ?? [];
      const duties = new Set(parts.flatMap(({ left, right }) => [...left, ...right]));
      const groups = all.filter(({ app, code }) => app === name && !duties.has(code));
      const weak = own.shuffle(groups.filter(({ risk }) => risk === 'Low'));
      const strong = own.shuffle(groups.filter(({ risk }) => risk === 'Medium' || risk === 'High'));
      return weak.slice(0, befallen(own, RATE, groups.length)).flatMap((child): Stain[] => {
        const parent = strong.find(({ owner, contains }) => owner !== child.owner && contains.length === 0);
        if (!parent) return [];
        parent.contains.push(child.code);
        const why = `Whoever is in it has ${parent.code}, too.`;
        return [{ record: `entitlements/${name}/${child.code}`, workerId: null, why }];
      });
    });
  },
});
