import type { Command } from 'commander';
import { unknownName } from '../core/errors.ts';
import type { DatasetCatalog } from '../dataset/catalog.ts';
import { splitRuleOf } from '../dataset/plan/catalog-info.ts';
import { alternativesOf } from '../policy/with-alternative.ts';
import { mistakesOf } from '../policy/with-mistake.ts';
import { withOption } from './options.ts';
import { print, printJson, table } from './print.ts';
import { loadCatalog } from './own-folder.ts';
import { kinds, type Needs, sayBroken } from './own-needs.ts';

type Row = Record<string, string | readonly string[]>;

const KINDS: Record<string, (catalog: DatasetCatalog) => Row[]> = {
  scenarios: catalog =>
    Object.values(catalog.scenarios).map(scenario => ({
      name: scenario.name,
      workflow: scenario.workflow,
      split: splitRuleOf(catalog, scenario.name.split('/')[0] ?? '', scenario.name) ?? 'train',
      apps: scenario.apps,
      edges: scenario.edges,
      faults: scenario.faults,
      mistakes: mistakesOf(catalog, scenario),
      alternatives: alternativesOf(catalog, scenario),
      summary: scenario.summary,
    })),
  apps: catalog =>
    Object.values(catalog.range.apps).map(({ name, title, skins, summary }) => ({
      name,
      title,
      kit: skins[0].kit,
      skins: skins.map(skin => skin.name),
      summary,
    })),
  skins: catalog =>
    Object.values(catalog.range.apps).flatMap(({ name: app, skins }) =>
      skins.map(({ name, kit, theme, density }) => ({
        ...{ name: `${app}/${name}`, kit, theme, density },
        summary: `${theme}, ${density}, ${kit}`,
      })),
    ),
  edges: ({ edges }) =>
    Object.values(edges).map(({ name, id, mayTurnTo, summary }) => ({ name, id, mayTurnTo, summary })),
  faults: ({ faults }) =>
    Object.values(faults).map(({ name, id, summary, recovery }) => ({ name, id, summary, recovery })),
  rules: ({ rules }) => Object.values(rules).map(({ id, summary }) => ({ id, summary })),
  tables: ({ tables }) => tables.map(({ name, about }) => ({ name, summary: about })),
  exporters: ({ exporters }) => exporters.map(({ name, summary }) => ({ name, summary })),
  people: ({ range }) =>
    Object.values(range.people ?? {}).map(({ name, summary, share, truth: { voice } }) => ({
      name,
      voice,
      share: String(share),
      summary,
    })),
  kits: catalog =>
    Object.values(catalog.range.kits).map(({ name, title, summary, homeOf }) => ({
      name,
      title,
      summary,
      homeOf,
    })),
};

/** The parts that a list is made of; the others may be broken. */
const NEEDED: Readonly<Record<string, Needs>> = {
  scenarios: kinds('scenario'),
  apps: kinds('app', 'skin'),
  skins: kinds('app', 'skin'),
  edges: kinds('edge'),
  faults: kinds('fault'),
  rules: kinds('rule'),
  kits: kinds('kit'),
  tables: kinds('table'),
  exporters: kinds('exporter'),
};

/** `list KIND`: what there is, one line each. */
export function listCommand(command: Command, done: (code: number) => void): void {
  command
    .argument('<kind>', Object.keys(KINDS).join(' | '))
    .addOption(withOption())
    .option('--json', 'print JSON with every field')
    .addHelpText('after', '\nExamples:\n  $ iam-range list scenarios\n  $ iam-range list apps --json')
    .action(async (kind: string, { json, with: own }: { json?: boolean; with?: string }) => {
      const rowsOf = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
      if (!rowsOf) throw unknownName('list', kind, { known: Object.keys(KINDS) });
      const { catalog, broken } = await loadCatalog(own, NEEDED[kind] ?? kinds());
      const rows = rowsOf(catalog);
      if (json) printJson(rows);
      else print(table(rows.map(brief)));
      sayBroken(broken);
      done(0);
    });
}

/** The short form: name, id and what it is. */
function brief(row: Row): string[] {
  const shown = ['name', 'id', 'workflow', 'title', 'summary'].flatMap(key =>
    row[key] === undefined ? [] : [row[key]],
  );
  return shown.map(value => (typeof value === 'string' ? value : value.join(' ')));
}
