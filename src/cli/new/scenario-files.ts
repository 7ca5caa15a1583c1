import type { DatasetCatalog } from '../../dataset/catalog.ts';
import { type Asked, type Files, known, originalAt, read, render } from './asked.ts';
import { copyOf } from './code-copy.ts';

/** A scenario with gaps to fill, or a copy of another one; with an edge more, where one is asked for. */
export function scenarioFiles(asked: Asked): Files {
  const { name, like, edge, catalog } = asked;
  if (edge !== undefined) known('edge', edge, Object.keys(catalog.edges));
  const text = like === undefined ? render('scenario.txt', asked) : copied(asked, like);
  return { [`scenarios/${name}.ts`]: edge === undefined ? text : withEdge(text, edge) };
}

function copied(asked: Asked, like: string): string {
  const path = `scenarios/${known('scenario', like, Object.keys(asked.catalog.scenarios))}.ts`;
  const found = originalAt(asked, path, path);
  const names = { old: like, now: asked.name };
  return copyOf(read(found), { names, from: path, unit: path, isInHouse: found.isOwn });
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
