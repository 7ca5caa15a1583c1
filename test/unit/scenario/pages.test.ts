import { readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../../src/catalog.ts';
import { filesBelow } from '../../../src/cli/code-digest.ts';
import { GOALS_ENDING } from '../../../src/scenario/author-site.ts';
import { REGISTERS } from '../../../src/scenario/registers.ts';
import { SCENARIO } from '../../sizes/lines.ts';

const root = resolve(import.meta.dirname, '../../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

/** Every file in the folder of a family: pages, and their goals. */
const files = filesBelow(join(root, 'scenarios'))
  .map(file => relative(root, file))
  .filter(file => /^scenarios\/(?!draws|procedures)[\w-]+\//.test(file));
const goals = files.filter(file => file.endsWith(GOALS_ENDING));

describe('a scenario', () => {
  it('stands on one page, and its goals on another', () => {
    const long = files.flatMap(file => {
      const lines = read(file).trimEnd().split('\n');
      const wide = lines.findIndex(line => line.length > 110);
      return [
        ...(lines.length > SCENARIO.max
          ? [`${file} has ${lines.length} lines; move what it draws or does apart (${SCENARIO.max})`]
          : []),
        ...(wide < 0 ? [] : [`${file}:${wide + 1} is wider than 110; break its text with oneLine\`…\``]),
      ];
    });
    expect(files.length).toBeGreaterThan(30);
    expect(long).toEqual([]);
  });

  it('has its goals beside it, in one order of the registers', () => {
    const names = goals.map(file => file.slice('scenarios/'.length, -GOALS_ENDING.length));
    expect(names.sort()).toEqual(Object.keys(catalog.scenarios).sort());
    const registers = Object.keys(REGISTERS);
    for (const file of goals) {
      const worded = [...read(file).matchAll(/^ {2}(\w+):/gm)].map(([, register = '']) => register);
      const theirs = worded.filter(register => registers.includes(register));
      expect(theirs, `${file}: order its registers as src/scenario/registers.ts does`).toEqual(registers);
    }
  });
});
