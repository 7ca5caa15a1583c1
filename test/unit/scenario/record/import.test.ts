import { describe, expect, it } from 'vitest';
import { must } from '../../../../src/core/assert.ts';
import { act, makeTask } from '../../../support/fixtures.ts';

describe('the record of an import', () => {
  it('names everybody who was invited, and the approval of each', async () => {
    const scenario = 'disconnected/partner-import';
    const done = async (seed: string) => act(makeTask({ scenario, seed, worldSeed: seed, people: 250 }));
    const ends = await Promise.all(['p24/1', 'p24/2', 'p24/3', 'p24/4'].map(done));
    const { outcome, task } = must(
      ends.find(({ outcome: end }) => end?.kind === 'complete'),
      'a list that goes in',
    );
    const people = task.params.people as { email: string; request: string }[];
    expect(outcome?.kind).toBe('complete');
    for (const { email, request } of people) {
      expect(outcome?.note).toContain(email);
      expect(outcome?.note).toContain(request);
    }
  });
});
