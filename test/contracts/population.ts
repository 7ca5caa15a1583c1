import type { App } from '../../src/app/app.ts';
import { canonicalJson } from '../../src/core/json.ts';
import { generateWorld } from '../../src/world/generate.ts';
import type { World } from '../../src/world/world.ts';
import { breaches } from '../property/world-invariants.ts';
import { type Check, notPlain } from './check.ts';

const SEEDS = ['population/1', 'population/2'];
const SIZES = [50, 80];

/** What the part that a console adds to a company promises. */
export function populationContract(app: App, apps: Readonly<Record<string, App>>): Check[] {
  const all = Object.values(apps);
  const each = (find: (seed: string, people: number) => string[]) => (): string[] =>
    SEEDS.flatMap((seed, i) => find(seed, SIZES[i] ?? 50).map(problem => `${seed}: ${problem}`));
  const make = (seed: string, people: number, consoles = all): World =>
    generateWorld({ seed, people, consoles });
  return [
    {
      title: 'makes the same company of the same seed, in whatever order consoles are listed',
      problems: each((seed, people) => {
        const same =
          canonicalJson(make(seed, people)) === canonicalJson(make(seed, people, all.toReversed()));
        return same ? [] : ['two worlds of one seed differ'];
      }),
    },
    {
      title: 'keeps the invariants of a clean company',
      problems: each((seed, people) =>
        breaches(make(seed, people)).map(({ kind, workerId, text }) => `${kind} ${workerId ?? ''}: ${text}`),
      ),
    },
    {
      title: 'keeps plain JSON',
      problems: each((seed, people) =>
        ownAccounts(make(seed, people), app).flatMap(account => notPlain(account, account.nativeId)),
      ),
    },
    {
      title: 'moves nothing of the others',
      problems: each((seed, people) => {
        const others = all.filter(({ name }) => name !== app.name);
        const [alone, joined] = [make(seed, people, others), make(seed, people)];
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

/** All of a company that one console brought: its accounts, what can be granted, and what was asked for. */
function partOf({ accounts, entitlements, requests }: World, name: string): string {
  const own = <T extends { app: string }>(records: Readonly<Record<string, T>>): T[] =>
    Object.values(records).filter(({ app }) => app === name);
  return canonicalJson({
    accounts: own(accounts),
    entitlements: own(entitlements),
    requests: own(requests),
  });
}
