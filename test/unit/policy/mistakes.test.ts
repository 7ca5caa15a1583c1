import { afterAll, describe, expect, it } from 'vitest';
import { catalog } from '../../../src/catalog.ts';
import { runEpisode } from '../../../src/env/episode.ts';
import type { Episode } from '../../../src/env/recorded.ts';
import { createMirror } from '../../../src/policy/mistakes/mirror.ts';
import { mistakesOf, needsFault, withMistake } from '../../../src/policy/with-mistake.ts';
import type { TaskRequest } from '../../../src/scenario/task.ts';
import { scenarioNamed } from '../../../src/scenario/catalog.ts';
import { makeEnv, makeTask } from '../../support/fixtures.ts';

const env = makeEnv();
afterAll(() => env.close());

const make = (kind: string, request: Partial<TaskRequest>): Promise<Episode | null> =>
  runEpisode({ id: 'test', catalog, env, task: makeTask(request), policy: withMistake(catalog, kind) });

/** Where each kind is made, what its first wrong step is, and what the judge finds. */
const MADE: [kind: string, scenario: string, more: Partial<TaskRequest>, first: RegExp, found: RegExp][] = [
  ['extra-change', 'requests/add-to-group', {}, /Click/, /^nothing else$/m],
  ['foreign-ticket', 'requests/add-to-group', {}, /Type/, /^P-01$/],
  ['forgot-save', 'requests/add-to-group', {}, /Press escape|Click|Finish/, /^must/m],
  ['ignored-error', 'requests/add-to-group', { fault: 'stale-record' }, /Click|Finish/, /^must/m],
  // Which of the identifiers is hit is the seed's: that of the record, or of the ticket.
  ['mistyped', 'disconnected/assign-erp-role', { seed: 'check/1' }, /Type/, /^must|^P-01$/m],
  ['skipped-check', 'requests/add-to-group', {}, /Click/, /^P-02$/m],
  ['stopped-early', 'leavers/planned-leaver', {}, /Finish/, /^must/m],
  ['wrong-answer', 'questions/who-approved', {}, /Finish/, /^outcome$/m],
  ['wrong-option', 'requests/add-to-group', {}, /Click the (option|radio)/, /^must/m],
  ['wrong-outcome', 'requests/add-to-group', {}, /Finish/, /^outcome$/m],
  ['wrong-reason', 'requests/add-to-group', { edge: 'missing-approval' }, /Finish/, /^outcome$/m],
  ['wrong-target', 'requests/add-to-group', {}, /Type|Click/, /^nothing else$/m],
];

describe('mistakes', () => {
  it.each(MADE)('%s is made in %s and found', async (kind, scenario, more, first, found) => {
    const episode = await make(kind, { scenario, ...more });
    expect(episode?.verdict.success).toBe(false);
    expect(episode?.steps[episode.mistakeStep ?? -1]?.instruction).toMatch(first);
    const parts = episode?.verdict.parts.filter(part => !part.isOk).map(({ name }) => name) ?? [];
    expect(parts.join('\n')).toMatch(found);
  });

  it.each([
    ['closed-first', 'requests/remove-from-group', {}, ['P-01', 'order']],
    ['recorded-first', 'authentication/temporary-pass', { seed: 'test/6' }, ['P-07']],
  ])('%s is made in %s, and found', async (kind, scenario, more, found) => {
    const episode = await make(kind, { scenario, ...more });
    expect(episode?.verdict.parts.filter(({ isOk }) => !isOk).map(({ name }) => name)).toEqual(
      expect.arrayContaining(found),
    );
  });

  it('of a wrong target have one step at fault: what came before is good, what follows comes after a mistake', async () => {
    const episode = await make('wrong-target', { scenario: 'requests/add-to-group' });
    const labels = episode?.steps.map(({ label }) => label) ?? [];
    const at = episode?.mistakeStep ?? -1;
    expect(at).toBeGreaterThan(0);
    expect(labels[at]).toBe('wrong');
    expect(new Set(labels.slice(0, at))).toEqual(new Set(['good']));
    expect(new Set(labels.slice(at + 1, -1))).toEqual(new Set(['after_mistake']));
    expect(labels.at(-1)).toBe('wrong');
  });

  it('are all tried here, and each scenario adds its own', () => {
    const general = mistakesOf(catalog, { ...scenarioNamed(catalog, 'requests/add-to-group'), mistakes: {} });
    expect(MADE.map(([kind]) => kind)).toEqual(general);
    expect(mistakesOf(catalog, scenarioNamed(catalog, 'requests/add-to-group'))).toContain('extra-grant');
  });

  it('are not made where they do no harm', async () => {
    const scenario = 'requests/add-to-group';
    // The save went through before its error page was shown.
    expect(await make('ignored-error', { scenario, fault: 'server-error' })).toBeNull();
    expect(await make('wrong-answer', { scenario })).toBeNull();
    expect(await make('wrong-reason', { scenario })).toBeNull();
    // The approval is missing, so nobody is ever touched.
    expect(await make('wrong-target', { scenario, edge: 'missing-approval' })).toBeNull();
  });

  it('of going on after an error need one, and the others do without', async () => {
    const scenario = 'requests/add-to-group';
    expect(needsFault(catalog, 'ignored-error')).toBe(true);
    expect(await make('ignored-error', { scenario })).toBeNull();
    expect(await make('stopped-early', { scenario, fault: 'stale-record' })).toBeNull();
  });

  it('of a check made up are found: the record says what was not done', async () => {
    const episode = await make('wrong-option', { scenario: 'authentication/mfa-reset', seed: 'check/1' });
    expect(episode?.steps.some(({ instruction }) => /option|radio/.test(instruction))).toBe(true);
    expect(episode?.verdict.success).toBe(false);
  });
});

describe('a mirror', () => {
  const mirror = createMirror([
    ['E100101', 'E100202'],
    ['ana.tadic@x.example', 'ana.tadic2@x.example'],
    ['Ana Tadić', 'Ana Tadić'],
    ['', 'E100303'],
  ]);

  it('exchanges words both ways, the longest first, and nothing twice', () => {
    expect(mirror.text('E100101 is not E100202')).toBe('E100202 is not E100101');
    expect(mirror.text('ana.tadic2@x.example, ana.tadic@x.example')).toBe(
      'ana.tadic@x.example, ana.tadic2@x.example',
    );
    expect(mirror.text(mirror.text('Ana Tadić (E100101), E100303'))).toBe('Ana Tadić (E100101), E100303');
  });

  it('says of an act whether it is another in truth', () => {
    expect(mirror.act({ kind: 'type', text: 'E100101' })).toEqual({
      action: { kind: 'type', text: 'E100202' },
      isOther: true,
    });
    const at = { role: 'link', name: 'Users' };
    expect(mirror.act({ kind: 'click', at })).toEqual({ action: { kind: 'click', at }, isOther: false });
    const row = { role: 'link', name: 'Open', within: { role: 'row', name: 'E100202' } };
    expect(mirror.act({ kind: 'click', at: row }).action).toMatchObject({
      at: { within: { name: 'E100101' } },
    });
  });
});
