import { readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { App } from '../../src/app/app.ts';
import { catalog } from '../../src/catalog.ts';
import { filesBelow } from '../../src/cli/code-digest.ts';
import { must } from '../../src/core/assert.ts';
import { GOALS_ENDING } from '../../src/scenario/author-site.ts';

const root = resolve(import.meta.dirname, '../..');

/** How many lines something has, and how many it may have. */
export interface Size {
  name: string;
  lines: number;
  budget: number;
  /** What else is worth knowing: lines per route, how many there are. */
  note: string;
}

const READ_ONLY = 700;
const EIGHT_ACTS = 1200;
const MORE_ACT = 40;
/** An identity provider and an ERP are whole products. */
const LARGE: Readonly<Record<string, number>> = { harborlight: 2200, corvane: 2200 };
const KIT = 250;
export const SCENARIO = { median: 80, max: 130 } as const;

/** Each console: everything in its folder but the words of other products, which are lists of labels. */
export function appSizes(): Size[] {
  return Object.values(catalog.range.apps).map(app => {
    const words = linesBelow(`apps-sim/${app.name}/words`);
    const lines = linesBelow(`apps-sim/${app.name}`) - words;
    const routes = Object.keys(app.routes);
    const acts = routes.filter(route => route.startsWith('POST')).length;
    const per = (count: number): string => (lines / Math.max(count, 1)).toFixed(0);
    const note = `${routes.length} routes, ${per(routes.length)} lines each; ${acts} acts, ${per(acts)} lines each; and ${words} of words`;
    return { name: app.name, lines, budget: budgetOf(app, acts), note };
  });
}

/** What one lookup may change makes no console of acts; each act beyond eight has its own lines. */
function budgetOf({ name }: App, acts: number): number {
  if (acts <= 1) return READ_ONLY;
  return LARGE[name] ?? EIGHT_ACTS + MORE_ACT * Math.max(0, acts - 8);
}

/** Each kit: what it has of its own beside the published design system. */
export function kitSizes(): Size[] {
  return Object.keys(catalog.range.kits).map(name => {
    const css = linesBelow(`apps-sim/kits/${name}`, /\.css$/);
    const lines = linesBelow(`apps-sim/kits/${name}`, /\.(ts|ejs)$/);
    return { name, lines, budget: KIT, note: `and ${css} of CSS` };
  });
}

/** Each scenario: its one page; its goals stand beside it. */
export function scenarioSizes(): Size[] {
  return Object.keys(catalog.scenarios).map(name => {
    const lines = linesOf(join(root, 'scenarios', `${name}.ts`));
    const goals = linesOf(join(root, 'scenarios', `${name}${GOALS_ENDING}`));
    return { name, lines, budget: SCENARIO.max, note: `and ${goals} of goals` };
  });
}

/** The middle one of several sizes. */
export function medianOf(sizes: readonly Size[]): number {
  const lines = sizes.map(size => size.lines).sort((a, b) => a - b);
  return must(lines[Math.floor(lines.length / 2)], 'a size');
}

function linesBelow(folder: string, ending = /\.(ts|ejs|css)$/): number {
  return filesBelow(join(root, folder))
    .filter(file => ending.test(relative(root, file)))
    .reduce((sum, file) => sum + linesOf(file), 0);
}

function linesOf(file: string): number {
  return readFileSync(file, 'utf8').trimEnd().split('\n').length;
}
