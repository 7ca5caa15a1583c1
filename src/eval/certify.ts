import { drawnOrder } from '../core/draw.ts';
import { createEnv } from '../env/env.ts';
import { expert, second } from '../policy/expert.ts';
import { random } from '../policy/random.ts';
import { alternativesOf, withAlternative } from '../policy/with-alternative.ts';
import { mistakesOf, needsFault, withMistake } from '../policy/with-mistake.ts';
import { withNoise } from '../policy/with-noise.ts';
import { LAPSES, withRepair } from '../policy/with-repair.ts';
import { withRecovery } from '../policy/with-recovery.ts';
import type { Catalog } from '../scenario/catalog.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { scenarioNamed } from '../scenario/catalog.ts';
import { OUTCOME_KINDS } from '../screen/outcome.ts';
import type { SurfaceFactory } from '../surface/surface.ts';
import { type CertificateShard, isInShard } from './certificate-shard.ts';
import { type Expected, idlePolicies, type Setting, type Trial, taskOf, tryPolicy } from './trial.ts';

export interface CertifyOptions {
  catalog: Catalog;
  surfaces: SurfaceFactory;
  scenarios: readonly string[];
  seeds: number;
  people?: number;
  /** Only what must succeed, or only what must fail. */
  only?: CertifiedKind;
  /** Only the settings that fall to one of several machines. */
  shard?: CertificateShard;
}

/** `experts` must succeed: experts, second paths, alternatives, habits, recovery. `mutants` must fail: claims without an act, mistakes, chance. */
export type CertifiedKind = 'experts' | 'mutants';

/** As many looks as the package's console with the most has; one with fewer begins anew. */
const SKINS = 6;

/**
 * Tries every scenario with every edge and fault it declares. What must succeed: the expert, the second path, every other
 * sensible way, the expert with a person's habits, with a mistake that is put right, and the expert with recovery under every fault. What must fail: every outcome claimed without
 * an act, every mistake, and acts of chance.
 */
export async function* certify(options: CertifyOptions): AsyncGenerator<Trial> {
  const { catalog, surfaces, scenarios } = options;
  const env = createEnv({ catalog, surfaces });
  const room = { catalog, env };
  try {
    for (const name of scenarios) {
      const scenario = scenarioNamed(catalog, name);
      for (const setting of settingsOf(scenario, options)) {
        const given = options.people === undefined ? setting : { ...setting, people: options.people };
        const task = taskOf(catalog, given);
        const tried = policiesFor(catalog, scenario, setting).filter(isWanted(options));
        const idle = isIdleTried(setting, options) ? await idlePolicies(room, task) : [];
        for (const expected of [...tried, ...idle]) {
          yield await tryPolicy(room, { setting: given, task }, expected);
        }
      }
    }
  } finally {
    await env.close();
  }
}

/** How many trials `certify` will make, for progress. */
export function countTrials(options: Omit<CertifyOptions, 'surfaces'>): number {
  const { catalog, scenarios } = options;
  let count = 0;
  for (const name of scenarios) {
    const scenario = scenarioNamed(catalog, name);
    for (const setting of settingsOf(scenario, options)) {
      count += policiesFor(catalog, scenario, setting).filter(isWanted(options)).length;
      if (isIdleTried(setting, options)) count += OUTCOME_KINDS.length;
    }
  }
  return count;
}

function isWanted({ only }: Pick<CertifyOptions, 'only'>) {
  return ({ mustSucceed }: Expected): boolean => only === undefined || mustSucceed === (only === 'experts');
}

function isIdleTried({ fault }: Pick<Setting, 'fault'>, { only }: Pick<CertifyOptions, 'only'>): boolean {
  return fault === null && only !== 'experts';
}

/**
 * Every edge, and none, with a skin that moves on from seed to seed. Every fault without an edge, and with each edge one
 * fault in turn: each pair comes up over the seeds.
 */
export function settingsOf(
  scenario: Scenario,
  { seeds, shard }: Pick<CertifyOptions, 'seeds' | 'shard'>,
): Setting[] {
  const { name, edges, faults } = scenario;
  const out: Setting[] = [];
  for (let n = 1; n <= seeds; n++) {
    for (const [i, edge] of [null, ...edges].entries()) {
      const base = { scenario: name, edge, skin: (n + i - 1) % SKINS, seed: `check/${n}` };
      const struck = edge === null ? faults : faults.slice((i + n) % (faults.length || 1)).slice(0, 1);
      out.push(...[null, ...struck].map(fault => ({ ...base, fault })));
    }
  }
  return shard ? out.filter(setting => isInShard(setting, shard)) : out;
}

/** A few of the mistakes that are put right, others from seed to seed; beside an edge one of them. */
function lapsesFor({ scenario, edge = null, seed = '' }: Partial<Setting>): readonly string[] {
  return drawnOrder(`${scenario}/${edge}/${seed}`, LAPSES).slice(0, edge === null ? 4 : 1);
}

/** All other sensible ways without an edge; beside one a few of them, others from seed to seed. */
function waysFor(
  catalog: Pick<Catalog, 'alternatives'>,
  scenario: Scenario,
  { edge = null, seed = '' }: Partial<Setting>,
): readonly string[] {
  const ways = alternativesOf(catalog, scenario);
  return edge === null ? ways : drawnOrder(`${scenario.name}/${edge}/${seed}/ways`, ways).slice(0, 3);
}

/** Who is tried in a setting, and how it must end. */
export function policiesFor(
  catalog: Pick<Catalog, 'mistakes' | 'alternatives'>,
  scenario: Scenario,
  { fault, edge, seed }: Pick<Setting, 'fault'> & Partial<Pick<Setting, 'edge' | 'seed'>>,
): Expected[] {
  const isUnderFault = fault !== null;
  const mistakes = mistakesOf(catalog, scenario)
    .filter(kind => needsFault(catalog, kind) === isUnderFault)
    .map(kind => ({ policy: withMistake(catalog, kind), mustSucceed: false }));
  if (isUnderFault) return [{ policy: withRecovery, mustSucceed: true }, ...mistakes];
  return [
    { policy: expert, mustSucceed: true },
    ...(scenario.second ? [{ policy: second, mustSucceed: true }] : []),
    { policy: withNoise, mustSucceed: true },
    ...lapsesFor({ scenario: scenario.name, edge, seed }).map(kind => ({
      policy: withRepair(kind),
      mustSucceed: true,
    })),
    ...waysFor(catalog, scenario, { edge, seed }).map(kind => ({
      policy: withAlternative(catalog, kind),
      mustSucceed: true,
    })),
    ...mistakes,
    { policy: random, mustSucceed: false },
  ];
}
