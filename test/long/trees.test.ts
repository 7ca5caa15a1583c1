import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalog } from '../../src/catalog.ts';
import { createEnv } from '../../src/env/env.ts';
import { briefingOf } from '../../src/policy/briefing.ts';
import { scenarioNamed } from '../../src/scenario/catalog.ts';
import type { Observation, ScreenNode } from '../../src/screen/observation.ts';
import { withHand } from '../../src/screen/script/hand.ts';
import { browserSurfaces } from '../../src/surface/browser/index.ts';
import type { Surface, SurfaceFactory } from '../../src/surface/surface.ts';
import { bare } from '../contracts/surface.ts';
import { makeEnv, makeTask, SCENARIOS } from '../support/fixtures.ts';

/** Every scenario, each in another skin. */
const SAMPLE = SCENARIOS.map((name, skins) => ({ name, skins }));

/** What both surfaces must agree on: the whole page, whatever of it is in view. */
function seen({ url, title, actionError }: Observation, whole: ScreenNode): object {
  return { url, title, actionError, tree: bare(whole) };
}

describe('the trees of both surfaces', () => {
  let factory: SurfaceFactory;
  let surface: Surface;
  beforeAll(async () => {
    factory = await browserSurfaces({ pictures: 'fast' });
  });
  afterAll(async () => {
    await factory.close();
  });

  it.each(SAMPLE)(
    'are equal all through $name, skin $skins',
    { timeout: 60_000 },
    async ({ name, skins }) => {
      const task = makeTask({ scenario: name, seed: 'trees', skins });
      const dom = makeEnv();
      const browser = createEnv({
        catalog,
        surfaces: {
          ...factory,
          open: async options => {
            surface = await factory.open(options);
            return surface;
          },
        },
      });
      try {
        let domScreen = await dom.reset(task);
        let browserScreen = await browser.reset(task);
        const whole = await surface.whole();
        expect(seen(browserScreen, whole), 'the first screen').toEqual(seen(domScreen, domScreen.tree));
        const scenario = scenarioNamed(catalog, name);
        const script = scenario.expert(briefingOf(task, scenario));
        // The hand scrolls where the browser must; the other surface takes the same time over it and sees no difference.
        const hand = withHand(script, browserScreen);
        let steps = 0;
        for (let next = hand.next(); !next.done; next = hand.next(browserScreen)) {
          steps++;
          domScreen = (await dom.step(next.value)).observation;
          browserScreen = (await browser.step(next.value)).observation;
          const about = `screen after step ${steps}: ${JSON.stringify(next.value)}`;
          const now = seen(browserScreen, await surface.whole());
          expect(now, about).toEqual(seen(domScreen, domScreen.tree));
          expect(domScreen.actionError, about).toBeUndefined();
        }
        expect(steps).toBeGreaterThan(3);
        expect(browser.stateHash).toBe(dom.stateHash);
      } finally {
        await dom.close();
        await browser.close();
      }
    },
  );
});
