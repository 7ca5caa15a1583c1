import { describe, expect, it } from 'vitest';
import { appContract } from './contracts/app.ts';
import { problemsOf } from './contracts/check.ts';
import { canary, canaryRange } from './support/canary/app.ts';

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
    ['shows hostile text as text', /hostile markup is markup/],
  ];
  it.each(bites)('is caught: %s: %s', async (clause, finding) => {
    expect((await problemsOf(checks, clause)).join('\n')).toMatch(finding);
  });
});
