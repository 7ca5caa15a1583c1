import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeFolder } from '../support/folders.ts';

/** A folder of one's own with one thing of each kind, made after every original that there is to copy. */
const root = resolve(import.meta.dirname, '../..');
const home = makeFolder();

function run(...words: string[]): { code: number | null; text: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'src/cli/bin.mjs'), ...words], {
    cwd: home,
    encoding: 'utf8',
  });
  return { code: status, text: stdout + stderr };
}

const MADE = [
  ['app', 'orderly', '--kit', 'tabler'],
  ['app', 'staffy', '--like', 'peoplemere'],
  ['scenario', 'mobile/lost-phone'],
  ['scenario', 'requests/mine', '--like', 'requests/add-to-group'],
  ['edge', 'name-changed', '--like', 'namesake'],
  ['fault', 'two-minutes-late', '--like', 'slow-page'],
  ['rule', 'p-90'],
  ['skin', 'night', '--like', 'orderly'],
] as const;

beforeAll(() => {
  expect(run('init', 'my').code).toBe(0);
  for (const words of MADE) {
    // A skin of one's own console is asked for by its name in the file.
    const asked = words[0] === 'skin' ? ['skin', 'night', '--like', 'harborlight'] : words;
    expect(run('new', ...asked, '--in', 'my')).toMatchObject({ code: 0 });
  }
  const skin = join(home, 'my/skins/night.ts');
  writeFileSync(skin, readFileSync(skin, 'utf8').replaceAll('harborlight', 'orderly'));
}, 60_000);

describe('a folder of one’s own', () => {
  it('is whole to an editor: the compiler finds nothing in it', () => {
    const { status, stdout } = spawnSync(join(root, 'node_modules/.bin/tsc'), ['-p', join(home, 'my')], {
      encoding: 'utf8',
    });
    expect([status, stdout]).toEqual([0, '']);
  }, 60_000);

  it('lists its things beside those of the package', () => {
    expect(run('list', 'apps', '--json', '--with', 'my').text).toMatch(
      /"orderly"[\s\S]*"night"[\s\S]*"staffy"/,
    );
    for (const [kind, name] of [
      ['edges', 'name-changed'],
      ['faults', 'two-minutes-late'],
      ['rules', 'P-90'],
      ['scenarios', 'requests/mine'],
    ] as const)
      expect(run('list', kind, '--with', 'my').text).toContain(name);
  }, 60_000);

  it('is acted out: its scenario with its edge and its fault', () => {
    const replay = ['replay', 'requests/mine', '--seed', '1', '--people', '60', '--with', 'my'];
    expect(run(...replay).code).toBe(0);
    const file = join(home, 'my/scenarios/requests/mine.ts');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/edges: \[/, "edges: ['name-changed', "));
    const { code, text } = run(...replay, '--edge', 'name-changed', '--fault', 'two-minutes-late');
    expect(text).toContain('edge name-changed · fault two-minutes-late');
    expect(code).not.toBe(70);
  }, 60_000);

  it('tells its author what is wrong with file and no frames of tools', () => {
    const wrong = join(home, 'my/edges/wrong.ts');
    const tell = (text: string): string => {
      writeFileSync(wrong, text);
      const { code, text: said } = run('list', 'edges', '--with', 'my');
      expect(code).toBe(2);
      expect(said).not.toMatch(/\n\s+at /);
      expect(said).toContain('my/edges/wrong.ts');
      return said;
    };
    expect(tell('export const x = 1;')).toContain('export default defineEdge({ … })');
    const edge = "name: 'wrong', id: 'E-95', summary: 'x', mayTurnTo: [], lay() {}";
    expect(tell(`export default { ${edge}, mayturnTo: 1 };`)).toContain('Did you mean "mayTurnTo"?');
    expect(tell("export default { name: 'wrong', id: 'E-95' };")).toContain('The edge has no summary');
    expect(tell(`export default { ${edge.replace("'wrong'", "'right'")} };`)).toContain('calls itself right');
    expect(tell('const x = ;')).toContain('The file cannot be loaded');
    writeFileSync(wrong, `export default { ${edge} };`);
    expect(run('list', 'edges', '--with', 'my').code).toBe(0);
  }, 60_000);

  it('takes no address of another console, no kit and no home that there is not', () => {
    const file = join(home, 'my/apps-sim/orderly/app.ts');
    const right = readFileSync(file, 'utf8');
    const said = (from: RegExp, to: string): string => {
      expect(right).toMatch(from);
      writeFileSync(file, right.replace(from, to));
      const { code, text } = run('list', 'apps', '--with', 'my');
      expect(code).toBe(2);
      expect(text).toContain('apps-sim/orderly/app.ts');
      return text;
    };
    expect(said(/host: '[^']*'/, "host: 'id'")).toContain('The host "id" is that of harborlight.');
    expect(said(/kit: '[^']*'/, "kit: 'tablr'")).toContain('Did you mean "tabler"?');
    expect(said(/home: '[^']*'/, "home: '/membrs'")).toContain('Its home "/membrs" is no page.');
    writeFileSync(file, right);
    const taken = run('new', 'skin', 'night', '--like', 'brightqueue', '--in', 'my');
    expect(taken.text).toContain('brightqueue has a skin night already.');
  }, 60_000);

  it('takes no name twice, no kind that there is not, and nothing into an installed package', () => {
    expect(run('new', 'edge', 'namesake', '--in', 'my').text).toContain(
      'The package has the edge namesake already',
    );
    expect(run('new', 'app', 'orderly', '--in', 'my').text).toContain('The app orderly is there already');
    expect(run('new', 'skni', 'x', '--in', 'my').text).toContain('Did you mean "skin"?');
    expect(run('new', 'app', 'other', '--kit', 'tablar', '--in', 'my').text).toContain(
      'Did you mean "tabler"?',
    );
  }, 60_000);
});
