import { describe, expect, it } from 'vitest';
import type { Fault } from '../src/fault/define-fault.ts';
import { mend } from '../src/fault/healing.ts';
import type { Edge } from '../src/world/edges/define-edge.ts';
import { appContract } from './contracts/app.ts';
import { problemsOf } from './contracts/check.ts';
import { edgeContract } from './contracts/edge.ts';
import { faultContract } from './contracts/fault.ts';
import { scenarioContract } from './contracts/scenario.ts';
import { canary, canaryRange } from './support/canary/app.ts';
import { canaryCatalog } from './support/canary/scenario.ts';

/** Contracts that let a canary pass are no contracts: each clause must find what was broken for it. */

describe('a console that breaks every promise', () => {
  const checks = appContract(canary, canaryRange);
  const bites: [clause: string, finding: RegExp][] = [
    ['opens its home in every skin', /2 h1/],
    ['answers every link and button', /\/gone from .*: status 404/],
    ['answers every link and button', /\/crash from .*: Cannot assign/],
    ['draws pages that are whole', /id "twice" is there twice/],
    ['draws pages that are whole', /2 h1/],
    ['starts the same over the same world', /two states over one world differ/],
    ['keeps plain JSON', /canary\.seen: not a plain object/],
    ['changes nothing when it is read', /Cannot assign to read only/],
    ['knows no wall clock and no chance', /depends on the wall clock/],
    [
      'shows hostile text as text',
      /hostile markup is markup: an element script[\s\S]*text 0 reads ""[\s\S]*\d{3} are shown nowhere/,
    ],
  ];
  it.each(bites)('is caught: %s: %s', async (clause, finding) => {
    expect((await problemsOf(checks, clause)).join('\n')).toMatch(finding);
  });
});

describe('a scenario that breaks every promise', () => {
  const impossible = scenarioContract('canary/impossible', canaryCatalog);
  const idle = scenarioContract('canary/idle', canaryCatalog);
  const bites: [clause: string, finding: RegExp, checks?: typeof idle][] = [
    ['declares what exists', /no fault "no-such-fault"/],
    ['declares what exists', /no split for family "canary"/],
    ['draws the same plain task twice', /two tasks of one seed differ/],
    ['draws the same plain task twice', /params\.seen: not a plain object/],
    ['words its goals well', /shows undefined/],
    ['words its goals well', /stray spaces/],
    ['wants something that is not there yet', /names brightqueue\/dragons/],
    ['wants something that is not there yet', /is met before anything is done/, idle],
    ['starts at an address that opens', /status 404/],
    [
      'is done by its expert, edge by edge, and the same twice',
      /a dragon appears: .* did not change as wanted/,
    ],
    ['is not done by claiming it, or with a mistake', /claiming complete is judged a success/, idle],
  ];
  it.each(bites)('is caught: %s: %s', async (clause, finding, checks = impossible) => {
    expect((await problemsOf(checks, clause)).join('\n')).toMatch(finding);
  });
});

describe('a fault and an edge that break every promise', () => {
  let calls = 0;
  const fault = {
    name: 'flood',
    id: 'F-1',
    summary: 'never ends',
    shows: '',
    recovery: '',
    healing: { signs: [], isResult: true, heal: () => mend({ kind: 'wait', ms: 1 }) },
    arm: () => ({
      name: 'flood',
      memory: null,
      respond: () => ({ act: { kind: calls++ % 7 === 0 ? 'pass' : 'sign-out' }, memory: null }),
    }),
  } as Fault;
  const edge: Edge = { name: 'calm', id: 'E-01', summary: 'nothing', mayTurnTo: [], lay: () => {} };
  const faulty = faultContract('flood', fault);
  const bites: [clause: string, finding: RegExp][] = [
    ['says what it is', /summary is no sentence/],
    ['says what it is', /nobody knows it by sight/],
    ['strikes, and at most so often', /strikes of 1 to 3/],
    ['lets everything pass afterwards', /still strikes/],
    ['keeps all that it knows in its memory', /memory is a copy/],
  ];
  it.each(bites)('is caught: %s: %s', async (clause, finding) => {
    expect((await problemsOf(faulty, clause)).join('\n')).toMatch(finding);
  });
  it('is caught: says what it is', async () => {
    const checks = edgeContract(edge, { ...canaryCatalog, edges: { calm: edge } });
    expect(await problemsOf(checks, 'says what it is')).toEqual([
      'its summary is no sentence',
      'names no outcome',
    ]);
  });
});
