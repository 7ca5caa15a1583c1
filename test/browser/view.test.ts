import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Episode } from '../../src/env/recorded.ts';
import { catalog } from '../../src/catalog.ts';
import { loadIndex, type ViewIndex } from '../../src/server/viewer/dataset-index.ts';
import { serveViewer, type Viewer } from '../../src/server/viewer/server.ts';
import { findBrowser } from '../../src/surface/browser/binary.ts';
import { openCache } from '../../src/surface/browser/cache.ts';
import { HOSTILE as TEXTS_OF } from '../contracts/hostile-texts.ts';
import { makeDataset } from '../support/dataset.ts';

const HOSTILE = `</script><script>window.taken=1</script><img src=x onerror="window.taken=1"><b id=planted>"'&lt;`;

/** One text of each kind: the thoughts of the first episodes, one a step. What a file can hold, and the page shows whole. */
const KINDS = Object.keys(TEXTS_OF).filter(kind => kind !== 'halves' && kind !== 'long');
const thoughts = new Map<string, string[]>();

/** An episode whose every text tries to become markup, or worse. */
function poison(episode: Episode): Episode {
  const { task, steps, verdict, outcome } = episode;
  const before = thoughts.size * steps.length;
  const thoughtsOf = steps.map((_step, i) => TEXTS_OF[KINDS[(before + i) % KINDS.length] ?? '']?.[0] ?? '');
  thoughts.set(episode.id, thoughtsOf);
  return {
    ...episode,
    task: { ...task, goal: `${task.goal} ${HOSTILE}` },
    outcome: outcome && { ...outcome, note: HOSTILE, values: { [HOSTILE]: HOSTILE } },
    verdict: { ...verdict, parts: [{ name: HOSTILE, isOk: verdict.success, detail: HOSTILE }] },
    steps: steps.map(step => ({
      ...step,
      thought: thoughtsOf[step.index] ?? '',
      instruction: `${step.instruction} ${HOSTILE}`,
      actionError: step.index === 1 ? HOSTILE : null,
      changes: step.changes.map(change => ({ ...change, entity: HOSTILE, before: HOSTILE, after: HOSTILE })),
      observation: {
        ...step.observation,
        title: HOSTILE,
        tree: { ...step.observation.tree, name: HOSTILE },
      },
    })),
  };
}

describe('the page of the viewer', () => {
  let browser: Browser;
  let viewer: Viewer;
  let index: ViewIndex;
  let page: Page;
  const complaints: string[] = [];
  const strangers: string[] = [];

  beforeAll(async () => {
    const { folder } = await makeDataset({ episodes: 24 }, { episode: poison });
    index = await loadIndex(folder, catalog);
    viewer = await serveViewer({ index });
    const { path } = await findBrowser({ cache: openCache(undefined), needsFull: false });
    browser = await chromium.launch({ executablePath: path, args: ['--no-sandbox'], chromiumSandbox: false });
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await viewer.close();
  });
  afterEach(async () => {
    await page.close();
    expect(complaints.splice(0)).toEqual([]);
    expect(strangers.splice(0)).toEqual([]);
  });

  async function visit(address = ''): Promise<void> {
    page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.on('console', message => complaints.push(message.text()));
    page.on('pageerror', error => complaints.push(error.message));
    page.on('request', request => {
      if (!request.url().startsWith(viewer.url)) strangers.push(request.url());
    });
    await page.goto(viewer.url + address);
    await page.locator('#found', { hasText: /found/i }).waitFor();
  }

  const id = (place: number): string => index.episodes[place]?.id ?? '';
  /** Waits until the picture of a step is in front. */
  const front = (place: number, step: number) =>
    page.locator(`#stage[data-state=ready][data-place="${id(place)}/${step}"]`).waitFor();
  const hash = async () => new URL(page.url()).hash;

  test('shows the action where it lands on the picture', async () => {
    await visit();
    await front(0, 0);
    const target = page.locator('.mark-target');
    expect(await target.getAttribute('x')).toBe('40');
    expect(await target.getAttribute('width')).toBe('80');
    expect(await page.locator('.mark-dot').getAttribute('cx')).toBe('80');
    const picture = await page.locator('#stage img').boundingBox();
    const drawing = await page.locator('.acts .drawing').boundingBox();
    expect(drawing).toEqual(picture);
    expect(picture?.width).toBeGreaterThan(400);
  });

  test('steps with the arrows and goes through episodes with j and k', async () => {
    await visit();
    await front(0, 0);
    await page.keyboard.press('ArrowRight');
    await front(0, 1);
    expect(await hash()).toBe(`#${id(0)}/1`);
    expect(await page.locator('.chip').textContent()).toBe('up 120 px');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await front(0, 2);
    expect(await hash()).toBe(`#${id(0)}/2`);
    await page.keyboard.press('j');
    await front(1, 0);
    await page.keyboard.press('ArrowDown');
    await front(2, 0);
    await page.keyboard.press('k');
    await front(1, 0);
    expect(await page.locator('.row[aria-selected=true]').getAttribute('data-place')).toBe('1');
    await page.goBack();
    await front(2, 0);
  });

  test('opens at the step that a link names', async () => {
    await visit(`#${id(13)}/2`);
    await front(13, 2);
    expect(await page.locator('.cell[aria-current]').getAttribute('data-step')).toBe('2');
    expect(await page.locator('.chip-finish').isVisible()).toBe(true);
    expect(await page.locator('.row[aria-selected=true]').getAttribute('data-place')).toBe('13');
  });

  test('lets no text of the dataset become markup', async () => {
    await visit(`#${id(3)}/0`);
    await front(3, 0);
    expect(await page.locator('.goal').textContent()).toContain(HOSTILE);
    for (const tab of ['2', '3', '4', '1']) await page.keyboard.press(tab);
    for (const step of [1, 2]) {
      await page.keyboard.press('ArrowRight');
      await front(3, step);
    }
    expect(await page.locator('#planted, img[src=x]').count()).toBe(0);
    expect(await page.evaluate('window.taken')).toBeUndefined();
    expect(await page.locator('.tree').textContent()).toContain('onerror');
    expect(await page.locator('.parts b').textContent()).toBe(HOSTILE);
  });

  test('shows every thought as it is, whatever is in it', async () => {
    await visit(`#${id(0)}/0`);
    const shown: (string | null)[] = [];
    for (let place = 0; shown.length < KINDS.length; place++) {
      if (place > 0) await page.keyboard.press('j');
      for (const step of [0, 1, 2]) {
        if (step > 0) await page.keyboard.press('ArrowRight');
        await front(place, step);
        shown.push(await page.locator('.line[aria-current] .thought').textContent());
      }
    }
    const written = index.episodes.flatMap(entry => thoughts.get(entry.id) ?? []);
    expect(shown).toEqual(written.slice(0, shown.length));
    expect(new Set(shown).size).toBe(KINDS.length);
    expect(await page.evaluate('window.__pwned')).toBeUndefined();
  });

  test('filters, keeps the filters in the address, and clears them', async () => {
    await visit();
    const failed = index.episodes.filter(entry => !entry.success);
    await page.getByRole('button', { name: 'Success' }).click();
    await page.getByRole('checkbox').and(page.locator('[value=no]')).check();
    await page.locator('#found', { hasText: `${failed.length} found` }).waitFor();
    expect(new URL(page.url()).search).toBe('?success=no');
    await page.reload();
    await page.locator('#found', { hasText: `${failed.length} found` }).waitFor();
    expect(await page.locator('.dot').evaluateAll(dots => dots.map(dot => dot.dataset.state))).toEqual(
      failed.map(() => 'failure'),
    );
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await page.locator('#found', { hasText: '24 found' }).waitFor();
    expect(new URL(page.url()).search).toBe('');
  });

  test('searches the goals from the keyboard', async () => {
    await visit();
    await front(0, 0);
    await page.keyboard.press('/');
    await page.keyboard.type(id(9).toUpperCase());
    await page.locator('#found', { hasText: /^1 found/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await front(9, 0);
    await page.keyboard.press('?');
    await page.getByRole('heading', { name: 'Keys' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: 'Keys' }).waitFor({ state: 'hidden' });
  });

  test('says so when a link names nothing', async () => {
    await visit('#nobody/0');
    expect(await page.getByRole('alert').textContent()).toBe('There is no such episode.');
    // The browser itself notes a 404 in its console.
    expect(complaints.splice(0).every(text => text.includes('404'))).toBe(true);
    await page.keyboard.press('j');
    await front(0, 0);
  });
});
