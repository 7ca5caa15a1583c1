import type { PopulatedApp } from '../population.ts';
import type { World } from '../world.ts';
import { type AccountFigures, accountFigures } from './accounts.ts';
import { countBy } from './count.ts';
import { type PeopleFigures, peopleFigures } from './people.ts';
import { type RecordFigures, recordFigures } from './records.ts';
import { type RightsFigures, rightsFigures } from './rights.ts';

/** What a professional compares of a company with others: plain numbers, all of them read from the world. */
export interface WorldStats {
  seed: string;
  company: string;
  people: PeopleFigures;
  /** Over all consoles together. */
  rights: RightsFigures;
  /** Of those, what does not come with the job. */
  rightsBeyondJob: RightsFigures;
  /** The same as `rights`, in each console by itself. */
  rightsByConsole: Record<string, RightsFigures>;
  accounts: Record<string, AccountFigures>;
  records: RecordFigures;
  /** Where records do not agree, by the kind of dirt. */
  dirt: Record<string, number>;
}

/**
 * The figures of a company; consoles add what they alone know.
 *
 * @example
 * worldStats(generateWorld({ seed: '1' }), Object.values(catalog.range.apps)).rights.density;
 */
export function worldStats(world: World, consoles: readonly PopulatedApp[]): WorldStats {
  const names = world.consoles.map(({ name }) => name);
  const figures = names.map(name => {
    const population = consoles.find(console => console.name === name)?.population;
    const failedSignIns = population?.failedSignIns?.(world) ?? null;
    return [name, { ...accountFigures(world, name), failedSignIns }] as const;
  });
  return {
    seed: world.seed,
    company: world.company.name,
    people: peopleFigures(world),
    rights: rightsFigures(world, names),
    rightsBeyondJob: rightsFigures(world, names, ({ source }) => source !== 'birthright'),
    rightsByConsole: Object.fromEntries(
      names.map(name => [name, rightsFigures(world, [name])] as const).filter(([, { people }]) => people > 0),
    ),
    accounts: Object.fromEntries(figures.filter(([, { all }]) => all > 0)),
    records: recordFigures(world),
    dirt: countBy(world.dirt, ({ kind }) => kind),
  };
}
