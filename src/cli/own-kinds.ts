import { join } from 'node:path';
import type { App, Skin, StatedApp } from '../app/app.ts';
import type { OwnSkin } from '../app/own-skin.ts';
import { atHome } from '../app/looks/at-home.ts';
import type { Kit } from '../app/looks/kit.ts';
import { matchRoute } from '../app/host/router.ts';
import { unknownName } from '../core/errors.ts';
import type { DatasetCatalog } from '../dataset/catalog.ts';
import type { Fault } from '../fault/define-fault.ts';
import type { ScenarioDefinition } from '../scenario/define-scenario.ts';
import { nameScenario } from '../scenario/name-scenario.ts';
import type { Rule, Scenario } from '../scenario/scenario.ts';
import type { Edge } from '../world/edges/define-edge.ts';
import { type Found, foldersBelow, modulesBelow } from './own-files.ts';
import { checkedPart, type Fields, refuse } from './own-part.ts';

/** What a part of a kind must be stated with; a `?` stands for what may be left out. */
const FIELDS = {
  app: {
    name: 'string',
    title: 'string',
    kind: 'string',
    summary: 'string',
    host: 'string',
    home: 'string',
    kit: 'string?',
    words: 'object',
    skins: 'list',
    init: 'function',
    nav: 'function',
    routes: 'object',
    ...{ brand: 'object?', population: 'object?', evidence: 'object?' },
    ...{ recordPaths: 'object?', buttons: 'object?' },
  } satisfies Record<keyof StatedApp, Fields[string]>,
  kit: {
    name: 'string',
    title: 'string',
    summary: 'string',
    folder: 'object',
    stylesheets: 'list',
    html: 'function',
  },
  edge: {
    ...{ name: 'string', id: 'string', summary: 'string', mayTurnTo: 'list' },
    lay: 'function',
  } satisfies Record<keyof Edge, Fields[string]>,
  fault: {
    ...{ name: 'string', id: 'string', summary: 'string', shows: 'string', recovery: 'string' },
    ...{ healing: 'object', arm: 'function' },
  } satisfies Record<keyof Fault, Fields[string]>,
  rule: { id: 'string', summary: 'string', check: 'function' } satisfies Record<keyof Rule, Fields[string]>,
} as const satisfies Record<string, Fields>;

/** Everything of a folder, merged into the catalog kind after kind: scenarios last, since they name the others. */
export async function mergeOwn(
  catalog: DatasetCatalog,
  home: string,
): Promise<{ catalog: DatasetCatalog; scenarios: string[] }> {
  const kits = await partsOf<Kit>(foldersBelow(join(home, 'apps-sim/kits'), 'kit.ts'), {
    kind: 'kit',
    taken: catalog.range.kits,
  });
  const withKits = { ...catalog.range.kits, ...kits };
  const stated = await partsOf<StatedApp>(foldersBelow(join(home, 'apps-sim'), 'app.ts'), {
    kind: 'app',
    taken: catalog.range.apps,
  });
  const apps = atHome(stated, withKits);
  checkApps({ ...catalog.range.apps, ...apps }, Object.keys(apps));
  const merged: DatasetCatalog = {
    ...catalog,
    range: {
      ...catalog.range,
      kits: sorted(withKits),
      apps: await withSkins(sorted({ ...catalog.range.apps, ...apps }), {
        home,
        kits: Object.keys(withKits),
      }),
    },
    edges: sorted({
      ...catalog.edges,
      ...(await partsOf<Edge>(modulesBelow(join(home, 'edges')), { kind: 'edge', taken: catalog.edges })),
    }),
    faults: sorted({
      ...catalog.faults,
      ...(await partsOf<Fault>(modulesBelow(join(home, 'faults')), { kind: 'fault', taken: catalog.faults })),
    }),
    rules: sorted({ ...catalog.rules, ...(await rulesOf(home, catalog.rules)) }),
  };
  const own = await scenariosOf(home, merged);
  return {
    catalog: { ...merged, scenarios: sorted({ ...merged.scenarios, ...own }) },
    scenarios: Object.keys(own),
  };
}

/** The parts of one kind, each by the name of its file or folder, which is its own. */
async function partsOf<T extends { name: string }>(
  found: readonly Found[],
  { kind, taken }: { kind: 'app' | 'kit' | 'edge' | 'fault'; taken: Readonly<Record<string, unknown>> },
): Promise<Record<string, T>> {
  const parts: Record<string, T> = {};
  for (const { name, file } of found) {
    const part = await checkedPart<T>(file, { kind, fields: FIELDS[kind] });
    if (part.name !== name) refuse(file, `The ${kind} calls itself ${part.name}.`, `name: '${name}'`);
    if (Object.hasOwn(taken, name)) refuse(file, `The package has a ${kind} ${name} of its own.`);
    parts[name] = part;
  }
  return parts;
}

/** What the consoles of a folder must agree on with all others: an address of its own, and a home that is there. */
function checkApps(all: Readonly<Record<string, App>>, own: readonly string[]): void {
  for (const name of own) {
    const app = all[name];
    if (!app) continue;
    const where = `apps-sim/${name}/app.ts`;
    const twin = Object.values(all).find(other => other.name !== name && other.host === app.host);
    if (twin) refuse(where, `The host "${app.host}" is that of ${twin.name}.`, 'a host of its own');
    if (!matchRoute(app, 'GET', app.home)) {
      const paths = Object.keys(app.routes).filter(
        route => route.startsWith('GET /') && !route.includes(':'),
      );
      refuse(where, `Its home "${app.home}" is no page.`, paths.map(route => route.slice(4)).join(', '));
    }
  }
}

async function rulesOf(home: string, taken: Readonly<Record<string, Rule>>): Promise<Record<string, Rule>> {
  const rules: Record<string, Rule> = {};
  for (const { name, file } of modulesBelow(join(home, 'rules'))) {
    const rule = await checkedPart<Rule>(file, { kind: 'rule', fields: FIELDS.rule });
    const id = name.toUpperCase();
    if (rule.id !== id) refuse(file, `The rule calls itself ${rule.id}.`, `id: '${id}'`);
    if (Object.hasOwn(taken, id)) refuse(file, `The package has a rule ${id} of its own.`);
    rules[id] = rule;
  }
  return rules;
}

/** The consoles with the looks that the folder adds to them; every kit that a look names has to be there. */
async function withSkins(
  apps: Record<string, App>,
  { home, kits }: { home: string; kits: readonly string[] },
): Promise<Record<string, App>> {
  const all = { ...apps };
  for (const { name, file } of modulesBelow(join(home, 'skins'))) {
    const { app: of, ...given } = await checkedPart<OwnSkin>(file, {
      kind: 'skin',
      fields: { name: 'string', app: 'string' },
    });
    if (given.name !== name) refuse(file, `The skin calls itself ${given.name}.`, `name: '${name}'`);
    const app = all[of];
    if (!app) throw unknownName('app', of, { known: Object.keys(apps), where: file });
    if (app.skins.some(skin => skin.name === name)) refuse(file, `${of} has a skin ${name} already.`);
    all[of] = { ...app, skins: [...app.skins, { ...app.skins[0], ...given }] };
  }
  for (const app of Object.values(all)) for (const skin of app.skins) checkKit(app, skin, kits);
  return all;
}

function checkKit(app: App, skin: Skin, kits: readonly string[]): void {
  if (!kits.includes(skin.kit))
    throw unknownName('kit', skin.kit, { known: kits, where: `skin ${skin.name} of ${app.name}` });
}

async function scenariosOf(home: string, catalog: DatasetCatalog): Promise<Record<string, Scenario>> {
  const scenarios: Record<string, Scenario> = {};
  const families = foldersBelow(join(home, 'scenarios')).filter(({ name }) => !SHARED.includes(name));
  for (const family of families) {
    for (const { name: own, file } of modulesBelow(family.file)) {
      const name = `${family.name}/${own}`;
      if (Object.hasOwn(catalog.scenarios, name))
        refuse(file, `The package has a scenario ${name} of its own.`);
      const definition = await checkedPart<ScenarioDefinition>(file, {
        kind: 'scenario',
        fields: { form: 'object' },
      });
      scenarios[name] = nameScenario(name, definition, catalog);
    }
  }
  return scenarios;
}

/** Folders beside those of the families: what several scenarios share. */
const SHARED: readonly string[] = ['draws', 'procedures'];

/** A list in the order of its names, whatever was read first. */
function sorted<T>(list: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(list).sort(([a], [b]) => (a < b ? -1 : 1)));
}
