import { afterAll, describe, expect, it } from 'vitest';
import { catalog } from '../../../src/catalog.ts';
import { scenarioNamed } from '../../../src/scenario/catalog.ts';
import type { Episode } from '../../../src/env/recorded.ts';
import { act, makeEnv, makeHost, makeTask } from '../../support/fixtures.ts';
import { runs } from '../../support/share.ts';

const env = makeEnv();
afterAll(() => env.close());

const SEEDS = Array.from({ length: 8 }, (_, i) => `ending/${i + 1}`);

async function endingsOf(
  scenario: string,
  edge: string | null = null,
  seeds: readonly string[] = SEEDS,
): Promise<Episode[]> {
  const out: Episode[] = [];
  for (const seed of seeds) out.push(await act(makeTask({ scenario, seed, edge }), { env }));
  expect(out.map(({ verdict }) => verdict.success)).not.toContain(false);
  return out;
}

/** The articles that were opened in an episode. */
function readIn({ steps }: Episode): string[] {
  return steps.flatMap(({ observation }) => /\/knowledge\/((?:KB|P)-\d\d)/.exec(observation.url)?.[1] ?? []);
}

describe('an ending that is no success', () => {
  it('of a list without seats for all is for those who own the application, as its article says', async () => {
    const short = (await endingsOf('disconnected/partner-import')).filter(
      ({ outcome }) => outcome?.kind === 'escalate',
    );
    expect(short).not.toEqual([]);
    for (const episode of short) {
      expect(episode.outcome?.reason).toBe('OUT_OF_AUTHORITY');
      expect(readIn(episode)).toContain('KB-12');
    }
  });

  it.each(['rehire', 'start-moved'])('of a new starter of whom HR tells another story: %s', async edge => {
    const endings = await endingsOf('joiners/create-account', edge);
    const read = endings.flatMap(readIn);
    for (const { outcome } of endings) expect(outcome?.reason).toBe('CONFLICTING_DATA');
    expect(read).toContain('KB-13');
    expect(read).not.toContain('KB-01');
  });
});

describe('a refusal', () => {
  it.each(['authentication/temporary-pass', 'disconnected/unlock-erp-user'])(
    'allows a call back that it does not need, and demands none: %s',
    name => {
      const refusals = SEEDS.flatMap(seed => {
        const task = makeTask({ scenario: name, seed });
        const { apps } = makeHost({ world: task.world }).state;
        return scenarioNamed(catalog, name)
          .wanted({ ...task, state: apps })
          .filter(({ outcome }) => outcome === 'refuse');
      });
      const entities = (changes: readonly { entity: string }[]) => changes.map(({ entity }) => entity);
      expect(refusals).not.toEqual([]);
      for (const { must, may } of refusals) {
        expect(entities(may)).toEqual(expect.arrayContaining(['calls/*', 'verifications/*']));
        expect(entities(must)).not.toContain('calls/*');
        expect(entities(must)).not.toContain('verifications/*');
      }
    },
  );
});

describe('an order to lock somebody out', () => {
  it('counts from the offices that contain, and from nobody else but the manager', async () => {
    const who = new Set<string>();
    const seeds = Array.from({ length: 20 }, (_, i) => `office/${i + 1}`);
    for (const { task, outcome } of await endingsOf('leavers/emergency-termination', null, seeds)) {
      const { params, world } = task;
      const { requester = '', subject = '' } = params as Record<string, string>;
      const { department = '' } = world.persons[requester] ?? {};
      const office = /^(HRO|SEC)\d*$/.exec(department)?.[1];
      const isManager = world.persons[subject]?.manager === requester;
      expect(outcome?.reason === 'OUT_OF_AUTHORITY').toBe(office === undefined && !isManager);
      who.add(office ?? (isManager ? 'manager' : 'stranger'));
    }
    expect([...who].sort()).toEqual(expect.arrayContaining(['SEC', 'manager', 'stranger']));
  });
});

describe('a lost device', () => {
  it.each(['authentication/mfa-reset', 'authentication/remove-lost-factor'])(
    'is looked up in its article by a share of operators: %s',
    async scenario => {
      const seeds = Array.from({ length: runs({ few: 20, all: 30 }) }, (_, i) => `lost/${i + 1}`);
      const read = (await endingsOf(scenario, null, seeds)).map(episode => readIn(episode).includes('KB-14'));
      expect(new Set(read)).toEqual(new Set([true, false]));
    },
  );
});
