import { describe, expect, it } from 'vitest';
import { must } from '../../src/core/assert.ts';
import { createHost } from '../../src/app/host/host.ts';
import { catalog } from '../../src/catalog.ts';
import { type BareTab, openBareTab } from '../support/bare-tab.ts';
import { crawl } from '../support/crawl.ts';
import { makeHost, makeWorld } from '../support/fixtures.ts';
import { share } from '../support/share.ts';

/** Pages looked at of each console, one a route. */
const PAGES = 24;

/** Mail addresses and user names that stand alone and go over to another line, but at a hyphen. */
const BROKEN = `(() => {
  const walker = document.createTreeWalker(document.querySelector('.k-frame'), NodeFilter.SHOW_TEXT);
  const broken = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.data.trim();
    if (!/^\\S+@\\S{1,40}$/.test(text) || node.parentElement.closest('option, textarea, dialog')) continue;
    const range = document.createRange();
    const topOf = at => {
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      return Math.round(range.getBoundingClientRect().top);
    };
    const start = node.data.indexOf(text);
    const ends = [...text.slice(1)].filter((_, i) => topOf(start + i) !== topOf(start + i + 1) && text[i] !== '-');
    if (ends.length > 0) broken.push(text);
  }
  return broken;
})()`;

/** Fields whose ring is drawn inside of their border, as a second one; each field of the page has the focus once. */
const RINGS = `[...document.querySelectorAll('.k-control > .k-input')].flatMap(field => {
  field.focus({ focusVisible: true });
  const hasRing = element => {
    const { outlineStyle, boxShadow } = getComputedStyle(element);
    return outlineStyle !== 'none' || boxShadow !== 'none';
  };
  const [inner, outer] = [field, field.parentElement].map(element => element.getBoundingClientRect());
  const isInside = inner.left - outer.left > 2 && parseFloat(getComputedStyle(field).borderLeftWidth) === 0;
  const isTwice = hasRing(field) && (hasRing(field.parentElement) || isInside);
  return isTwice && !field.disabled ? [field.name] : [];
})`;

/** Texts in a typeface behind which no family for names in other scripts stands: such a name would be a row of boxes. */
const LATIN_ONLY = `[...document.querySelectorAll('.k-frame *')].flatMap(element => {
  const isWritten = element.matches('input, select, textarea') ||
    [...element.childNodes].some(node => node.nodeType === 3 && /\\p{L}/u.test(node.data));
  return isWritten && !getComputedStyle(element).fontFamily.includes('Noto Sans SC') ? [element.outerHTML.slice(0, 80)] : [];
})`;

/** Texts of the way to a page that hardly stand out from the plain colour behind them (less than 4.5 : 1). */
const FAINT = `(() => {
  const ink = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const paint = colour => {
    ink.clearRect(0, 0, 1, 1);
    ink.fillStyle = colour;
    ink.fillRect(0, 0, 1, 1);
    return [...ink.getImageData(0, 0, 1, 1).data];
  };
  const light = colour => paint(colour).slice(0, 3)
    .map(part => part / 255)
    .map(part => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = element => {
    for (let at = element; at; at = at.parentElement) {
      const { backgroundColor, backgroundImage } = getComputedStyle(at);
      if (backgroundImage !== 'none') return undefined;
      if (paint(backgroundColor)[3] > 250) return backgroundColor;
    }
    return undefined;
  };
  return [...document.querySelectorAll('.k-crumb > *')].flatMap(element => {
    const back = behind(element);
    if (back === undefined) return [];
    const [low, high] = [light(getComputedStyle(element).color), light(back)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05) < 4.5 ? [element.textContent + ' on ' + back] : [];
  });
})()`;

async function evaluate({ tab }: BareTab, expression: string): Promise<unknown> {
  const { result } = await tab.send('Runtime.evaluate', { expression, returnByValue: true });
  return result.value;
}

describe.each(share('looks', Object.keys(catalog.range.kits).sort(), 3))('the kit %s', kit => {
  it.each(['light', 'dark'] as const)(
    'draws what a list is filtered by so that it can be read, %s',
    async theme => {
      const { range } = catalog;
      const world = makeWorld({ range });
      const skin = { ...must(range.apps.brightqueue, 'brightqueue').skins[0], kit, theme };
      const appNames = Object.keys(range.apps).sort();
      const skins = Object.fromEntries(appNames.map(name => [name, must(range.apps[name], name).skins[0]]));
      const given = {
        range,
        world,
        appNames,
        skins: { ...skins, brightqueue: skin },
        nowMs: () => world.nowMs,
      };
      const host = createHost(given);
      const bare = await openBareTab(host.exchange);
      try {
        const url = host.addressOf('brightqueue', '/tasks?state=New&category=Access');
        await bare.tab.input(() => [bare.tab.send('Page.navigate', { url })]);
        await bare.tab.settle();
        expect(await evaluate(bare, `document.querySelectorAll('.k-crumb > *').length`)).toBe(3);
        expect(await evaluate(bare, FAINT)).toEqual([]);
      } finally {
        await bare.close();
      }
    },
  );
});

describe.each(share('looks', Object.keys(catalog.range.apps).sort(), 3))('the pages of %s', name => {
  it('break no address in its middle, draw one ring around a field, and can write any name', async () => {
    const app = must(catalog.range.apps[name], name);
    const { visits } = crawl(makeHost(), app, { pages: PAGES, perRoute: 1 });
    const bare = await openBareTab(makeHost().exchange);
    try {
      for (const { url } of visits) {
        await bare.tab.input(() => [bare.tab.send('Page.navigate', { url })]);
        await bare.tab.settle();
        expect(await evaluate(bare, BROKEN), `broken on ${url}`).toEqual([]);
        expect(await evaluate(bare, LATIN_ONLY), `no other script on ${url}`).toEqual([]);
        expect(await evaluate(bare, RINGS), `two rings on ${url}`).toEqual([]);
      }
    } finally {
      await bare.close();
    }
  }, 60_000);
});
