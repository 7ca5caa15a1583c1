import type { App } from '../../src/app/app.ts';
import { canonicalJson } from '../../src/core/json.ts';
import { generateWorld } from '../../src/world/generate.ts';
import type { World } from '../../src/world/world.ts';
import { breaches } from '../property/world-invariants.ts';
import { type Check, notPlain } from './check.ts';

const SEEDS = ['population/1', 'population/2'];
const SIZES = [50, 80];

const each = (find: (seed: string, people: number) => string[]) => (): string[] =>
  SEEDS.flatMap((seed, i) => find(seed, SIZES[i] ?? 50).map(problem => `${seed}: ${problem}`));

/** Makes companies with all of these consoles, each of them once. */
function companiesOf(apps: Readonly<Record<string, App>>): (seed: string, people: number) => World {
  const made = new Map<string, World>();
  return (seed, people) => {
    const key = `${seed}/${people}`;
    const world = made.get(key) ?? generateWorld({ seed, people, consoles: Object.values(apps) });
    made.set(key, world);
    return world;
  };
}

/** What a company with all of these consoles promises, whichever of them is looked at. */
export function companyContract(apps: Readonly<Record<string, App>>): Check[] {
  const make = companiesOf(apps);
  const consoles = Object.values(apps).toReversed();
  return [
    {
      title: 'makes the same company of the same seed, in whatever order consoles are listed',
      problems: each((seed, people) => {
        const turned = generateWorld({ seed, people, consoles });
        const same = canonicalJson(make(seed, people)) === canonicalJson(turned);
        return same ? [] : ['two worlds of one seed differ'];
      }),
    },
    {
      title: 'keeps the invariants of a clean company',
      problems: each((seed, people) =>
        breaches(make(seed, people)).map(({ kind, workerId, text }) => `${kind} ${workerId ?? ''}: ${text}`),
      ),
    },
  ];
}

/** What the part that each console adds to a company promises. */
export function populationContracts(apps: Readonly<Record<string, App>>): (app: App) => Check[] {
  const make = companiesOf(apps);
  return app => [
    {
      title: 'keeps plain JSON',
      problems: each((seed, people) =>
        ownAccounts(make(seed, people), app).flatMap(account => notPlain(account, account.nativeId)),
      ),
    },
    {
      title: 'moves nothing of the others',
      problems: each((seed, people) => {
        const others = Object.values(apps).filter(({ name }) => name !== app.name);
        const alone = generateWorld({ seed, people, consoles: others });
        const joined = make(seed, people);
        return others.flatMap(({ name }) =>
          partOf(alone, name) === partOf(joined, name) ? [] : [`what ${name} adds is another with it`],
        );
      }),
    },
  ];
}

function ownAccounts({ accounts }: World, { name }: App): World['accounts'][string][] {
  return Object.values(accounts).filter(({ app }) => app === name);
}

/**
 * All of a company that one console brought: its accounts, what can be granted, and what was asked for. Numbers of requests
 * go by time: two that come in within the time of one number move each other, so they stand for themselves alone.
 */
function partOf({ accounts, entitlements, requests }: World, name: string): string {
  const own = <T extends { app: string }>(records: Readonly<Record<string, T>>): T[] =>
    Object.values(records).filter(({ app }) => app === name);
  const part = { accounts: own(accounts), entitlements: own(entitlements), requests: own(requests) };
  return canonicalJson(part).replace(/"AR-\d+"/g, '"AR"');
}
