import { describe, expect, it } from 'vitest';
import type { App, Words } from '../../../src/app/app.ts';
import { createHost } from '../../../src/app/host/host.ts';
import { catalog } from '../../../src/catalog.ts';
import { must } from '../../../src/core/assert.ts';
import type { ScreenNode } from '../../../src/screen/observation.ts';
import { nodesOf } from '../../../src/screen/script/sight.ts';
import { crawl, treeOf, type Visit } from '../../support/crawl.ts';
import { wordFor } from '../../../src/core/marked.ts';
import type { Policy } from '../../../src/policy/policy.ts';
import { act, makeTask, makeWorld } from '../../support/fixtures.ts';
import { share } from '../../support/share.ts';

const apps: readonly App[] = Object.values(catalog.range.apps);

/** Words that no product prints, or for nothing of the kind. */
const COMIC =
  /affected person|^post$|strike|erase|take .*person|on my plate|never mind|reach$|uncover|switch (on|off)|crew|steward|keyed|bring back|who gets|what was found/i;

/** The pages of a console that a crawl comes to, in one of its vocabularies. */
function pagesOf(app: App, vocabulary: number, { words = app.words, seed = 'test/1' } = {}): Visit[] {
  const { range } = catalog;
  const world = makeWorld({ seed });
  const own = { ...app, words };
  const skin = { ...must(app.skins[0], app.name), vocabulary };
  const appNames = Object.keys(range.apps).sort();
  const skins = Object.fromEntries(
    appNames.map(name => [name, name === app.name ? skin : must(range.apps[name]?.skins[0], name)]),
  );
  const all = { ...range, apps: { ...range.apps, [app.name]: own } };
  const host = createHost({ range: all, world, appNames, skins, nowMs: () => world.nowMs });
  return crawl(host, own, { pages: 150, perRoute: 1, fillings: [() => ''] }).visits;
}

const read = new Map<string, Visit[]>();

/** The same for the words of the console itself, which several tests look at: they are read once. */
function ownPages(app: App, vocabulary: number): Visit[] {
  const key = `${app.name}/${vocabulary}`;
  const visits = read.get(key) ?? pagesOf(app, vocabulary);
  read.set(key, visits);
  return visits;
}

/** The labels that a console asks its vocabulary for in both of two companies, without the values that can be chosen. */
function labelsOf(app: App): string[] {
  const values = new Set<string>();
  const asked = ['test/1', 'test/2'].map(seed => {
    const seen = new Set<string>();
    const words: Words = new Proxy({}, { get: (_, word) => void seen.add(String(word)) });
    for (const { body } of pagesOf(app, 1, { words, seed }))
      for (const [, value = ''] of body.matchAll(/<option[^>]*>([^<]*)</g)) values.add(value.trim());
    return seen;
  });
  const isLabel = (word: string): boolean => /^[A-Z][a-z]/.test(word) && !values.has(word);
  return [...(asked[0] ?? [])].filter(word => asked[1]?.has(word) && isLabel(word)).sort();
}

/** A text as a pattern. */
const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/#]/g, '\\$&');

const GROUPS: Readonly<Record<string, (node: ScreenNode) => boolean>> = {
  table: ({ role }) => role === 'columnheader',
  tablist: ({ role }) => role === 'tab',
  navigation: ({ role }) => role === 'link',
  main: ({ role }) => role === 'button' || role === 'menuitem',
  form: ({ role }) => ['textbox', 'searchbox', 'combobox', 'radiogroup', 'button'].includes(role),
};

/** Two labels of one group that the console tells apart and the screen does not. */
function collisionsOn(tree: ScreenNode): string[] {
  return nodesOf(tree).flatMap(group => {
    const isOne = GROUPS[group.role];
    const known = new Map<string, string>();
    return nodesOf(group).flatMap(node => {
      if (!isOne?.(node) || node.name === '') return [];
      const [key, word] = [`${node.role} ${node.name}`, node.canonical ?? node.name];
      const before = known.get(key);
      known.set(key, word);
      return before !== undefined && before !== word ? [`${key}: ${before} and ${word}`] : [];
    });
  });
}

/** Words that stand in a sentence as they are, such as "assigned to you". */
const LOOSE = /^[\w-]+$| (to|by|from|on|until|in|for)$/;

/** Texts of the page that say a word as another vocabulary does. Cells and logs hold what was written, not labels. */
function mixedOn(tree: ScreenNode, { home, own }: { home: readonly string[]; own: RegExp }): string[] {
  const found: string[] = [];
  const inSentence = home.filter(word => !LOOSE.test(word)).map(word => new RegExp(`\\b${word}\\b`, 'i'));
  const look = (node: ScreenNode): void => {
    if (WRITTEN.has(node.role)) return;
    const texts = [node.name, node.description ?? ''].map(text => text.replace(own, ''));
    if (node.canonical === undefined && texts.some(text => home.includes(text))) found.push(node.name);
    if (texts.some(text => text.length < LONG && inSentence.some(word => word.test(text))))
      found.push(node.name);
    for (const child of node.children ?? []) look(child);
  };
  for (const node of nodesOf(tree)) if (node.role === 'main') look(node);
  return [...new Set(found)];
}

const WRITTEN = new Set(['cell', 'rowheader', 'list', 'definition', 'option', 'radio', 'link']);
/** Texts of articles and files, which somebody wrote, are longer than the messages and hints of a console. */
const LONG = 200;

describe.each(apps)('the vocabularies of $name', app => {
  const { words, skins } = app;
  const all = Object.entries(words);
  const most = Math.max(...all.map(([, others]) => others.length));
  const numbers = Array.from({ length: most }, (_, i) => i + 1);
  const some = share(`vocabularies of ${app.name}`, numbers.map(String), 1).map(Number);

  it('are four at least with its own, each whole and worn by a skin', () => {
    expect(most).toBeGreaterThanOrEqual(3);
    expect(all.filter(([, others]) => others.length !== most || others.includes(''))).toEqual([]);
    expect([...new Set(skins.map(skin => skin.vocabulary))].sort()).toEqual([0, ...numbers]);
    for (const n of numbers) {
      const differing = all.filter(([word, others]) => others[n - 1] !== word);
      expect(differing.length / all.length, `vocabulary ${n}`).toBeGreaterThan(0.6);
    }
  });

  it('name nothing by the home word of something else', () => {
    for (const n of numbers) {
      const wordFor = (word: string): string => words[word]?.[n - 1] ?? word;
      const taken = all.flatMap(([word]) => {
        const printed = wordFor(word);
        return printed !== word && Object.hasOwn(words, printed) ? [`${word}: ${printed}`] : [];
      });
      expect(taken, `vocabulary ${n}`).toEqual([]);
    }
  });

  it('say nearly all that its pages print', () => {
    const labels = labelsOf(app);
    const left = labels.filter(label => !Object.hasOwn(words, label));
    expect(labels.length).toBeGreaterThan(30);
    expect(left.length / labels.length, left.join(', ')).toBeLessThan(0.25);
  });

  it.each(some)(
    'say a state in number %i wherever it stands alone: in pills, cells, facts and choices',
    n => {
      const chosen = ownPages(app, 0).flatMap(({ body }) =>
        [...body.matchAll(/<option value="([^"]*)"[^>]*>([^<]*)</g)]
          .filter(([, value, text = '']) => value === text)
          .map(([, value = '']) => value),
      );
      const states = new Set(chosen.filter(value => (words[value]?.[n - 1] ?? value) !== value));
      // A state in a cell keeps its own word: scripts go by that.
      const printed = new Set([...states].map(state => words[state]?.[n - 1]));
      const left = ownPages(app, n).flatMap(({ page, url }) =>
        nodesOf(treeOf(page))
          .filter(
            ({ role, name, value = '', canonical }) =>
              states.has(name) || states.has(value) || (role === 'cell' && printed.has(name) && !canonical),
          )
          .map(({ role, name, value = '' }) => `${role} ${name} ${value} (${url})`),
      );
      expect(left).toEqual([]);
    },
  );

  it('have none of the words that no product prints', () => {
    const comic = all.flatMap(([word, others]) =>
      others.filter(other => COMIC.test(other)).map(other => [word, other]),
    );
    expect(comic).toEqual([]);
  });

  it.each(some)('number %i is not mixed with another, and no two labels of a page are alike', n => {
    const printed = all.map(([, others]) => others[n - 1] ?? '').sort((a, b) => b.length - a.length);
    const home = all.map(([word]) => word).filter(word => !printed.includes(word));
    const own = new RegExp(`\\b(${printed.map(literal).join('|')})(?!\\w)`, 'gi');
    const visits = ownPages(app, n);
    expect(visits.length).toBeGreaterThan(10);
    const found = visits.flatMap(visit => {
      const tree = treeOf(visit.page);
      return [...collisionsOn(tree), ...mixedOn(tree, { home: home.map(literal), own })].map(
        line => `${line} (${visit.url})`,
      );
    });
    const short = new Map(found.map(line => [line.replace(/ \(.*/, ''), line]));
    expect([...short.values()]).toEqual([]);
  });
});

it('thoughts name a label as the console in front prints it', async () => {
  const policy: Policy = {
    name: 'thinking',
    *begin() {
      yield { kind: 'wait', ms: 0, thought: `Where is “${wordFor('Approvals')}”?` };
      return { kind: 'escalate', reason: 'SYSTEM_FAILURE', note: 'Not found.' };
    },
  };
  const task = makeTask({ scenario: 'requests/add-to-group', skins: { brightqueue: 'ledger' } });
  const [step] = (await act(task, { policy })).steps;
  expect(step?.thought).toBe('Where is “Authorizations”?');
});
