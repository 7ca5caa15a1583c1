import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Manifest, viewportsIn } from '../../../../src/dataset/card/manifest.ts';
import type { RecipeInput } from '../../../../src/dataset/plan/recipe.ts';
import { verifyDataset } from '../../../../src/dataset/verify/verify.ts';
import type { Episode, Step } from '../../../../src/env/recorded.ts';
import type { Observation, Viewport } from '../../../../src/screen/observation.ts';
import { makeDataset, makeScreen, VIEWPORT } from '../../../support/dataset.ts';
import { makePng } from '../../../support/png.ts';

const LARGE = { width: 400, height: 300 };
const RECIPE = { episodes: 1, scenarios: ['joiner/one'], policies: { expert: 1 }, edgeShare: 0 };

async function problemsOf(
  episode: (made: Episode) => Episode,
  viewports: Viewport[] = [VIEWPORT],
  scales: RecipeInput['scales'] = { 1: 1 },
) {
  const { folder } = await makeDataset({ ...RECIPE, viewports, scales }, { episode });
  const { problems } = await verifyDataset(folder);
  return problems.map(({ file, row, reason }) => `${file} row ${row}: ${reason}`).join('\n');
}

const sized = (screen: Observation, viewport: Viewport): Observation => ({ ...screen, viewport });

/** An episode of large screens that show one thing, at which its first step aims in a box. */
const large =
  (box: [number, number, number, number]) =>
  (made: Episode): Episode => {
    const change = (screen: Observation): Observation => ({
      ...sized(screen, LARGE),
      tree: { ...screen.tree, box: [0, 0, LARGE.width, LARGE.height], children: [] },
      screenshot: makePng(LARGE.width, LARGE.height),
    });
    const step = (old: Step): Step => ({
      ...old,
      observation: change(old.observation),
      point: null,
      aimed: old.aimed && { ref: 'e1', role: 'main', name: '', box },
    });
    return { ...made, final: change(made.final), steps: made.steps.map(step) };
  };

describe('the size of a screen', () => {
  it('is that of its row: boxes and pictures are held against it, and not against that of others', async () => {
    const both = [VIEWPORT, LARGE];
    expect(await problemsOf(large([10, 10, 390, 280]), both)).toBe('');
    expect(await problemsOf(large([10, 10, 401, 100]), both)).toMatch(
      /row 0: target_bbox leaves the screen: 10, 10, 401, 100/,
    );
  });

  it('is one of the dataset', async () => {
    expect(await problemsOf(large([10, 10, 390, 280]))).toMatch(/row 0: the screen is 400x300/);
  });

  it('is the same in all of an episode, and that of the pictures', async () => {
    const other = ({ observation, ...step }: Step): Step =>
      ({ ...step, observation: step.index === 1 ? sized(observation, LARGE) : observation }) as Step;
    const found = await problemsOf(made => ({ ...made, steps: made.steps.map(other) }), [VIEWPORT, LARGE]);
    expect(found).toMatch(/row 1: width changes within the episode/);
    expect(found).toMatch(/row 1: the picture is 320 x 240/);
  });

  it('is in CSS pixels, and its picture as much larger as its scale says', async () => {
    const twice = { ...VIEWPORT, scale: 2 };
    const shown = (png: Uint8Array) => (made: Episode) => {
      const change = (screen: Observation): Observation => ({ ...sized(screen, twice), screenshot: png });
      const steps = made.steps.map(step => ({ ...step, observation: change(step.observation) }));
      return { ...made, steps, final: change(made.final) };
    };
    const scales = { 1: 1, 2: 1 };
    const right = makePng(2 * VIEWPORT.width, 2 * VIEWPORT.height);
    expect(await problemsOf(shown(right), [VIEWPORT], scales)).toBe('');
    const small = makePng(VIEWPORT.width, VIEWPORT.height);
    expect(await problemsOf(shown(small), [VIEWPORT], scales)).toMatch(/row 0: the picture is 320 x 240/);
    expect(await problemsOf(shown(right))).toMatch(/row 0: the screen is 320x240@2/);
  });

  it('is the same in every table', async () => {
    const found = await problemsOf(
      made => ({ ...made, final: sized(makeScreen(1), LARGE) }),
      [VIEWPORT, LARGE],
    );
    expect(found).toMatch(/trajectories.*width is 400, but the steps say 320/);
  });

  it('was one for all in datasets of old', async () => {
    const { folder } = await makeDataset({ episodes: 1 });
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
    const { viewports, scales: _, ...rest } = manifest.config.inline;
    expect(viewportsIn(manifest)).toEqual(viewports);
    const inline = { ...rest, viewport: VIEWPORT } as unknown as Manifest['config']['inline'];
    expect(viewportsIn({ ...manifest, config: { ...manifest.config, inline } })).toEqual([VIEWPORT]);
  });
});
