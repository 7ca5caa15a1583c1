import { describe, expect, it } from 'vitest';
import { click, button } from '../../../src/screen/script/verbs.ts';
import { act, makeTask } from '../../support/fixtures.ts';

describe('a script that gets stuck', () => {
  const policy = { name: 'lost', begin: () => click(button('Nowhere')) as never };

  it('hands over in plain words, and the technical line stands beside', async () => {
    const { outcome, stuck, steps } = await act(makeTask(), { policy });
    expect(outcome).toMatchObject({ kind: 'escalate', reason: 'SYSTEM_FAILURE' });
    expect(outcome?.note).toMatch(
      /^I tried to click the button "Nowhere" and could not go on from “My work”\./,
    );
    expect(outcome?.note).not.toMatch(/not found|repeat|npx|http/i);
    expect(stuck).toMatch(/^Target not found: button "Nowhere"[\s\S]*repeat {3}npx iam-range replay/);
    expect(steps.map(({ label }) => label)).toEqual(['failed', 'wrong']);
  });

  it('is nothing that others are', async () => {
    expect((await act(makeTask())).stuck).toBeNull();
  });
});
