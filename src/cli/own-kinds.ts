import { join, relative } from 'node:path';
import type { App, Skin, StatedApp } from '../app/app.ts';
import { matchRoute } from '../app/host/router.ts';
import { atHome } from '../app/looks/at-home.ts';
import type { Kit } from '../app/looks/kit.ts';
import type { OwnSkin } from '../app/own-skin.ts';
import { UsageError, unknownName } from '../core/errors.ts';
import type { DatasetCatalog } from '../dataset/catalog.ts';
import type { Exporter } from '../dataset/export/exporter.ts';
import type { Table } from '../dataset/tables/define-table.ts';
import type { Fault } from '../fault/define-fault.ts';
import type { ScenarioDefinition } from '../scenario/define-scenario.ts';
import { nameScenario } from '../scenario/name-scenario.ts';
import type { Rule, Scenario } from '../scenario/scenario.ts';
import type { Edge } from '../world/edges/define-edge.ts';
import { type Found, foldersBelow, modulesBelow } from './own-files.ts';
import { checkedPart, lineOf, type OwnKind, refuse } from './own-part.ts';

/** A file of a folder that cannot be taken as it is: what it would be, and the report to its author. */
export interface Broken {
  kind: OwnKind;
  name: string;
  file: string;
  error: UsageError;
}

/** A folder that is being read: what is broken is left out, and kept here. */
interface Reading {
  home: string;
  broken: Broken[];
  /** The kits that there are. */
  kits: Readonly<Record<string, Kit>>;
}

/** Everything of a folder, merged into the catalog kind after kind: scenarios last, since they name the others. */
export async function mergeOwn(
  catalog: DatasetCatalog,
  home: string,
): Promise<{ catalog: DatasetCatalog; scenarios: string[]; broken: Broken[] }> {
  const on: Reading = { home, broken: [], kits: {} };
  const { range } = catalog;
  const kits = { ...range.kits, ...(await kitsOf(on, range.kits)) };
  on.kits = kits;
  const apps = await appsOf(on, range.apps);
  const merged: DatasetCatalog = {
    ...catalog,
    range: { ...range, kits: sorted(kits), apps },
    edges: sorted(await withOwn<Edge>(on, { kind: 'edge', folder: 'edges', taken: catalog.edges })),
    faults: sorted(await withOwn<Fault>(on, { kind: 'fault', folder: 'faults', taken: catalog.faults })),
    rules: sorted(await withRules(on, catalog.rules)),
    tables: await withListed<Table>(on, { kind: 'table', folder: 'tables', taken: catalog.tables }),
    exporters: await withListed<Exporter>(on, {
      ...{ kind: 'exporter', folder: 'exporters', taken: catalog.exporters },
    }),
  };
  const own = await scenariosOf(on, merged);
  const scenarios = { ...withFaults(catalog, Object.keys(merged.faults)), ...own };
  return {
    catalog: { ...merged, scenarios: sorted(scenarios) },
    scenarios: Object.keys(own),
    broken: on.broken,
  };
}

/** The package's scenarios: one that takes every fault there is takes those of the folder, too. */
function withFaults({ scenarios, faults }: DatasetCatalog, all: readonly string[]): Record<string, Scenario> {
  const count = Object.keys(faults).length;
  return Object.fromEntries(
    Object.entries(scenarios).map(([name, scenario]) => [
      name,
      scenario.faults.length === count ? { ...scenario, faults: all } : scenario,
    ]),
  );
}

/** What comes of files one by one. One that is the author's to mend is left out and remembered. */
async function eachOf(
  on: Reading,
  given: { kind: OwnKind; found: readonly Found[] },
  take: (found: Found) => Promise<void>,
): Promise<void> {
  for (const { name, file } of given.found) {
    try {
      await take({ name, file });
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      on.broken.push({ kind: given.kind, name, file, error });
    }
  }
}

async function kitsOf(on: Reading, taken: Readonly<Record<string, Kit>>): Promise<Record<string, Kit>> {
  const kits: Record<string, Kit> = {};
  const found = foldersBelow(join(on.home, 'apps-sim/kits'), 'kit.ts');
  await eachOf(on, { kind: 'kit', found }, async ({ name, file }) => {
    kits[name] = await namedPart<Kit>({ name, file }, { kind: 'kit', taken });
  });
  return kits;
}

/** A part by the name of its file or folder, which is its own. */
async function namedPart<T extends { name: string }>(
  { name, file }: Found,
  { kind, taken }: { kind: OwnKind; taken: Readonly<Record<string, unknown>> },
): Promise<T> {
  const part = await checkedPart<T>(file, kind);
  if (part.name !== name)
    refuse(file + lineOf(file, 'name'), `The ${kind} calls itself ${part.name}.`, `name: '${name}'`);
  if (Object.hasOwn(taken, name))
    refuse(file, `The package has the ${kind} ${name} already.`, 'a name of its own');
  return part;
}

/** Edges or faults of the package, and those of a folder; each has an entry of the catalogue for itself. */
async function withOwn<T extends Edge | Fault>(
  on: Reading,
  { kind, folder, taken }: { kind: OwnKind; folder: string; taken: Readonly<Record<string, T>> },
): Promise<Record<string, T>> {
  const all: Record<string, T> = { ...taken };
  await eachOf(on, { kind, found: modulesBelow(join(on.home, folder)) }, async ({ name, file }) => {
    const part = await namedPart<T>({ name, file }, { kind, taken });
    const twin = Object.values(all).find(({ id }) => id === part.id);
    if (twin)
      refuse(file + lineOf(file, 'id'), `The id ${part.id} is that of ${twin.name}.`, 'an id of its own');
    all[name] = part;
  });
  return all;
}

async function withRules(on: Reading, taken: Readonly<Record<string, Rule>>): Promise<Record<string, Rule>> {
  const all: Record<string, Rule> = { ...taken };
  const found = modulesBelow(join(on.home, 'rules'));
  await eachOf(on, { kind: 'rule', found }, async ({ name, file }) => {
    const rule = await checkedPart<Rule>(file, 'rule');
    const id = name.toUpperCase();
    if (rule.id !== id) refuse(file + lineOf(file, 'id'), `The rule calls itself ${rule.id}.`, `id: '${id}'`);
    if (Object.hasOwn(taken, id)) refuse(file, `The package has the rule ${id} already.`, 'an id of its own');
    all[id] = rule;
  });
  return all;
}

/** Tables or exporters of the package, and behind them those of a folder: the package's first table stays the default. */
async function withListed<T extends { name: string }>(
  on: Reading,
  { kind, folder, taken }: { kind: OwnKind; folder: string; taken: readonly T[] },
): Promise<T[]> {
  const names = Object.fromEntries(taken.map(part => [part.name, part]));
  const own: T[] = [];
  await eachOf(on, { kind, found: modulesBelow(join(on.home, folder)) }, async ({ name, file }) => {
    own.push(await namedPart<T>({ name, file }, { kind, taken: names }));
  });
  return [...taken, ...own];
}

/** All consoles, with the looks that the folder adds to them. */
async function appsOf(on: Reading, taken: Readonly<Record<string, App>>): Promise<Record<string, App>> {
  const all: Record<string, App> = { ...taken };
  const found = foldersBelow(join(on.home, 'apps-sim'), 'app.ts').filter(({ name }) => name !== 'kits');
  await eachOf(on, { kind: 'app', found }, async ({ name, file }) => {
    const stated = await namedPart<StatedApp>({ name, file }, { kind: 'app', taken });
    const own = atHome({ [name]: stated }, on.kits);
    for (const app of Object.values(own)) checkApp(on, { file, app, others: Object.values(all) });
    Object.assign(all, own);
  });
  await eachOf(on, { kind: 'skin', found: modulesBelow(join(on.home, 'skins')) }, async ({ name, file }) => {
    const { app: of, ...look } = await checkedPart<OwnSkin>(file, 'skin');
    if (look.name !== name)
      refuse(file + lineOf(file, 'name'), `The skin calls itself ${look.name}.`, `name: '${name}'`);
    const app = all[of];
    if (!app)
      throw ofBroken(on, 'app', of) ?? unknownAt(file, { kind: 'app', name: of, known: Object.keys(all) });
    if (app.skins.some(skin => skin.name === name)) refuse(file, `${of} has a skin ${name} already.`);
    const skin: Skin = { ...app.skins[0], ...look };
    checkKit(on, file, skin);
    all[of] = { ...app, skins: [...app.skins, skin] };
  });
  return sorted(all);
}

/** What a console must agree on with all others: an address of its own, a kit and a home that are there. */
function checkApp(
  on: Reading,
  { file, app, others }: { file: string; app: App; others: readonly App[] },
): void {
  const twin = others.find(other => other.host === app.host);
  if (twin)
    refuse(
      file + lineOf(file, 'host'),
      `The host "${app.host}" is that of ${twin.name}.`,
      'a host of its own',
    );
  for (const skin of app.skins) checkKit(on, file, skin);
  if (matchRoute(app, 'GET', app.home)) return;
  const paths = Object.keys(app.routes).filter(route => route.startsWith('GET /') && !route.includes(':'));
  const allowed = paths.map(route => route.slice(4)).join(', ');
  refuse(file + lineOf(file, 'home'), `Its home "${app.home}" is no page.`, allowed);
}

function checkKit(on: Reading, file: string, { kit: name }: { kit: string }): void {
  const known = Object.keys(on.kits);
  if (known.includes(name)) return;
  throw ofBroken(on, 'kit', name) ?? unknownAt(file, { kind: 'kit', name, known });
}

/** A name that is not there, at the line that says it. */
function unknownAt(
  file: string,
  { kind, name, known }: { kind: string; name: string; known: readonly string[] },
): UsageError {
  return unknownName(kind, name, { known, where: relative(process.cwd(), file + lineOf(file, kind)) });
}

async function scenariosOf(on: Reading, catalog: DatasetCatalog): Promise<Record<string, Scenario>> {
  const scenarios: Record<string, Scenario> = {};
  const families = foldersBelow(join(on.home, 'scenarios')).filter(({ name }) => !SHARED.includes(name));
  const found = families.flatMap(family =>
    modulesBelow(family.file).map(({ name, file }) => ({ name: `${family.name}/${name}`, file })),
  );
  await eachOf(on, { kind: 'scenario', found }, async ({ name, file }) => {
    const definition = await checkedPart<ScenarioDefinition>(file, 'scenario');
    if (Object.hasOwn(catalog.scenarios, name))
      refuse(file, `The package has the scenario ${name} already.`, 'a name of its own');
    const named = namesOf(definition);
    const missing = on.broken.find(part => named(part));
    if (missing) throw missing.error;
    scenarios[name] = nameScenario(name, definition, catalog);
  });
  return scenarios;
}

/** Whether a definition names a part: as a console, an edge or a fault of its own. */
function namesOf({ form }: ScenarioDefinition): (part: Broken) => boolean {
  const lists: Partial<Record<OwnKind, readonly unknown[]>> = {
    app: listed(form.consoles).map(console => (console as { app?: unknown } | null)?.app ?? console),
    edge: listed(form.edges),
    fault: listed(form.faults),
  };
  return ({ kind, name }) => lists[kind]?.includes(name) ?? false;
}

function listed(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** What is wrong with a part that is named and was left out. */
function ofBroken({ broken }: Reading, kind: OwnKind, name: string): UsageError | undefined {
  return broken.find(part => part.kind === kind && part.name === name)?.error;
}

/** Folders beside those of the families: what several scenarios share. */
const SHARED: readonly string[] = ['draws', 'procedures'];

/** A list in the order of its names, whatever was read first. */
function sorted<T>(list: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(list).sort(([a], [b]) => (a < b ? -1 : 1)));
}
