import { expect, it } from 'vitest';
import { generateWorld } from '../../../src/index.ts';

it.each(['contracts/9', 'contracts/19'])('a contract ends after its first day: %s', seed => {
  const { persons } = generateWorld({ seed, people: 250 });
  const held = Object.values(persons).filter(({ contractEnd }) => contractEnd !== null);
  expect(held.some(({ status }) => status === 'prehire')).toBe(true);
  expect(held.filter(({ contractEnd, hireDay }) => (contractEnd ?? '') <= hireDay)).toEqual([]);
});
