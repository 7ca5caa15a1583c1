import type { OldFacts } from '../population.ts';
import type { Rng } from '../../core/rng.ts';
import type { Person, World } from '../world.ts';
import { befallen, defineDirt, openOf, recordOf, type Stain } from './define-dirt.ts';

const RATE = [40, 60] as const;

/** Accounts whose copy of what HR knows fell behind. */
export const attributeDrift = defineDirt({
  name: 'attribute-drift',
  summary: 'The directory shows another department, title or office of somebody than HR does.',
  about: 'accounts',
  rate: RATE,
  lay({ world, consoles, everyday, accountsIn }, rng) {
    const titles = titlesByDepartment(world);
    return consoles.flatMap(({ name, population }) => {
      const { keepOld } = population ?? {};
      if (!keepOld) return [];
      const own = rng.fork(name);
      const all = openOf(accountsIn(name));
      return own
        .shuffle([...everyday(name)])
        .slice(0, befallen(own, RATE, all.length))
        .flatMap((account): Stain[] => {
          const person = world.persons[account.workerId ?? ''];
          if (!person) return [];
          const [what, old] = drawOld(own, world, { person, titles });
          keepOld(account, old);
          return [{ record: recordOf(account), workerId: person.workerId, why: `Still shows the ${what}.` }];
        });
    });
  },
});

/** One fact as it may have been before: of another department, site or job. */
function drawOld(
  rng: Rng,
  world: World,
  { person, titles: all }: { person: Person; titles: ReadonlyMap<string, ReadonlySet<string>> },
): [what: string, old: OldFacts] {
  const { department, location, position } = person;
  const others = Object.keys(world.departments).filter(code => code !== department);
  const sites = world.company.locations.map(({ city }) => city).filter(city => city !== location);
  const title = world.positions[position]?.title;
  const titles = [...(all.get(department) ?? [])].filter(other => other !== title);
  const kind = rng.pick(['department', 'location', 'title'] as const);
  if (kind === 'location' && sites.length > 0) {
    const site = rng.pick(sites);
    return [`office ${site}, where HR has ${location}`, { location: site }];
  }
  if (kind === 'title' && titles.length > 0) {
    const old = rng.pick(titles);
    return [`title ${old}, where HR has ${title}`, { title: old }];
  }
  const code = rng.pick(others);
  return [
    `department ${world.departments[code]?.name}, where HR has ${world.departments[department]?.name}`,
    { department: code },
  ];
}

function titlesByDepartment({ positions }: World): Map<string, Set<string>> {
  const titles = new Map<string, Set<string>>();
  for (const { department, title } of Object.values(positions))
    (titles.get(department) ?? titles.set(department, new Set()).get(department))?.add(title);
  return titles;
}
