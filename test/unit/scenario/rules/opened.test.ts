import { describe, expect, it } from 'vitest';
import { catalog } from '../../../../src/catalog.ts';
import { judge } from '../../../../src/scenario/judge.ts';
import { wasListed, wasOpened } from '../../../../src/scenario/rules/events.ts';
import { scenarioNamed } from '../../../../src/scenario/catalog.ts';
import type { Observation } from '../../../../src/screen/observation.ts';
import { printedOn } from '../../../../src/screen/script/sight.ts';
import type { Task, TraceStep } from '../../../../src/scenario/scenario.ts';
import { act, makeEnv, makeHost, makeTask } from '../../../support/fixtures.ts';

/** The names of what is broken in an expert's episode when some of its pages are lists or forms that show the same text. */
async function brokenWithout(task: Task, isList: (step: TraceStep) => boolean): Promise<string[]> {
  const env = makeEnv();
  const { outcome } = await act(task, { env });
  const { session } = await env.checkpoint();
  await env.close();
  const before = makeHost({ world: task.world }).state.apps;
  const wanted = scenarioNamed(catalog, task.scenario).wanted({ state: before, ...task });
  const steps = (session.trace as TraceStep[]).map(step => ({
    ...step,
    record: isList(step) ? null : step.record,
  }));
  const { parts } = judge(catalog, {
    ...{ before, after: session.host.apps, world: task.world, wanted },
    trace: { steps, outcome },
    told: [task.goal, task.briefing],
  });
  return parts.filter(({ isOk }) => !isOk).map(({ name }) => name);
}

describe('what was only in a list or a search has not been opened', () => {
  it('the HR record of a leaver', async () => {
    const task = makeTask({ scenario: 'leavers/planned-leaver' });
    expect(await brokenWithout(task, () => false)).toEqual([]);
    expect(await brokenWithout(task, ({ record }) => record?.app === 'peoplemere')).toEqual([
      `evidence: the HR record of ${task.params.subject} was opened`,
      'P-13',
    ]);
  });

  it('the approvals of a request, and the record that was changed', async () => {
    const task = makeTask({ scenario: 'requests/add-to-group' });
    expect(await brokenWithout(task, ({ record }) => record?.app === 'brightqueue')).toEqual([
      `evidence: ${task.params.ticket} was opened`,
      `evidence: the approvals of ${task.params.request} were opened`,
      'P-02',
      'P-24',
    ]);
    expect(await brokenWithout(task, ({ record }) => record?.app === 'harborlight')).toContain('P-15');
  });

  it('the number that a caller is called back on, and the account', async () => {
    const task = makeTask({ scenario: 'authentication/temporary-pass', seed: 'test/6' });
    const { subject } = task.params;
    expect(await brokenWithout(task, ({ record }) => record?.app === 'peoplemere')).toEqual(['P-07']);
    expect(await brokenWithout(task, ({ record }) => record?.subject === subject)).toEqual(
      expect.arrayContaining(['P-07', 'P-14', 'P-15']),
    );
  });
});

it('a page is asked for by console, record, worker and text, all on one', () => {
  const step = (text: string, subject: string | null) =>
    ({ printed: text, record: { app: 'hall', record: 'people/7', subject } }) as TraceStep;
  const steps = [step('Anna, 7', 'E7'), step('Room 12', null)];
  expect(wasOpened(steps, { app: 'hall', record: 'people/7', subject: 'E7', texts: ['Anna'] })).toBe(true);
  expect(wasOpened(steps, { subject: 'E7', texts: ['Room 12'] })).toBe(false);
  expect(wasOpened(steps, { app: 'attic' })).toBe(false);
  expect(wasOpened(steps, { record: 'people/8' })).toBe(false);
  expect(wasOpened(steps, { subject: 'E8' })).toBe(false);
});

it('a page that is longer than a screen is read on several, each of that very record', () => {
  const step = (printed: string, record: string) =>
    ({ printed, record: { app: 'hall', record, subject: null } }) as TraceStep;
  const texts = ['AR-7', 'Approved by Anna'];
  const [top, end] = [step('AR-7', 'requests/7'), step('Approved by Anna', 'requests/7')];
  expect(wasOpened([top, step('', 'seats'), end], { texts })).toBe(true);
  expect(wasOpened([top, step('Approved by Anna', 'requests/8')], { texts })).toBe(false);
});

it('what one act did to many is read back in a list, but not in a search box', async () => {
  const task = makeTask({ scenario: 'disconnected/partner-import', seed: 'test/2' });
  expect(await brokenWithout(task, () => false)).toEqual([]);
  const listed = (name: string, value?: string) =>
    [{ observation: { url: hubOf(task) }, printed: printedOn(field(name, value)) }] as TraceStep[];
  const asked = { world: task.world, apps: ['freightlane'], text: 'E100123' };
  expect(wasListed(listed('E100123 Ana'), asked)).toBe(true);
  expect(wasListed(listed('Find member', 'E100123'), asked)).toBe(false);
  expect(wasListed(listed('E100123 Ana'), { ...asked, apps: ['harborlight'] })).toBe(false);
});

function hubOf({ world }: Task): string {
  const host = world.consoles.find(({ name }) => name === 'freightlane')?.host;
  return `http://${host}.${world.company.domain}/members`;
}

function field(name: string, value?: string): Observation {
  return { tree: { ref: 'e1', role: 'searchbox', name, ...(value ? { value } : {}) } } as Observation;
}

it('a screen says what it prints, and what nobody can type', () => {
  expect(printedOn(field('Find member', 'E100123'))).toBe('Find member');
  const fixed = field('Number', 'INC0041290');
  expect(printedOn({ ...fixed, tree: { ...fixed.tree, readonly: true } })).toBe('Number\nINC0041290');
});
