import { asWord } from '../core/shell.ts';
import { UsageError } from '../core/errors.ts';
import { createEnv } from '../env/env.ts';
import { expert } from '../policy/expert.ts';
import type { Policy } from '../policy/policy.ts';
import { withNoise } from '../policy/with-noise.ts';
import { withRecovery } from '../policy/with-recovery.ts';
import type { Catalog } from '../scenario/catalog.ts';
import { scenarioNamed } from '../scenario/catalog.ts';
import type { SurfaceFactory } from '../surface/surface.ts';
import { policiesFor } from './certify.ts';
import {
  type Expected,
  idlePolicies,
  isKept,
  type Setting,
  sayPlace,
  type Trial,
  taskOf,
  tryPolicy,
} from './trial.ts';

export interface PreflightOptions {
  catalog: Catalog;
  /** Without pictures: what is looked for does not depend on them. */
  surfaces: SurfaceFactory;
  /** The episodes that are to be generated. */
  planned: readonly Planned[];
  people: number;
  /** Called before each setting is tried, with those that are done and how many there are, and with the scenario. */
  onSetting?(done: number, total: number, scenario: string): void;
}

type Planned = Pick<Setting, 'scenario' | 'edge' | 'fault'> & { policy: string };

/** A setting and who is tried in it. */
interface Probe {
  setting: Setting;
  tried: Expected[];
  /** Whether claims without an act are tried as well. */
  isIdleTried: boolean;
}

/**
 * A short certificate before anything is generated, of no more than is planned: each scenario and each of its edges once by
 * the expert, one of its faults, habits where they are wanted; and claims and a mistake in turn, which must fail. A
 * scenario whose certificate does not hold is refused with its first gap. Returns how many trials were made.
 */
export async function preflight(options: PreflightOptions): Promise<number> {
  const { catalog, surfaces, planned, people, onSetting } = options;
  const env = createEnv({ catalog, surfaces });
  const room = { catalog, env };
  let count = 0;
  try {
    const probes = probesOf({ catalog, planned, people });
    for (const [done, { setting, tried, isIdleTried }] of probes.entries()) {
      onSetting?.(done, probes.length, setting.scenario);
      const task = taskOf(catalog, setting);
      for (const expected of [...tried, ...(isIdleTried ? await idlePolicies(room, task) : [])]) {
        const trial = await tryPolicy(room, { setting, task }, expected);
        count += 1;
        if (!isKept(trial)) throw refusal(trial, catalog);
      }
    }
  } finally {
    await env.close();
  }
  return count;
}

function probesOf({ catalog, planned, people }: Omit<PreflightOptions, 'surfaces' | 'onSetting'>): Probe[] {
  const names = [...new Set(planned.map(({ scenario }) => scenario))].sort();
  return names.flatMap((name, rank) => {
    const scenario = scenarioNamed(catalog, name);
    const own = planned.filter(plan => plan.scenario === name);
    const base: Setting = { scenario: name, edge: null, fault: null, skin: 0, seed: 'check/1', people };
    const edges = scenario.edges.filter(edge => own.some(plan => plan.edge === edge));
    const fault = scenario.faults.find(known => own.some(plan => plan.fault === known));
    const wrong = policiesFor(catalog, scenario, base).filter(({ mustSucceed }) => !mustSucceed);
    const isNoisy = own.some(({ policy }) => policy === withNoise.name);
    const tried = [well(expert), ...(isNoisy ? [well(withNoise)] : []), ...turn(wrong, rank)];
    return [
      { setting: base, tried, isIdleTried: true },
      ...edges.map((edge, i) => ({
        setting: { ...base, edge, skin: i + 1 },
        tried: [well(expert)],
        isIdleTried: false,
      })),
      ...(fault === undefined
        ? []
        : [{ setting: { ...base, fault }, tried: [well(withRecovery)], isIdleTried: false }]),
    ];
  });
}

function well(policy: Policy): Expected {
  return { policy, mustSucceed: true };
}

/** The one whose turn it is. */
function turn(list: readonly Expected[], rank: number): Expected[] {
  return list.length === 0 ? [] : list.slice(rank % list.length).slice(0, 1);
}

function refusal(trial: Trial, { folder }: Catalog): UsageError {
  const option = folder === undefined ? '' : ` --with ${asWord(folder)}`;
  const { scenario, policy, mustSucceed, detail, repeat } = trial;
  const end = mustSucceed ? 'must succeed and failed' : 'must fail and succeeded';
  return new UsageError(
    `Scenario ${scenario} is not certified, so nothing is generated: ${policy} ${end}\n  ${detail.replaceAll('\n', '\n  ')}`,
    {
      where: sayPlace(trial),
      allowed: `scenarios that pass "npx iam-range check ${scenario}${option}"; --no-certify generates all the same`,
      repeat,
    },
  );
}
