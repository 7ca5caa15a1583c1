import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { catalog } from '../../src/catalog.ts';
import { createEnv } from '../../src/env/env.ts';
import { centre, findAll } from '../../src/screen/find.ts';
import { nodesOf } from '../../src/screen/script/sight.ts';
import { browserSurfaces } from '../../src/surface/browser/index.ts';
import type { SurfaceFactory } from '../../src/surface/surface.ts';
import { makeTask } from '../support/fixtures.ts';
import { DESK, makeSite } from './pages.ts';

/** In a narrow window, what nobody sees is nowhere: no box, nothing to aim at, and nothing that a click goes to. */

const NARROW = { width: 1024, height: 768 };

const HIDING = `<!doctype html><html lang="en"><head><title>Hiding</title><style>
  @media (max-width: 1100px) { .side { visibility: hidden } .faint { opacity: 0; pointer-events: none } .gone { display: none } }
</style></head><body><nav class="side"><a href="/a">Aside</a></nav><p class="faint"><a href="/b">Faint</a></p>
<p class="gone"><a href="/c">Gone</a></p><p><a href="/d">Shown</a></p></body></html>`;

describe('a narrow window', () => {
  let factory: SurfaceFactory;
  beforeAll(async () => {
    factory = await browserSurfaces();
  }, 60_000);
  afterAll(() => factory.close());

  test('gives what a sheet hides there no place on the screen', async () => {
    const { exchange } = makeSite(({ pathname }) =>
      pathname === '/hiding'
        ? { status: 200, contentType: 'text/html; charset=utf-8', body: HIDING }
        : undefined,
    );
    const places = async (width: number): Promise<string[]> => {
      const surface = await factory.open({ exchange, viewport: { width, height: 768 } });
      const { tree } = await surface.open(`${DESK}/hiding`);
      await surface.close();
      const links = findAll(tree, { role: 'link', name: 'Aside' })
        .concat(findAll(tree, { role: 'link', name: 'Faint' }))
        .concat(findAll(tree, { role: 'link', name: 'Gone' }))
        .concat(findAll(tree, { role: 'link', name: 'Shown' }));
      return links.filter(({ box }) => box).map(({ name }) => name);
    };
    expect(await places(1280)).toEqual(['Aside', 'Faint', 'Gone', 'Shown']);
    expect(await places(NARROW.width)).toEqual(['Shown']);
  });

  test('has every control of a console where it is seen', async () => {
    const env = createEnv({ catalog, surfaces: factory });
    await env.reset(makeTask({ scenario: 'requests/add-to-group', seed: '1', viewport: NARROW }));
    await env.step({ kind: 'click', at: { role: 'link', name: 'Harborlight ID' } });
    const list = await env.step({ kind: 'click', at: { role: 'link', name: 'Users' } });
    const field = nodesOf(list.observation.tree).find(({ role }) => role === 'searchbox');
    expect(field).toMatchObject({ hittable: true });
    const clicked = await env.step({ kind: 'click', at: centre(field?.box ?? [0, 0, 2, 2]) });
    expect(clicked.observation.url).toBe(list.observation.url);
    expect(clicked.info.node).toMatchObject({ role: 'searchbox' });
    await env.close();
  });
});
