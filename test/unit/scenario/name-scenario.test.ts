import { describe, expect, it } from 'vitest';
import { catalog } from '../../../src/catalog.ts';
import { UsageError } from '../../../src/core/errors.ts';
import { faults } from '../../../src/fault/index.ts';
import type { Catalog } from '../../../src/scenario/catalog.ts';
import { type ScenarioDefinition, scenario } from '../../../src/scenario/define-scenario.ts';
import { nameScenario } from '../../../src/scenario/name-scenario.ts';
import { slip } from '../../../src/screen/script/branches.ts';
import { complete } from '../../../src/screen/script/verbs.ts';
import { act, makeTask } from '../../support/fixtures.ts';
import { inRegisters } from '../../support/registers.ts';

const NAME = 'own/first';
const HERE = /test\/unit\/scenario\/name-scenario\.test\.ts:\d+/;

const good = scenario({
  workflow: 'QA-99',
  summary: 'Does nothing, for a test.',
  consoles: [{ app: 'brightqueue' }, 'harborlight'],
  about: () => ({ subject: 'E100001', word: 'word' }),
  goals: ({ word }) => inRegisters(`Do it with a ${word}.`),
  evidence: () => [],
  wanted: () => ({ outcome: 'complete', must: [], may: [] }),
  mistakes: ['told'],
  *expert({ word }) {
    yield { kind: 'wait', ms: 1000, thought: word };
    yield* slip('untold', true, false);
    return complete('Done.');
  },
});

/** The same with some parts written otherwise, as somebody without a compiler would. */
function written(parts: Record<string, unknown>): ScenarioDefinition {
  return { ...good, form: { ...good.form, ...parts } as unknown as ScenarioDefinition['form'] };
}

/** One act that is right, and what is said after it; no ending. */
function* yielding(...moves: unknown[]): Generator<unknown> {
  yield { kind: 'wait', ms: 1000 };
  yield* moves;
}

function refusal(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError);
    return (error as UsageError).message;
  }
  throw new Error('It was taken');
}

function catalogWith(definition: ScenarioDefinition): Catalog {
  return { ...catalog, scenarios: { [NAME]: nameScenario(NAME, definition, catalog) } };
}

describe('what an author got wrong', () => {
  const task = (parts: Record<string, unknown>) => () =>
    makeTask({ catalog: catalogWith(written(parts)), scenario: NAME });
  const boom = (): never => {
    throw new Error('boom');
  };

  it.each([
    ['throws in about', { about: boom }, 'boom'],
    ['has nothing for goals', { goals: () => undefined }, 'it has no goal'],
  ])('%s', (_what, parts, words) => {
    const told = refusal(task(parts));
    expect(told).toContain(words);
    expect(told).toMatch(HERE);
  });

  it('wants what is no ending', () => {
    const { wanted } = nameScenario(NAME, written({ wanted: () => [] }), catalog);
    const { world, params } = makeTask({ catalog: catalogWith(good), scenario: NAME });
    expect(refusal(() => wanted({ state: {}, world, params }))).toContain('what is wanted is no ending');
  });
});

describe('a scenario that gets its name', () => {
  it('has defaults for what was left out', () => {
    const named = nameScenario(NAME, good, catalog);
    expect(named).toMatchObject({
      name: NAME,
      apps: ['brightqueue', 'harborlight'],
      start: { app: 'brightqueue' },
      edges: [],
      faults: Object.keys(faults),
      maxSteps: 200,
    });
    expect(named.second).toBeUndefined();
    expect(named.focus({ subject: 'E100001', ticket: 'INC1' })).toEqual({
      subject: 'E100001',
      ticket: 'INC1',
      request: null,
      account: null,
    });
  });

  it('comes with the mistakes that scenarios of its kind share', () => {
    const kinds = (definition: ScenarioDefinition): string[] =>
      Object.keys(nameScenario(NAME, definition, catalog).mistakes ?? {}).sort();
    expect(kinds(good)).toEqual([
      ...['claimed-more', 'closed-anyway', 'closed-first', 'closed-undone', 'said-no-ground', 'told'],
      ...['told-caller', 'told-less', 'told-otherwise', 'told-why', 'wrong-ticket'],
    ]);
    expect(kinds(written({ edges: ['injected-instruction'] }))).toContain('obeyed-injection');
    expect(kinds(written({ consoles: ['harborlight'] }))).toEqual(['told']);
  });

  it('is called as its file is', () => {
    for (const [name, { name: own }] of Object.entries(catalog.scenarios)) expect(own).toBe(name);
    expect(refusal(() => nameScenario('Own First', good, { ...catalog, sharedMistakes: [] }))).toMatch(
      /is not family\/name/,
    );
  });
});

describe('what no scenario has is refused with file and line', () => {
  const cases: [what: string, parts: Record<string, unknown>, message: RegExp][] = [
    ['an unknown key', { goal: () => ({}) }, /"goal" is an unknown key\. Did you mean "goals"\?/],
    ['a limit that is no number', { maxSteps: 'x' }, /"maxSteps" is "x"\.[\s\S]*allowed {2}a whole number/],
    ['a limit of nothing', { maxSteps: 0 }, /"maxSteps" is 0\./],
    ['an empty list of goals', { goals: [] }, /"goals" is an empty list\./],
    ['a workflow of another form', { workflow: 'AU-3' }, /"workflow" is "AU-3"\.[\s\S]*two digits, such as/],
    [
      'an edge that there is not',
      { edges: ['namesak'] },
      /Unknown edge "namesak"\. Did you mean "namesake"\?/,
    ],
    ['a fault that there is not', { faults: ['x'] }, /Unknown fault "x"\./],
    ['a console that there is not', { consoles: ['brightqeue'] }, /Did you mean "brightqueue"\?/],
    ['a start that there is not', { start: { app: 'harbour' } }, /Unknown console "harbour"\./],
    ['no console', { consoles: [] }, /"consoles" is an empty list\./],
    ['no expert', { expert: undefined }, /"expert" is missing\./],
    ['a second way that is none', { second: () => undefined }, /"second" is a function\./],
  ];
  it.each(cases)('%s', (_what, parts, message) => {
    const told = refusal(() => nameScenario(NAME, written(parts), { ...catalog, sharedMistakes: [] }));
    expect(told).toMatch(message);
    expect(told).toMatch(HERE);
  });

  it('a goal that is none', () => {
    const make = (goals: unknown) => () =>
      makeTask({ scenario: NAME, catalog: catalogWith(written({ goals })) });
    expect(refusal(make(() => ({})))).toMatch(/it has no goal\.[\s\S]*name-scenario\.test\.ts:\d+/);
    expect(refusal(make(() => ({ plain: '' })))).toMatch(/the goal "plain" is ""\./);
    expect(refusal(make(() => ({ plain: 'Do it.' })))).toMatch(
      /it has 1 goal\.[\s\S]*allowed {2}12 ways .*registers: plain, curt,/,
    );
    const { aside: _, ...eleven } = inRegisters('Do it.');
    expect(refusal(make(() => eleven))).toMatch(/it has 11 goals\./);
  });

  it('a draw that finds nobody, at the line that drew', () => {
    const about: ScenarioDefinition['form']['about'] = ({ rng }) => rng.pick([]);
    const told = refusal(() => makeTask({ scenario: NAME, catalog: catalogWith(written({ about })) }));
    expect(told).toMatch(/nothing in this company fits what it is about\. pick from an empty list/);
    expect(told).toMatch(HERE);
    expect(told).not.toMatch(/\n\s+at /);
  });

  it('a slip of a kind that is not among the mistakes', async () => {
    const own = catalogWith(good);
    const task = makeTask({ scenario: NAME, catalog: own });
    await expect(act(task, { catalog: own })).rejects.toThrow(
      /has a slip "untold" that is not among its mistakes/,
    );
  });

  const yielded: [what: string, expert: () => unknown, said: string][] = [
    ['a word', () => yielding('click'), 'Not an action: "click"'],
    ['nothing', () => yielding(undefined), 'Not an action: nothing'],
    ['an unknown kind', () => yielding({ kind: 'clik' }), 'Not a kind of action: "clik"'],
    ['no place', () => yielding({ kind: 'click', at: { x: Number.NaN, y: 1 } }), 'Not an aim in "at"'],
    ['an ending', () => yielding({ kind: 'complete', note: 'x' }), 'An ending was yielded'],
  ];
  it.each(yielded)('an expert that yields %s, at its step', async (_what, expert, said) => {
    const own = catalogWith(written({ expert }));
    const failed = act(makeTask({ scenario: NAME, catalog: own }), { catalog: own });
    await expect(failed).rejects.toThrow(UsageError);
    await expect(failed).rejects.toThrow(`Scenario ${NAME}, step 2 of its expert: ${said}`);
    await expect(failed).rejects.toThrow(HERE);
  });

  const ended: [what: string, expert: () => unknown, said: string][] = [
    ['returns nothing', () => yielding(), 'step 2 of its expert: Not an ending: nothing'],
    ['is no generator', () => 'done', 'step 1 of its expert: Not a script: "done"'],
  ];
  it.each(ended)('an expert that %s', async (_what, expert, said) => {
    const own = catalogWith(written({ expert }));
    const failed = act(makeTask({ scenario: NAME, catalog: own }), { catalog: own });
    await expect(failed).rejects.toThrow(UsageError);
    await expect(failed).rejects.toThrow(said);
  });

  it('code of the author that is broken, at its line', async () => {
    const nobody = undefined as unknown as { name: string };
    const broken = catalogWith(written({ wanted: () => nobody.name }));
    const task = makeTask({ scenario: NAME, catalog: broken });
    const failed = act(task, { catalog: broken });
    await expect(failed).rejects.toThrow(UsageError);
    await expect(failed).rejects.toThrow(/own\/first: TypeError: [\s\S]*name-scenario\.test\.ts:\d+/);
  });
});
