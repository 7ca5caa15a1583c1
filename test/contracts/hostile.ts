import { tidy } from '../../src/screen/names.ts';
import type { ScreenNode } from '../../src/screen/observation.ts';
import { eachElement, type Page } from '../../src/surface/dom/page.ts';
import type { World } from '../../src/world/world.ts';
import { TEXTS } from './hostile-texts.ts';

/**
 * The strings of a world that records are known, chosen or related by: ids, codes, addresses, days, words of a fixed
 * list. Every other string of a world is free text, one that is added later too.
 */
const KEPT = new Set(
  `seed today domain country code costCenter id number nativeId mail personNumber companyCode companyCodes
  userGroup app requestId workerId linkedWorkerId head parent department position reportsTo incumbent manager
  sponsor owner requester beneficiary approver onBehalfOf assignee openedBy caller author turns successor contains
  entitlements left right kind status state purpose source risk severity type step category channel signIn
  asciiGiven asciiFamily hireDay originalHireDay contractEnd terminationDay effective entered createdDay
  passwordChangedDay record from to addedDay lastUsedDay validFrom validTo delegationEnds adminRoles`.split(
    /\s+/,
  ),
);

/** Free texts that name the same thing wherever they stand. */
const SHARED = new Set(['city', 'location', 'group']);

/** Words that every object knows: half of the shared texts are nothing else, for whoever counts by them. */
const INNATE = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];

/** A hostile text as it stands in a world. Its number stands behind it, so that it begins as it would begin. */
export function marked(number: number): string {
  return `${TEXTS[number]?.text} ·${number}·Zq7`;
}

const MARK = / ?·(\d+)·Zq7/;

/** The numbers of all hostile texts. */
export const ALL = TEXTS.map((_text, number) => number);

/** A world whose free texts are hostile ones, each another one in turn; ids, days and codes stay. */
export function hostileWorld(world: World, numbers: readonly number[] = ALL): World {
  let count = 0;
  const shared = new Map<string, string>();
  const next = (): string => marked(numbers[count++ % numbers.length] ?? 0);
  const share = (value: string): string => {
    const known = shared.get(value);
    if (known !== undefined) return known;
    const word = shared.size % 2 === 1 ? INNATE[(shared.size - 1) / 2] : undefined;
    shared.set(value, word ?? next());
    return share(value);
  };
  const spoil = (value: unknown, key: string, within: string): unknown => {
    if (typeof value === 'string') {
      const isFree = within !== 'consoles' && (!KEPT.has(key) || (within === 'sessions' && key === 'app'));
      if (!isFree) return value;
      return SHARED.has(key) ? share(value) : next();
    }
    if (Array.isArray(value)) return value.map(item => spoil(item, key, within));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => [name, spoil(member, name, key)]),
    );
  };
  return spoil(world, 'world', '') as World;
}

/** How a hostile text must read on a screen: what HTML cannot carry written out, white space folded. */
function shownAs(text: string): string {
  const written = text
    .replaceAll('\r', '')
    .replace(/[^\P{Cc}\n\t]/gu, char => `\\x${char.charCodeAt(0).toString(16).padStart(2, '0')}`)
    .replace(/\p{Surrogate}/gu, half => `\\u${half.charCodeAt(0).toString(16)}`);
  return tidy(written);
}

/** The ways in which a text may stand: as it is, in a field of one line, in a file of an old code page. */
const FORMS = TEXTS.map(({ text }) => [
  shownAs(text),
  shownAs(text.replace(/[\r\n]/g, '')),
  text.replaceAll('|', '/').replace(/[^\u0020-\u007e\u00a0-\u00ff]/gu, '?'),
]);

/** The hostile texts on a screen: the numbers of those that read as they must, and what the others read like. */
export interface Reading {
  right: Set<number>;
  wrong: string[];
}

/** Reads the hostile texts in all that a screen says: names, values, descriptions. */
export function readHostile(tree: ScreenNode): Reading {
  const found: Reading = { right: new Set(), wrong: [] };
  const visit = (node: ScreenNode): void => {
    for (const said of [node.name, node.value, node.description]) if (said) readSaid(said, found);
    for (const child of node.children ?? []) visit(child);
  };
  visit(tree);
  return found;
}

function readSaid(said: string, { right, wrong }: Reading): void {
  const parts = tidy(said).split(MARK);
  for (let i = 1; i < parts.length; i += 2) {
    const [before = '', number = -1] = [parts[i - 1], Number(parts[i])];
    if (FORMS[number]?.some(form => before.endsWith(tidy(form)))) right.add(number);
    else wrong.push(`text ${number} reads "${before.slice(-120)}"`);
  }
  if (/\p{Surrogate}/u.test(said)) wrong.push(`half a pair of surrogates in "${said.slice(0, 120)}"`);
}

const FOREIGN = new Set('script iframe frame object embed base applet'.split(' '));
const LEADING = new Set('href src action formaction srcset poster data'.split(' '));

/** What a page holds that only a text can have brought, by becoming markup. */
export function plantedIn({ document, url }: Page): string[] {
  const found: string[] = [];
  const { hostname } = new URL(url);
  const domain = hostname.slice(hostname.indexOf('.'));
  const leadsAway = (value: string): boolean => {
    const to = URL.canParse(value, url) ? new URL(value, url) : undefined;
    return to?.protocol !== 'http:' || !to.hostname.endsWith(domain);
  };
  eachElement(document, ({ name, attribs }) => {
    if (FOREIGN.has(name)) found.push(`an element ${name}`);
    for (const [attribute, value] of Object.entries(attribs)) {
      const isAsked = LEADING.has(attribute)
        ? leadsAway(value)
        : attribute === 'style' && /out\.example/.test(value);
      if (isAsked || /^(on.*|data-planted|srcdoc|http-equiv)$/.test(attribute))
        found.push(`${name} with ${attribute}="${value.slice(0, 60)}"`);
    }
  });
  return found;
}
