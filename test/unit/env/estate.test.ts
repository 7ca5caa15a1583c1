import { describe, expect, it } from 'vitest';
import { catalog } from '../../../src/catalog.ts';
import { createSession, type Session } from '../../../src/env/session.ts';
import { expert } from '../../../src/policy/expert.ts';
import { appsBefore } from '../../../src/scenario/task.ts';
import { findAll } from '../../../src/screen/find.ts';
import { nodesOf } from '../../../src/screen/script/sight.ts';
import { BAR } from '../../../src/screen/script/verbs.ts';
import { tryPolicy } from '../../../src/eval/trial.ts';
import { makeEnv, makeTask } from '../../support/fixtures.ts';

const SCENARIO = 'requests/add-to-group';
const task = makeTask({ scenario: SCENARIO });

const begin = (): Session => {
  const { world, skins, seed } = task;
  return createSession(catalog, { world, skins, seed, task, appNames: appsBefore(task) });
};

/** Changes something in a console that the scenario does not work in. */
function meddle({ host }: Session): void {
  const [worker] = Object.values(task.world.persons).filter(({ status }) => status === 'active');
  const url = host.addressOf('peoplemere', `/workers/${worker?.workerId}/contact/show`);
  const form = [
    ['reason', 'call-back'],
    ['ticket', 'INC0041290'],
  ] as const;
  expect(host.exchange({ method: 'POST', url, form }).status).toBe(303);
}

describe('the estate of an episode', () => {
  it('stands in the bar whole, so that the bar does not tell where the work is', async () => {
    const env = makeEnv();
    const { tree } = await env.reset(task);
    await env.close();
    const [bar] = findAll(tree, BAR);
    const titles = Object.values(catalog.range.apps).map(({ title }) => title);
    const links = (bar ? nodesOf(bar) : []).filter(({ role }) => role === 'link').map(({ name }) => name);
    expect(links.filter(name => titles.includes(name))).toEqual(
      appsBefore(task).map(name => catalog.range.apps[name]?.title),
    );
    expect(links.filter(name => titles.includes(name))).toHaveLength(titles.length);
  });

  it('is judged whole: a change where the scenario does not work is seen, counted and undone by a restore', () => {
    const session = begin();
    const [start, hash] = [session.snapshot(), session.stateHash];
    meddle(session);
    const { changes, events } = session.take();
    expect(changes.map(({ app }) => app)).toContain('peoplemere');
    expect(events.map(({ app }) => app)).toEqual(['peoplemere']);
    expect(session.stateHash).not.toBe(hash);
    const verdict = session.judge({ kind: 'complete', note: 'Done.' });
    const stray = verdict?.parts.find(({ name }) => name === 'nothing else');
    expect(stray).toMatchObject({ isOk: false, detail: expect.stringContaining('peoplemere/') });
    const dirty = session.snapshot();
    session.restore(start);
    expect([session.changes(), session.stateHash]).toEqual([[], hash]);
    session.restore({ ...dirty, host: JSON.parse(JSON.stringify(dirty.host)) });
    expect(session.changes()).toEqual(verdict?.changes);
  });

  it('is not all for work: an expert in a console that its scenario does not name is no proof of it', async () => {
    const env = makeEnv();
    const setting = { scenario: SCENARIO, edge: null, fault: null, skin: 0, seed: task.seed };
    const expected = { policy: expert, mustSucceed: true };
    const named = await tryPolicy({ catalog, env }, { setting, task }, expected);
    expect(named).toMatchObject({ success: true });
    const scenario = catalog.scenarios[SCENARIO];
    const scenarios = { ...catalog.scenarios, [SCENARIO]: { ...scenario, apps: ['brightqueue'] } };
    const room = { catalog: { ...catalog, scenarios } as typeof catalog, env };
    const trial = await tryPolicy(room, { setting, task }, expected);
    await env.close();
    expect(trial.success).toBe(false);
    expect(trial.detail).toContain('works in console harborlight, which the scenario does not name');
  });
});
