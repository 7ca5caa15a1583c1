import { basename } from 'node:path/posix';
import type { DatasetCatalog } from '../../dataset/catalog.ts';
import { GOALS_ENDING } from '../../scenario/author-site.ts';
import { type Asked, type Files, isThere, known, originalAt, read, render } from './asked.ts';
import { copyOf } from './code-copy.ts';

/** A scenario with gaps to fill, or a copy of another one; with an edge more, where one is asked for. */
export function scenarioFiles(asked: Asked): Files {
  const { name, like, edge, catalog } = asked;
  if (edge !== undefined) known('edge', edge, Object.keys(catalog.edges));
  const [page, goals] = [`scenarios/${name}.ts`, `scenarios/${name}${GOALS_ENDING}`];
  const words = { ...asked, file: basename(name) };
  const files: Files =
    like === undefined
      ? { [page]: render('scenario.txt', words), [goals]: render('goals.txt', words) }
      : copied(asked, known('scenario', like, Object.keys(catalog.scenarios)));
  return edge === undefined ? files : { ...files, [page]: withEdge(files[page] ?? '', edge) };
}

/** The page of another scenario, and its goals where they have a file. */
function copied(asked: Asked, like: string): Files {
  const copies = ['.ts', GOALS_ENDING].flatMap(ending => {
    const path = `scenarios/${like}${ending}`;
    const found = originalAt(asked, path, path);
    if (!isThere(found)) return [];
    const copy = { from: path, unit: `scenarios/${like}.`, isInHouse: found.isOwn };
    const text = copyOf(read(found), { ...copy, names: { old: like, now: asked.name } });
    const [old, now] = [like, asked.name].map(name => `'./${basename(name)}${GOALS_ENDING}'`);
    return [[`scenarios/${asked.name}${ending}`, text.replaceAll(old ?? '', now ?? '')] as const];
  });
  return Object.fromEntries(copies);
}

/** The edge at the head of the list that a scenario states, or in a list of its own. */
function withEdge(text: string, edge: string): string {
  const stated = /^ {2}edges: (\[?)(.*)$/m;
  if (!stated.test(text)) return text.replace(/^ {2}about\b/m, `  edges: ['${edge}'],\n  about`);
  return text.replace(stated, (_, bracket: string, rest: string) => {
    if (bracket === '') return `  edges: ['${edge}', ...${rest.replace(/,$/, '')}],`;
    return rest.startsWith(']') ? `  edges: ['${edge}'${rest}` : `  edges: ['${edge}', ${rest}`;
  });
}

/** The first scenario that goes with an edge or fault; with any, where none goes with this one. */
export function firstWith(
  { scenarios }: DatasetCatalog,
  kind: 'edges' | 'faults',
  name: string | undefined,
): string {
  const all = Object.values(scenarios);
  const most = Math.max(...all.map(scenario => scenario[kind].length));
  const found =
    all.find(scenario => name !== undefined && scenario[kind].includes(name)) ??
    all.find(scenario => scenario[kind].length === most);
  return found?.name ?? '';
}
