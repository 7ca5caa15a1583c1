import { expect, it } from 'vitest';
import { catalog } from '../../../../src/catalog.ts';
import { falseDeeds } from '../../../../src/scenario/record/claims.ts';
import type { Deed } from '../../../../src/scenario/record/ledger.ts';
import { segmentsOf } from '../../../../src/scenario/record/segments.ts';
import { makeWorld } from '../../../support/fixtures.ts';

const world = makeWorld();
const tellings = Object.values(catalog.range.apps).flatMap(({ name, evidence }) =>
  (evidence?.tellings ?? []).map(telling => ({ ...telling, app: name })),
);
const codesOf = (app: string): string[] =>
  Object.values(world.entitlements).flatMap(each => (each.app === app ? each.code : []));
const [group = ''] = codesOf('harborlight');
const [role = '', other = '', third = ''] = codesOf('corvane').filter(code => code.includes('_'));

const ended = (app: string, code: string): Deed => ({
  ...{ app, effect: 'REVOKE', verb: 'End', entity: `grants/${code}`, subject: 'E1', ticket: null },
  ...{ entitlement: `${app}/${code}`, telling: { of: () => true, did: ['removed', 'ended'] } },
  ...{ detail: '', kept: '' },
});

const deeds = [ended('harborlight', group), ended('corvane', role), ended('corvane', other)];
const court = { ledger: { deeds, checks: [], newChecks: [], calls: null, tellings }, world, isDone: true };

it('a list after an act of one console may begin an act of another', () => {
  const note = `The user removed from ${group} in Harborlight ID; ${role}, ${other} ended in Corvane.`;
  expect(falseDeeds(segmentsOf(note), court)).toEqual([]);
  expect(falseDeeds(segmentsOf(note.replace(role, third)), court)).not.toEqual([]);
});
