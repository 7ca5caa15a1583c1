import { expect, it } from 'vitest';
import { init } from '../../../apps-sim/brightqueue/state.ts';
import { refusalOf, saveRecord } from '../../../apps-sim/brightqueue/tickets.ts';
import { must } from '../../../src/core/assert.ts';
import { makeWorld } from '../../support/fixtures.ts';

const world = makeWorld();

/** Closes the first open record of a kind with what was filled in; gives what came of it. */
function close(kind: 'task' | 'incident', form: Record<string, string>) {
  const draft = structuredClone(init(world));
  const isOpen = (state: string): boolean => ['New', 'In Progress'].includes(state);
  const ticket = must(
    Object.values(draft.tickets).find(one => one.kind === kind && isOpen(one.state)),
    `an open ${kind}`,
  );
  const { nowMs, operator } = world;
  const request = { form: { act: 'close', closeNotes: 'Read back.', ...form }, nowMs, operator };
  const refusal = refusalOf(draft, ticket, request);
  if (!refusal) saveRecord(draft, ticket, request);
  return { problems: Object.keys(refusal?.problems ?? {}), ticket };
}

it('closes an incident with the codes of incidents alone', () => {
  const { ticket } = close('incident', { closeCode: 'Solved (Permanently)' });
  expect(ticket).toMatchObject({ state: 'Closed', closeCode: 'Solved (Permanently)' });
  expect(close('incident', { closeCode: 'Closed Complete' }).problems).toEqual(['closeCode']);
});

it('closes a task with the codes of tasks alone, and its state tells which', () => {
  const { ticket } = close('task', { closeCode: 'Closed Complete' });
  expect(ticket).toMatchObject({ state: 'Closed Complete', closeCode: 'Closed Complete' });
  expect(close('task', { closeCode: 'Solved (Permanently)' }).problems).toEqual(['closeCode']);
});

it('asks for the reason of a refusal, and keeps it', () => {
  const closeCode = 'Not Solved (Not Permitted)';
  expect(close('incident', { closeCode }).problems).toEqual(['closeReason']);
  const { ticket } = close('incident', { closeCode, closeReason: 'POLICY_PROHIBITED' });
  expect(ticket).toMatchObject({ state: 'Closed', closeReason: 'POLICY_PROHIBITED' });
});
