import { describe, expect, it } from 'vitest';
import { must } from '../../../src/core/assert.ts';
import { catalog } from '../../../src/catalog.ts';
import { eachElement } from '../../../src/surface/dom/page.ts';
import { crawl, type Visit } from '../../support/crawl.ts';
import { makeHost } from '../../support/fixtures.ts';

/** Texts of a page in which a sentence goes over to another line, or two words stand two spaces apart. */
function raggedIn({ page, url }: Visit): string[] {
  const ragged: string[] = [];
  eachElement(page.body, element => {
    for (const child of element.children) {
      if (child.type !== 'text' || element.name === 'pre') continue;
      const text = child.data.trim();
      const isRagged = /[\p{L}\p{N},] *\n *\p{Ll}/u.test(text) || /\S {2,}\S/.test(text);
      if (isRagged) ragged.push(`${url}: ${text.slice(0, 200)}`);
    }
  });
  return ragged;
}

describe.each(Object.keys(catalog.range.apps).sort())('the texts of %s', name => {
  it('have no line breaks of the source in a sentence', () => {
    const app = must(catalog.range.apps[name], name);
    const { visits } = crawl(makeHost(), app, { pages: 160, perRoute: 12 });
    expect(visits.flatMap(raggedIn)).toEqual([]);
  });
});
