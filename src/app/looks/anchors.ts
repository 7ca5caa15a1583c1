/**
 * Parts of a page that one comes back to: a row of tabs, a list of several pages, the search of a list. Their links lead
 * to the part by its id, so that whoever uses them below the fold finds it in view again, as in any browser. Ids come from
 * the console's own words: the same part has the same one on every page of its list and on every tab.
 */
export interface Anchors {
  /** An id that nothing else on the page has. */
  claim(word: string): string;
}

export function createAnchors(): Anchors {
  const taken = new Set<string>();
  return {
    claim: word => {
      const id = `at-${word.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
      const free = taken.has(id) ? `${id}-${taken.size}` : id;
      taken.add(free);
      return free;
    },
  };
}

/** An address that shows a part of its page. */
export function leadingTo<H extends string | null | undefined>(href: H, id: string): H {
  return (href && !href.includes('#') ? `${href}#${id}` : href) as H;
}
