import { type Asked, type Files, known, listedIn, originalAt, read } from './asked.ts';
import { copyOf, freeId } from './code-copy.ts';

/** Where parts of one file each lie, in the package and in a folder of one's own, and how their ids begin. */
const PLACES = {
  edge: { house: 'src/world/edges', own: 'edges', letter: 'E' },
  fault: { house: 'src/fault', own: 'faults', letter: 'F' },
  rule: { house: 'src/scenario/rules', own: 'rules', letter: 'P' },
} as const;

/** One file of a list: an edge, a fault, a rule, made after one that there is. */
export function partFiles(asked: Asked, kind: keyof typeof PLACES): Files {
  const { house, own, letter } = PLACES[kind];
  const list: Readonly<Record<string, { id: string }>> = asked.catalog[own];
  const { name, isInHouse, like = Object.keys(list)[0] ?? '' } = asked;
  const original = known(kind, kind === 'rule' ? like.toUpperCase() : like, Object.keys(list));
  const file = `${original.toLowerCase()}.ts`;
  const found = originalAt(asked, `${own}/${file}`, `${house}/${file}`);
  const names = { old: original.toLowerCase(), now: name };
  const copy = { isInHouse: found.isOwn, from: found.path, unit: found.path, names };
  const ids = Object.values(list).map(({ id }) => id);
  const id = kind === 'rule' ? name.toUpperCase() : freeId(letter, ids);
  const text = copyOf(read(found), copy).replaceAll(listedIn(list, original).id, id);
  // Edges of the house are exported by their names.
  const stated = isInHouse
    ? text.replace(/export const \w+ = defineEdge\(/, `export const ${camel(name)} = defineEdge(`)
    : text.replace(/export const \w+ = defineEdge\(/, 'export default defineEdge(');
  return { [`${isInHouse ? house : own}/${name}.ts`]: stated };
}

function camel(name: string): string {
  return name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}
