import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const words = (list: string): string[] =>
  list
    .split(',')
    .map(word =>
      word
        .trim()
        .replace(/^type /, '')
        .replace(/ as .*$/, ''),
    )
    .filter(word => word !== '');

/** The names that a door lets out: those that it lists, and all of the files that it opens whole. */
function exportedBy(path: string): Set<string> {
  const text = read(path);
  const listed = [...text.matchAll(/export (?:type )?\{([^}]*)\}/g)].flatMap(([, list = '']) => words(list));
  const stated = [...text.matchAll(/^export (?:const|function\*?|interface|type|class) (\w+)/gm)].map(
    ([, name = '']) => name,
  );
  const whole = [...text.matchAll(/export \* from '([^']+)'/g)].flatMap(([, target = '']) => [
    ...exportedBy(join(dirname(path), target)),
  ]);
  return new Set([...listed, ...stated, ...whole]);
}

/** The names that a file imports from the house, but for files of its own kind. */
function importedBy(path: string): string[] {
  return [...read(path).matchAll(/import (?:type )?\{([^}]*)\} from '\.[^']*'/g)].flatMap(([, list = '']) =>
    words(list),
  );
}

it.each(['src/world/edges', 'src/fault', 'src/scenario/rules'])(
  'a copy of each of %s finds all by the door',
  folder => {
    const door = exportedBy('src/authoring.ts');
    const originals = readdirSync(join(root, folder))
      .filter(name => !/^(index|define-\w+|healing|events|moments|own-page)\.ts$/.test(name))
      .sort();
    expect(originals.length).toBeGreaterThan(8);
    for (const name of originals) {
      for (const imported of importedBy(`${folder}/${name}`))
        expect(
          door.has(imported),
          `${folder}/${name} imports ${imported}: export it from src/authoring.ts`,
        ).toBe(true);
    }
  },
);
