import { drawnOrder } from '../../src/core/draw.ts';
import { canonicalJson } from '../../src/core/json.ts';
import type { Env } from '../../src/env/env.ts';
import { runEpisode } from '../../src/env/episode.ts';
import type { Episode } from '../../src/env/recorded.ts';
import { alternativesOf, withAlternative } from '../../src/policy/with-alternative.ts';
import { mistakesOf, withMistake } from '../../src/policy/with-mistake.ts';
import { expert, second } from '../../src/policy/expert.ts';
import { withRecovery } from '../../src/policy/with-recovery.ts';
import type { Catalog } from '../../src/scenario/catalog.ts';
import { judge } from '../../src/scenario/judge.ts';
import { REGISTERS } from '../../src/scenario/registers.ts';
import type { Scenario, Task } from '../../src/scenario/scenario.ts';
import { scenarioNamed } from '../../src/scenario/catalog.ts';
import { buildTask } from '../../src/scenario/task.ts';
import { ESCALATE_REASONS, OUTCOME_KINDS, type Outcome, REFUSE_REASONS } from '../../src/screen/outcome.ts';
import { act, makeEnv, makeHost, makeTask } from '../support/fixtures.ts';
import { type Check, notPlain } from './check.ts';

/** How many edges, faults and mistakes a scenario is tried with. */
export interface Tried {
  edges: number;
  faults: number;
  mistakes: number;
  ways: number;
  /** Whether one episode is held against another: the same task twice, the second way beside the first. */
  isCompared: boolean;
}
/** For a scenario that is looked at closely, for one of some, and for each of many: by which the suite grows. */
export const CLOSELY: Tried = { edges: 3, faults: 3, mistakes: 4, ways: 4, isCompared: true };
export const BRIEFLY: Tried = { edges: 1, faults: 1, mistakes: 1, ways: 1, isCompared: false };
export const ONCE: Tried = { edges: 0, faults: 0, mistakes: 0, ways: 0, isCompared: false };

/**
 * What every scenario promises, on a plain task and with a few edges, faults and mistakes that its own name draws: a
 * scenario more changes nothing for the others, and `check` tries all with all.
 */
export function scenarioContract(name: string, catalog: Catalog, tried = CLOSELY): Check[] {
  const scenario = scenarioNamed(catalog, name);
  const some = (kind: 'edges' | 'faults' | 'mistakes' | 'ways', names: readonly string[]): string[] =>
    drawnOrder(`${name}/${kind}`, names).slice(0, tried[kind]);
  const task = (options: { edge?: string | null; fault?: string | null; skins?: number } = {}): Task =>
    makeTask({ catalog, scenario: name, ...options });
  const tasks = (): Task[] =>
    [null, ...some('edges', scenario.edges)].map((edge, skins) => task({ edge, skins }));
  return [
    { title: 'declares what exists', problems: () => declared(scenario, catalog) },
    {
      title: 'draws the same plain task twice',
      problems: () => tasks().flatMap(drawn => taskProblems(drawn, catalog)),
    },
    {
      title: 'words its goals well',
      problems: () => tasks().flatMap(drawn => goalProblems(scenario, drawn)),
    },
    {
      title: 'wants something that is not there yet',
      problems: () => tasks().flatMap(drawn => wantedProblems(catalog, scenario, drawn)),
    },
    { title: 'starts at an address that opens', problems: () => startProblems(scenario, task(), catalog) },
    {
      title: 'is done by its expert, edge by edge, and the same twice',
      problems: () =>
        withEnv(catalog, async env => {
          const out: string[] = [];
          for (const drawn of tasks()) {
            const episode = await act(drawn, { env, catalog });
            out.push(...failures(episode, scenario));
            if (drawn.edge !== null || !tried.isCompared) continue;
            const again = await act(drawn, { catalog });
            if (again.fingerprint !== episode.fingerprint) out.push('two runs of one task differ');
          }
          return out;
        }),
    },
    {
      title: 'has a second way that is another',
      problems: () => (tried.isCompared ? withEnv(catalog, env => sameWays(scenario, { env, catalog })) : []),
    },
    {
      title: 'is done through faults',
      problems: () =>
        withEnv(catalog, async env => {
          const out: string[] = [];
          for (const [skins, fault] of some('faults', scenario.faults).entries()) {
            const episode = await act(task({ fault, skins }), { env, catalog, policy: withRecovery });
            out.push(...failures(episode, scenario));
          }
          return out;
        }),
    },
    {
      title: 'is done in other sensible ways',
      problems: () =>
        withEnv(catalog, async env => {
          const out: string[] = [];
          for (const kind of some('ways', alternativesOf(catalog, scenario))) {
            const policy = withAlternative(catalog, kind);
            const episode = await runEpisode({ id: 'test', catalog, env, task: task(), policy });
            if (episode) out.push(...failures(episode, scenario));
          }
          return out;
        }),
    },
    {
      title: 'is not done by claiming it, or with a mistake',
      problems: () =>
        withEnv(catalog, env =>
          undone(tasks(), { env, catalog, mistakes: some('mistakes', mistakesOf(catalog, scenario)) }),
        ),
    },
  ];
}

/** A second way that never differs from the first is none: it would be certified by the first alone. */
async function sameWays(
  scenario: Scenario,
  { env, catalog }: { env: Env; catalog: Catalog },
): Promise<string[]> {
  if (!scenario.second) return [];
  // Refusals and doubts come before the ways part, so some seeds show no difference.
  for (let number = 1; number <= 12; number++) {
    const seed = `test/${number}`;
    const task = makeTask({ catalog, scenario: scenario.name, seed });
    const ways: string[] = [];
    for (const policy of [expert, second]) {
      const { steps } = await act(task, { env, catalog, policy });
      ways.push(canonicalJson(steps.map(step => step.act ?? null)));
    }
    if (ways[0] !== ways[1]) return [];
  }
  return ['the second way is the first: is there an `either` in the expert?'];
}

async function withEnv(catalog: Catalog, run: (env: Env) => Promise<string[]>): Promise<string[]> {
  const env = makeEnv({ catalog });
  try {
    return await run(env);
  } finally {
    await env.close();
  }
}

function declared(scenario: Scenario, catalog: Catalog): string[] {
  const [family = ''] = scenario.name.split('/');
  const unknown = (kind: string, names: readonly string[], known: object): string[] =>
    names.filter(name => !Object.hasOwn(known, name)).map(name => `no ${kind} "${name}"`);
  return [
    ...unknown('edge', scenario.edges, catalog.edges),
    ...unknown('fault', scenario.faults, catalog.faults),
    ...unknown('console', scenario.apps, catalog.range.apps),
    ...unknown('split for family', [family], catalog.splits),
    ...(/[.?]$/.test(scenario.summary) ? [] : ['the summary is no sentence']),
    ...(/^[A-Z]{2}-\d\d$/.test(scenario.workflow) ? [] : [`workflow ${scenario.workflow}`]),
  ];
}

function taskProblems(task: Task, catalog: Catalog): string[] {
  const { scenario, seed, worldSeed, people, edge, fault } = task;
  const again = buildTask(catalog, { scenario, seed, worldSeed, people, edge, fault });
  const about = `edge ${edge}`;
  const bytes = (of: Task): string => canonicalJson({ goal: of.goal, params: of.params, world: of.world });
  return [
    ...notPlain(task.params, `${about}: params`),
    ...(bytes(task) === bytes(again) ? [] : [`${about}: two tasks of one seed differ`]),
  ];
}

/** A goal reads well when it ends like a sentence or is a short line of chat, and shows no hole of a template. */
function goalProblems(scenario: Scenario, task: Task): string[] {
  const goals = Object.entries(scenario.goals(task.params));
  const names = goals.map(([way]) => way);
  const few = Object.keys(REGISTERS).flatMap(name => (names.includes(name) ? [] : [`no goal is ${name}`]));
  const alike = goals.length - new Set(goals.map(([, text]) => text)).size;
  const same = alike === 0 ? [] : [`${alike} goals are worded as others`];
  const wrong = goals.flatMap(([way, text]) => {
    const isChat = (text.length <= 120 || /^[a-z]/.test(text)) && !text.includes('\n');
    const holes = /\bundefined\b|\bnull\b|\bNaN\b|\[object |\$\{|\bfunction\b/.exec(text);
    const problems = [
      ...(holes ? [`shows ${holes[0]}`] : []),
      ...(/[.?!)"]$/.test(text) || isChat ? [] : ['ends like no sentence and is no short line']),
      ...(/ {2}|^\s|\s$/.test(text) ? ['has stray spaces'] : []),
      ...(text.length >= 12 && text.length <= 600 ? [] : [`is ${text.length} characters long`]),
    ];
    return problems.map(problem => `goal ${way} ${problem}: ${text}`);
  });
  return [...few, ...same, ...wrong];
}

/** The right outcome claimed over the untouched range is a failure, and what is wanted names what is there. */
function wantedProblems(catalog: Catalog, scenario: Scenario, task: Task): string[] {
  const state = makeHost({ world: task.world, range: catalog.range }).state.apps;
  const before = Object.fromEntries(
    scenario.apps.map(name => [name, state[name] ?? { audit: [], counters: {} }]),
  );
  const wanted = scenario.wanted({ state: before, world: task.world, params: task.params });
  const again = scenario.wanted({ state: before, world: task.world, params: task.params });
  const strangers = wanted
    .flatMap(({ must, may }) => [...must, ...may])
    .flatMap(({ app, entity }) => {
      const collection = entity.split('/')[0] ?? '';
      return Object.hasOwn(state[app] ?? before[app] ?? {}, collection)
        ? []
        : [`names ${app}/${collection}, which no console has`];
    });
  const claims = wanted.flatMap(({ outcome: kind, reason, values }) => {
    const outcome: Outcome = {
      kind,
      note: 'Done.',
      ...(reason ? { reason } : {}),
      ...(values ? { values } : {}),
    };
    const trace = { steps: [], outcome };
    const verdict = judge(catalog, { before, after: before, world: task.world, wanted, trace });
    const reasons: readonly (string | undefined)[] =
      kind === 'escalate' ? ESCALATE_REASONS : kind === 'refuse' ? REFUSE_REASONS : [undefined];
    return [
      ...(reasons.includes(reason) ? [] : [`${kind} for ${reason}`]),
      ...(kind === 'answer' && Object.keys(values ?? {}).length === 0 ? ['an answer without values'] : []),
      ...(verdict.success ? ['is met before anything is done'] : []),
      ...verdict.parts.filter(part => part.name === 'outcome' && !part.isOk).map(part => part.detail),
    ];
  });
  return [
    ...strangers,
    ...claims,
    ...(canonicalJson(wanted) === canonicalJson(again)
      ? []
      : ['what is wanted differs from one time to the next']),
  ].map(problem => `edge ${task.edge}: ${problem}`);
}

function startProblems({ start }: Scenario, task: Task, catalog: Catalog): string[] {
  const host = makeHost({ world: task.world, range: catalog.range });
  let reply = host.exchange({ method: 'GET', url: host.addressOf(start.app, start.path), form: [] });
  for (let hops = 0; reply.location !== undefined && hops < 5; hops++) {
    reply = host.exchange({ method: 'GET', url: reply.location, form: [] });
  }
  return reply.status === 200 ? [] : [`${start.app}${start.path ?? ''}: status ${reply.status}`];
}

function failures(episode: Episode, { maxSteps }: Scenario): string[] {
  const { task, verdict, outcome, steps, policy } = episode;
  const parts = verdict.parts.filter(part => !part.isOk).map(part => `${part.name}: ${part.detail}`);
  const errors = steps.flatMap(({ label, index, actionError }) =>
    label === 'failed' ? [`step ${index}: ${actionError}`] : [],
  );
  const unreasoned = steps.filter(step => /\bundefined\b|\[object /.test(step.thought + step.instruction));
  return [
    ...(verdict.success ? [] : [...parts, outcome?.note ?? 'truncated']),
    ...errors,
    ...unreasoned.map(step => `step ${step.index} says "${step.thought} / ${step.instruction}"`),
    ...(steps.length <= maxSteps ? [] : [`${steps.length} steps of at most ${maxSteps}`]),
  ].map(problem => `${policy}, edge ${task.edge}, fault ${task.fault}: ${problem}`);
}

/**
 * Whatever is claimed without an act fails, and so does every mistake: some of them without an edge, one in turn with
 * each. One that does not apply to a task is no gap.
 */
async function undone(
  tasks: Task[],
  { env, catalog, mistakes }: { env: Env; catalog: Catalog; mistakes: readonly string[] },
): Promise<string[]> {
  const out: string[] = [];
  for (const [i, task] of tasks.entries()) {
    await env.reset(task);
    const [{ outcome: right, reason }] = env.wanted;
    for (const kind of OUTCOME_KINDS) {
      const claim = { kind, note: 'Done.', ...(kind === right && reason ? { reason } : {}) };
      await env.reset(task);
      const { verdict } = await env.step(claim);
      if (verdict?.success) out.push(`edge ${task.edge}: claiming ${kind} is judged a success`);
    }
    for (const kind of task.edge === null ? mistakes : mistakes.slice(i - 1, i)) {
      const episode = await runEpisode({
        id: 'test',
        catalog,
        env,
        task,
        policy: withMistake(catalog, kind),
      });
      if (episode?.verdict.success) out.push(`edge ${task.edge}: ${kind} is judged a success`);
    }
  }
  return out;
}
