import { expect, it } from 'vitest';
import { InfraError } from '../../../../src/core/errors.ts';
import { type ActOptions, type Acted, actOut } from '../../../../src/dataset/commit/act-out.ts';
import { DeterminismError } from '../../../../src/dataset/commit/errors.ts';
import type { SetAside } from '../../../../src/dataset/commit/record.ts';
import { catalogInfoOf } from '../../../../src/dataset/plan/catalog-info.ts';
import { planEpisodes } from '../../../../src/dataset/plan/plan.ts';
import { createEnv, type Env } from '../../../../src/env/env.ts';
import { domSurfaces } from '../../../../src/surface/dom/surface.ts';
import { makeRecipe } from '../../../support/dataset.ts';
import { madeUpCatalog } from '../../../support/made-up/catalog.ts';

const asked = { episodes: 1, scenarios: ['made-up/label-box'], edgeShare: 0, faultShare: 0 };
const [planned] = planEpisodes(
  makeRecipe({ ...asked, policies: { expert: 1 } }),
  catalogInfoOf(madeUpCatalog),
);
if (!planned) throw new Error('nothing is planned');

/** Acts an episode out where resets throw these, one after another, and then nothing; and the judge may say the reverse. */
async function acted(
  failures: unknown[],
  { isTurned = false, ...changes }: Partial<ActOptions> & { isTurned?: boolean } = {},
): Promise<Acted> {
  const env = createEnv({ catalog: madeUpCatalog, surfaces: domSurfaces() });
  const left = [...failures];
  const reset: Env['reset'] = async task => {
    if (left.length > 0) throw left.shift();
    return env.reset(task);
  };
  const step: Env['step'] = async move => {
    const result = await env.step(move);
    const { verdict } = result;
    return isTurned && verdict ? { ...result, verdict: { ...verdict, success: !verdict.success } } : result;
  };
  const shaky: Env = Object.create(env, { reset: { value: reset }, step: { value: step } });
  try {
    return await actOut({
      catalog: madeUpCatalog,
      env: shaky,
      planned,
      people: 50,
      ...changes,
    } as ActOptions);
  } finally {
    await env.close();
  }
}

it('an episode that crashes twice alike is set aside', async () => {
  const crash = (): TypeError => new TypeError('no such box');
  const found = await acted([crash(), crash()]);
  expect(found).toMatchObject({
    setAside: { id: planned.id, policy: 'expert', reason: 'crash', check: 'TypeError: no such box' },
  });
});

it('what crashes otherwise the second time is a fault of the program', async () => {
  await expect(acted([new TypeError('one'), new RangeError('other')])).rejects.toThrow('other');
});

it('trouble of the machine, the disk and two deliveries that differ are never an episode’s own', async () => {
  const again: string[] = [];
  const onAgain = (id: string): void => void again.push(id);
  const infra = (): InfraError => new InfraError('BROWSER', 'gone');
  expect(await acted([infra(), infra()], { onAgain })).toHaveProperty('episode');
  expect(again).toHaveLength(2);
  await expect(acted([infra(), infra(), infra()])).rejects.toThrow(/failed .* in 3 of 3 runs/);
  const full = (): Error => Object.assign(new Error('ENOSPC'), { syscall: 'write' });
  await expect(acted([full(), full()])).rejects.toThrow('ENOSPC');
  const differing = (): Error => new DeterminismError('made twice');
  await expect(acted([differing(), differing()])).rejects.toThrow(DeterminismError);
});

it('an expert that fails, and a mistake that passes, are set aside', async () => {
  const turned = { isTurned: true };
  const failed = await acted([], turned);
  expect(failed).toMatchObject({ setAside: { reason: 'failed', policy: 'expert', check: 'expert failed' } });
  const mistaken = { ...planned, policy: 'with-mistake', mistake: 'shouted' } as const;
  const { setAside } = (await acted([], { ...turned, planned: mistaken })) as { setAside: SetAside };
  expect(setAside).toMatchObject({ reason: 'passed', check: `${setAside.policy} succeeded` });
  expect(setAside.repeat).toMatch(/ --policy with-mistake:[\w-]+$/);
});
