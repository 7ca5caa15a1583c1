import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { catalog } from '../../../../src/catalog.ts';
import { createHub, type Hub } from '../../../../src/server/hub/hub.ts';
import { keepState, readState, resumeState, writeState } from '../../../../src/server/hub/state.ts';
import { makeHub } from './client.ts';

let folder: string;
let path: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'iam-range-hub-'));
  path = join(folder, 'state.json');
});
afterAll(() => rmSync(folder, { recursive: true }));

const version = '1';
const open = (hub: Hub, app: string, at: string) =>
  hub.exchange({ method: 'GET', url: hub.session.host.addressOf(app, at), form: [] });

/** A hub with something of everything that a state holds. */
function worked(): Hub {
  const task = { scenario: 'requests/add-to-group', seed: '3', edge: 'namesake', fault: 'session-expires' };
  const hub = makeHub({ task });
  const number = String(hub.laid.task?.params.ticket);
  open(hub, 'brightqueue', `/tickets/${number}`);
  const url = hub.session.host.addressOf('brightqueue', `/tickets/${number}`);
  hub.disarm(['session-expires']);
  hub.exchange({ method: 'POST', url, form: [['group', 'Service Desk']] });
  hub.arm(['stale-record']);
  hub.advance(60_000);
  hub.declare({ kind: 'complete', note: 'Done.' });
  return hub;
}

function again(): Hub {
  const saved = readState(path, { version });
  if (!saved) throw new Error('No state');
  const hub = createHub({ catalog, setting: saved.setting });
  resumeState(hub, saved, path);
  return hub;
}

describe('a state file', () => {
  test('brings everything back: data, clock, visits, faults, outcome and the pages for the judge', () => {
    const hub = worked();
    expect(hub.session.changes().length).toBeGreaterThan(0);
    writeState(hub, { path, version });
    const other = again();
    expect(other.laid.setting).toEqual(hub.laid.setting);
    expect(other.session.changes()).toEqual(hub.session.changes());
    expect(other.verdict()).toEqual(hub.verdict());
    expect(other.revision).toBe(hub.revision);
    expect(other.progress()).toEqual(JSON.parse(JSON.stringify(hub.progress())));
    // Both go on alike, the armed fault included.
    const next = ['/my-work', '/tasks'].map(at => [
      open(hub, 'brightqueue', at),
      open(other, 'brightqueue', at),
    ]);
    for (const [one, two] of next) expect(two).toEqual(one);
    other.reset();
    expect(other.session.changes()).toEqual([]);
  });

  test('is written whole: nothing else stays in the folder, and what was there is replaced', () => {
    writeState(makeHub(), { path, version });
    const first = readFileSync(path, 'utf8');
    writeState(worked(), { path, version });
    expect(readFileSync(path, 'utf8')).not.toBe(first);
    expect(readdirSync(folder).sort()).toEqual(['state.json']);
  });

  test('of another seed, size, version or company is refused', () => {
    writeState(makeHub(), { path, version });
    expect(readState(join(folder, 'none.json'), { version })).toBeUndefined();
    expect(() => readState(path, { version, seed: '2' })).toThrow(/of seed 1, not 2[\s\S]*--seed 1/);
    expect(() => readState(path, { version, people: 81 })).toThrow(/of people 80, not 81/);
    expect(() => readState(path, { version: '2' })).toThrow(/of version 1, not 2/);
    const kept = readState(path, { version });
    if (!kept) throw new Error('No state');
    expect(() => resumeState(makeHub({ seed: '2' }), kept, path)).toThrow(/belongs to other consoles/);
  });

  test.each([
    ['cut off', (text: string) => text.slice(0, 100), /no JSON/],
    ['of another kind', () => '{"format":"other"}', /format/],
    ['without its clock', (text: string) => text.replace('"nowMs"', '"now"'), /nowMs/],
  ])('that is %s is refused', (_, damage, why) => {
    writeState(makeHub(), { path, version });
    writeFileSync(path, damage(readFileSync(path, 'utf8')));
    expect(() => readState(path, { version })).toThrow(why);
  });

  test('is written soon after a change, once for several, and trouble of the disk is reported', async () => {
    const troubles: Error[] = [];
    const onTrouble = (error: Error): number => troubles.push(error);
    const hub = makeHub();
    const keeper = keepState(hub, { path, version, onTrouble });
    keeper.write();
    hub.advance(1000);
    keeper.note();
    keeper.note();
    await new Promise(done => setImmediate(done));
    expect(again().session.nowMs).toBe(hub.session.nowMs);
    const lost = keepState(hub, { path: join(folder, 'no', 'such.json'), version, onTrouble });
    lost.note();
    await new Promise(done => setImmediate(done));
    expect(troubles.map(error => error.message)).toEqual([expect.stringContaining('such.json')]);
  });
});
