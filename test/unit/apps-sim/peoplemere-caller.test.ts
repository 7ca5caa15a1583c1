import { expect, it } from 'vitest';
import { act, makeTask } from '../../support/fixtures.ts';

it('a worker whose record is in front is not looked up a second time', async () => {
  const { steps, verdict } = await act(makeTask({ scenario: 'leavers/emergency-termination' }));
  expect(verdict.success).toBe(true);
  const opened = steps.filter(({ instruction }) => /^Click the link "[EC]\d+"$/.test(instruction));
  expect(opened.length).toBeGreaterThan(0);
  expect(new Set(opened.map(({ instruction }) => instruction)).size).toBe(opened.length);
});
