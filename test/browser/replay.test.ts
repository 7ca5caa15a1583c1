import { afterAll, beforeAll, expect, it } from 'vitest';
import { sha256 } from '../../src/core/hash.ts';
import { VIEWPORT } from '../../src/screen/viewport.ts';
import type { Episode, Step } from '../../src/env/recorded.ts';
import type { Observation, ScreenNode } from '../../src/screen/observation.ts';
import { browserSurfaces } from '../../src/surface/browser/index.ts';
import type { SurfaceFactory } from '../../src/surface/surface.ts';
import { act, makeEnv, makeTask, SCENARIOS } from '../support/fixtures.ts';
import { type Hit, type Inspected, inspectedBrowser } from './inspected.ts';

const NAME = SCENARIOS.find(name => name === 'questions/who-approved') ?? SCENARIOS[0] ?? '';
const task = makeTask({ scenario: NAME, seed: 'replay', skins: 'drawn' });

let recorder: SurfaceFactory;
let replayer: Inspected;
let episode: Episode;
beforeAll(async () => {
  recorder = await browserSurfaces();
  replayer = await inspectedBrowser();
  const env = makeEnv({ surfaces: recorder });
  episode = await act(task, { env });
  await env.close();
});
afterAll(async () => {
  await recorder.close();
  await replayer.factory.close();
});

/** A screen with its picture as a digest, so that a difference is short. */
function seen({ screenshot, ...screen }: Observation): object {
  return { ...screen, picture: sha256(screenshot ?? '') };
}

function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Roles that the browser has words of its own for. */
const ALIASES: Readonly<Record<string, string>> = { DisclosureTriangle: 'button', MenuListOption: 'option' };

function isHit({ role, name }: { role: string; name: string }, hits: readonly Hit[]): boolean {
  return hits.some(hit => (ALIASES[hit.role] ?? hit.role) === role && fold(hit.name) === fold(name));
}

function isInside(
  [x1, y1, x2, y2]: readonly number[] | readonly [number, number, number, number],
  step: Step,
): boolean {
  const { x, y } = step.point ?? { x: -1, y: -1 };
  return x >= (x1 ?? 0) && x < (x2 ?? 0) && y >= (y1 ?? 0) && y < (y2 ?? 0);
}

it('was recorded in full, with every aim inside its box', () => {
  expect(episode.verdict.success).toBe(true);
  const aimed = episode.steps.filter(step => step.act && 'at' in step.act && 'role' in step.act.at);
  expect(aimed.length).toBeGreaterThan(5);
  for (const step of aimed) {
    const box = step.aimed?.box;
    expect(box, step.instruction).toBeTruthy();
    expect(box && isInside(box, step), step.instruction).toBe(true);
  }
});

it('draws boxes inside the viewport, in whole pixels', () => {
  const visit = (node: ScreenNode): void => {
    const [x1, y1, x2, y2] = node.box ?? [0, 0, 1, 1];
    const { width, height } = VIEWPORT;
    const isRight = [x1, y1, x2, y2].every(Number.isInteger) && x1 >= 0 && y1 >= 0 && x1 < x2 && y1 < y2;
    expect(isRight && x2 <= width && y2 <= height, `${node.role} "${node.name}" ${node.box}`).toBe(true);
    for (const child of node.children ?? []) visit(child);
  };
  for (const { observation } of episode.steps) visit(observation.tree);
});

it('gives the same bytes in another browser, where every recorded point hits the recorded element', async () => {
  const env = makeEnv({ surfaces: replayer.factory });
  let screen = await env.reset(task);
  const missed: string[] = [];
  for (const { index, observation, act: recorded, point, aimed, instruction } of episode.steps) {
    expect(seen(screen), `screen ${index}`).toEqual(seen(observation));
    if (!recorded) break;
    if (point && aimed) {
      const hits = await replayer.hitsAt(point);
      if (!isHit(aimed, hits)) missed.push(`${index} ${instruction}: ${JSON.stringify(hits.slice(0, 4))}`);
    }
    screen = (await env.step(recorded)).observation;
  }
  expect(missed).toEqual([]);
  expect(seen(screen)).toEqual(seen(episode.final));
  await env.close();
}, 60_000);

it('runs no script of a page', async () => {
  const body = `<!doctype html><html><head><meta charset="utf-8"><title>Quiet</title>
    <script>document.title = 'Ran'</script><script src="/own.js"></script></head>
    <body onload="document.title = 'Loaded'"><h1>Quiet</h1><img src="x" onerror="document.title = 'Failed'">
    <a href="javascript:document.title='Followed'">Follow</a><svg onload="document.title = 'Drawn'"></svg></body></html>`;
  const exchange = ({ url }: { url: string }) =>
    url.endsWith('.js')
      ? { status: 200, contentType: 'text/javascript', body: "document.title = 'Fetched'" }
      : { status: 200, contentType: 'text/html; charset=utf-8', body };
  const surface = await recorder.open({ exchange, viewport: VIEWPORT });
  expect((await surface.open('http://site.example/')).title).toBe('Quiet');
  const followed = await surface.perform({ kind: 'click', at: { role: 'link', name: 'Follow' } });
  expect(followed.title).toBe('Quiet');
  expect(followed.url).toBe('http://site.example/');
  await surface.close();
});
