import { describe, expect, it } from 'vitest';
import { movePerson } from '../../../src/world/lay-move.ts';
import { activeEmployees } from '../../../src/world/questions.ts';
import type { World } from '../../../src/world/world.ts';
import { makeWorld } from '../../support/fixtures.ts';

function moveSomebody(isPending: boolean): { before: World; after: World; workerId: string; to: string } {
  const before = makeWorld();
  const after = structuredClone(before);
  const heads = Object.values(before.departments).map(({ head }) => head);
  const person = activeEmployees(before).find(({ workerId }) => !heads.includes(workerId));
  const workerId = person?.workerId ?? '';
  const to = Object.values(before.departments).find(
    ({ code, head }) => head !== null && code !== person?.department,
  )?.code;
  movePerson(after, {
    workerId,
    department: to ?? '',
    title: 'Clerk',
    effective: '2025-10-14',
    isPending,
  });
  return { before, after, workerId, to: to ?? '' };
}

describe('movePerson', () => {
  it('gives a new position under the head, leaves the old one vacant and all accounts as they were', () => {
    const { before, after, workerId, to } = moveSomebody(false);
    const old = before.persons[workerId]?.position ?? '';
    const person = after.persons[workerId];
    expect(person?.department).toBe(to);
    expect(person?.manager).toBe(before.departments[to]?.head);
    expect(after.positions[person?.position ?? '']).toMatchObject({ incumbent: workerId, title: 'Clerk' });
    expect(after.positions[old]?.incumbent).toBeNull();
    expect(after.accounts).toEqual(before.accounts);
    expect(after.hrEvents.at(-1)).toMatchObject({ workerId, kind: 'Change job', state: 'Completed' });
  });

  it('only enters the event while the move is pending', () => {
    const { before, after, workerId } = moveSomebody(true);
    expect(after.persons).toEqual(before.persons);
    expect(after.positions).toEqual(before.positions);
    expect(after.hrEvents.at(-1)).toMatchObject({ workerId, state: 'In progress' });
  });
});
