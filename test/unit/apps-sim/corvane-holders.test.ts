import { expect, it } from 'vitest';
import { holderListed } from '../../../apps-sim/corvane/skills.ts';

/** An administrator has a user for daily work and one for administration, both of one worker number. */
const state = {
  corvane: {
    users: { KOSMAR: { workerId: 'E100001' }, ADM100001: { workerId: 'E100001' } },
    roles: { BC_AP_CLERK: { contains: ['FI_AP_DISPLAY'] }, FI_AP_DISPLAY: { contains: [] } },
    roleAssignments: {
      '1': { user: 'ADM100001', role: 'BC_AP_CLERK' },
      '2': { user: 'KOSMAR', role: 'FI_AP_DISPLAY' },
    },
  },
} as never;

it('asks for the user that holds a role, where a person has two', () => {
  expect(holderListed(state, 'E100001', 'BC_AP_CLERK').texts).toEqual(['BC_AP_CLERK', 'ADM100001']);
});

it('counts a role inside a composite one', () => {
  expect(holderListed(state, 'E100001', 'FI_AP_DISPLAY').texts).toEqual(['FI_AP_DISPLAY', 'ADM100001']);
});

it('cannot ask for what nobody holds', () => {
  expect(() => holderListed(state, 'E100002', 'FI_AP_DISPLAY')).toThrow(
    'a user of E100002 with FI_AP_DISPLAY',
  );
});
