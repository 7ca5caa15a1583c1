import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

/** What was printed as the next steps of everything that was made. */
const printed: string[] = [];

/** What `serve` prints until it is ready; it is ended then. */
async function served(words: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [join(root, 'src/cli/bin.mjs'), ...words, '--port', '0'], {
    cwd: home,
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (piece: string) => {
      text += piece;
      if (text.includes('Ctrl+C ends it.')) child.kill('SIGINT');
    });
  }
  await once(child, 'close');
  return text;
}

const MADE = [
  ['app', 'orderly', '--kit', 'tabler'],
  ['app', 'staffy', '--like', 'peoplemere'],
  ['kit', 'bluewood', '--like', 'tabler'],
  ['kit', 'plainly'],
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
    const { code, text } = run('new', ...words, '--in', 'my');
    expect([code, text]).toEqual([0, expect.stringContaining('Then:')]);
    printed.push(
      ...text
        .replace(/^[\s\S]*Then:\n/, '')
        .trim()
        .split('\n'),
    );
  }
}, 120_000);

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
      ['kits', 'bluewood'],
      ['kits', 'plainly'],
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

  it('reports to its author what is wrong with file and no frames of tools', () => {
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
    const edge = "name: 'wrong', id: 'E-95', summary: 'x', mayTurnTo: ['refuse'], lay() {}";
    expect(tell(`export default { ${edge}, mayturnTo: 1 };`)).toContain('Did you mean "mayTurnTo"?');
    expect(tell("export default { name: 'wrong', id: 'E-95' };")).toContain('"summary" is missing');
    expect(tell(`export default {\n ${edge.replace("'refuse'", "'refused'")} };`)).toMatch(
      /wrong\.ts:2[\s\S]*allowed {2}complete, answer, escalate, refuse/,
    );
    expect(tell(`export default { ${edge.replace('E-95', 'E-01')} };`)).toContain('that of namesake');
    expect(tell(`export default { ${edge.replace("'wrong'", "'right'")} };`)).toContain('calls itself right');
    expect(tell('const x = ;')).toContain('The file cannot be loaded');
    const thrown = "import { UsageError } from 'iam-range/authoring';\nthrow new UsageError('No good.');\n";
    expect(tell(thrown)).toMatch(/^No good\.\n {2}on {7}my\/edges\/wrong\.ts:2/);
    writeFileSync(wrong, `export default { ${edge} };`);
    expect(run('list', 'edges', '--with', 'my').code).toBe(0);
  }, 60_000);

  it('takes no look with values that there are not, at the line that says it', () => {
    const file = join(home, 'my/skins/night.ts');
    const right = readFileSync(file, 'utf8');
    const said = (from: RegExp, to: string): string => {
      writeFileSync(file, right.replace(from, to));
      const { code, text } = run('list', 'skins', '--with', 'my');
      expect([code, text]).toEqual([2, expect.stringMatching(/my\/skins\/night\.ts:\d+/)]);
      return text;
    };
    expect(said(/'dark'/, "'drak'")).toContain('"theme" is "drak". Did you mean "dark"?');
    writeFileSync(file, right);
    expect(run('list', 'skins', '--with', 'my').text).toContain('orderly/night');
  }, 60_000);

  it('is taken without the file that is broken, where nothing needs that', () => {
    const wrong = join(home, 'my/scenarios/mobile/wrong.ts');
    writeFileSync(wrong, 'export default 1;\n');
    const broken = /my\/scenarios\/mobile\/wrong\.ts was left out: The file is no scenario/;
    const replay = ['replay', 'requests/mine', '--seed', '1', '--people', '60', '--with', 'my'];
    for (const words of [['list', 'edges', '--with', 'my'], replay])
      expect(run(...words)).toEqual({ code: 0, text: expect.stringMatching(broken) });
    const needed = ['replay', 'mobile/wrong', '--seed', '1', '--with', 'my'];
    for (const words of [
      needed,
      ['list', 'scenarios', '--with', 'my'],
      ['check', 'mobile/*', '--with', 'my'],
    ])
      expect(run(...words)).toEqual({ code: 2, text: expect.stringMatching(/^The file is no scenario/) });
    rmSync(wrong);
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

  it('says as the next step what works as it is printed', async () => {
    expect(printed.length).toBeGreaterThan(MADE.length);
    for (const line of printed) {
      const words = line
        .trim()
        .replace(/^npx iam-range /, '')
        .split(' ');
      if (words[0] === 'serve') {
        expect([line, await served(words)]).toEqual([line, expect.stringContaining('Ctrl+C ends it.')]);
        continue;
      }
      const short = words[0] === 'check' ? ['--seeds', '1'] : [];
      const { code, text } = run(...words, ...short);
      const isGap = line.includes('mobile/lost-phone');
      expect([line, code, text]).toEqual([line, isGap ? 2 : 0, expect.anything()]);
      if (isGap)
        expect(text).toMatch(/A gap is left: [\s\S]*my\/scenarios\/mobile\/lost-phone\.goals\.ts:\d+/);
    }
  }, 600_000);

  it('writes, checks and exports a table of its own, and refuses one that is none', () => {
    for (const folder of ['tables', 'exporters']) mkdirSync(join(home, 'my', folder), { recursive: true });
    const table = join(home, 'my/tables/clicks.ts');
    const text = readFileSync(join(root, 'test/support/clicks-table.ts'), 'utf8')
      .replace(
        /^import[\s\S]*?;\nimport[\s\S]*?;\n/,
        "import { column, defineTable } from 'iam-range/authoring';\n",
      )
      .replace('export const clicks =', 'export default');
    writeFileSync(table, text);
    writeFileSync(
      join(home, 'my/exporters/buttons.ts'),
      `import { defineExporter } from 'iam-range/authoring';
import clicks from '../tables/clicks.ts';
const files = async function* (rows: AsyncIterable<{ button: string | null }>) {
  for await (const { button } of rows) yield { path: 'buttons.txt', content: button + '\\n' };
};
export default defineExporter({ name: 'buttons', summary: 'the buttons', table: clicks, files });
`,
    );
    const recipe = { name: 'own', seed: '1', episodes: 2, people: 60, scenarios: ['requests/add-to-group'] };
    writeFileSync(join(home, 'own.json'), JSON.stringify(recipe));
    const made = run('generate', 'own.json', ...'--with my --surface dom --no-certify --out set'.split(' '));
    expect(made).toMatchObject({ code: 0 });
    expect(run('verify', 'set', '--with', 'my')).toMatchObject({ code: 0 });
    expect(run('verify', 'set').code).toBe(1);
    expect(run('export', 'set', '--to', 'buttons', '--with', 'my')).toMatchObject({ code: 0 });
    // Each button by its name, whatever the drawn words are: two episodes click more than ten times.
    const buttons = readFileSync(join(home, 'set-buttons/buttons.txt'), 'utf8').trimEnd().split('\n');
    expect(buttons.length).toBeGreaterThan(10);
    expect(buttons.filter(name => name === '' || name === 'null')).toEqual([]);
    writeFileSync(table, text.replace(/ {2}about: .*\n/, ''));
    const { code, text: said } = run('list', 'tables', '--with', 'my');
    expect([code, said]).toEqual([
      2,
      expect.stringMatching(/"about" is missing[\s\S]*my\/tables\/clicks\.ts:\d+/),
    ]);
    rmSync(join(home, 'my/tables'), { recursive: true });
    rmSync(join(home, 'my/exporters'), { recursive: true });
  }, 120_000);

  it('refuses options that a kind does not take', () => {
    const { code, text } = run('new', 'rule', 'p-91', '--kit', 'tabler', '--in', 'my');
    expect([code, text]).toEqual([2, expect.stringContaining('A new rule takes no --kit.')]);
  });

  it('takes no name twice, no kind that there is not, and nothing into an installed package', () => {
    expect(run('new', 'edge', 'namesake', '--in', 'my').text).toContain(
      'The package has the edge namesake already',
    );
    expect(run('new', 'app', 'orderly', '--in', 'my').text).toContain('The app orderly is there already');
    expect(run('new', 'skni', 'x', '--in', 'my').text).toContain('Did you mean "skin"?');
    expect(run('new', 'app', 'other', '--kit', 'tablar', '--in', 'my').text).toContain(
      'Did you mean "tabler"?',
    );
  }, 180_000);
});
