import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { main } from '../../../src/cli/main.ts';
import { neutral, neutralJson, oneLine } from '../../../src/cli/print.ts';
import { startProgress } from '../../../src/cli/progress.ts';
import { verifyDataset } from '../../../src/dataset/verify/verify.ts';
import { HOSTILE, TEXTS } from '../../contracts/hostile-texts.ts';
import { makeDataset } from '../../support/dataset.ts';
import { makeFolder } from '../../support/folders.ts';

/** What a terminal may take as more than text: controls, turns of direction, breaks of lines, halves. */
const RAW = /[^\P{Cc}\n\t]|[\p{Bidi_Control}\p{Zl}\p{Zp}\p{Cs}]/u;

/** One text of each kind, but for the long ones, with what a terminal would take most amiss. */
const SAMPLE = Object.entries(HOSTILE)
  .filter(([kind]) => kind !== 'long')
  .map(([kind, texts]) => [kind, texts.find(text => RAW.test(text)) ?? texts[0] ?? ''] as const);

let written = '';
beforeEach(() => {
  written = '';
  const take = (text: unknown): boolean => {
    written += String(text);
    return true;
  };
  vi.spyOn(process.stdout, 'write').mockImplementation(take);
  vi.spyOn(process.stderr, 'write').mockImplementation(take);
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** What a command line prints, and the code that it ends with. */
async function run(...words: string[]): Promise<{ code: number; said: string }> {
  written = '';
  const code = await main(words);
  expect(written).not.toMatch(RAW);
  return { code, said: written };
}

describe('hostile text', () => {
  it('is text on a terminal and in JSON, whatever it is', () => {
    expect(TEXTS.filter(({ text }) => RAW.test(text)).length).toBeGreaterThan(100);
    for (const { text } of TEXTS) {
      expect(neutral(text)).not.toMatch(RAW);
      expect(oneLine(text)).not.toMatch(/[\n\t]/);
      const json = neutralJson({ [text]: [text] });
      expect(json).not.toMatch(RAW);
      expect(JSON.parse(json)).toEqual({ [text]: [text] });
    }
  });

  it('is text in what is said of progress', () => {
    for (const { text } of TEXTS) startProgress(1, 'episodes').step(1, text);
    expect(written.match(/\/s {2}0 s left {2}/g)).toHaveLength(TEXTS.length);
    expect(written).not.toMatch(RAW);
  });
});

describe('a command line of hostile text', () => {
  it.each(SAMPLE)('is answered with text: %s', async (_kind, text) => {
    expect((await run(text)).code).toBe(2);
    expect((await run(`--${text}`)).code).toBe(2);
    expect((await run('list', text)).said).toContain(neutral(text));
    expect((await run('replay', `x${text}`, '--seed', text)).said).toContain(neutral(text));
    const replay = ['replay', 'requests/add-to-group', '--seed', '1'];
    for (const option of ['--edge', '--policy', '--skins'])
      expect((await run(...replay, `${option}=${text}`)).code, option).toBe(2);
  });

  it('names a folder that is not there as text', async () => {
    const { said } = await run('verify', join(makeFolder(), '\u001b[2J\u202e\u2028'));
    expect(said).toContain('\\x1b[2J\\u202e\\u2028');
  });
});

describe('a recipe of hostile text', () => {
  it.each(SAMPLE)('is refused in text: %s', async (_kind, text) => {
    const folder = makeFolder();
    const write = (fields: object): string => {
      const file = join(folder, 'recipe.json');
      writeFileSync(file, JSON.stringify({ name: 'a', seed: 1, episodes: 1, ...fields }));
      return file;
    };
    for (const fields of [
      { name: text },
      { license: text },
      { scenarios: [text] },
      { [text]: 1 },
      { skins: text },
    ]) {
      const { code, said } = await run('generate', write(fields), '--out', join(folder, 'out'));
      expect([code, said], JSON.stringify(fields)).toEqual([2, expect.stringMatching(/\S/)]);
    }
  });
});

describe('a dataset with a file of hostile name', () => {
  it('is reported in one line for each problem, and in JSON that says the same', async () => {
    const { folder } = await makeDataset({ episodes: 4, shardEpisodes: 4 }, { hasPixels: false });
    const names = SAMPLE.map(([, text]) => `${text.replaceAll(/[/\0]|\p{Cs}/gu, '')}\n0 problems.`);
    mkdirSync(join(folder, 'a\nb'));
    for (const name of names) writeFileSync(join(folder, name), 'x');
    const report = await verifyDataset(folder);
    expect(report.problems.map(({ file }) => file)).toEqual(expect.arrayContaining(names));
    const { code, said } = await run('verify', folder);
    const lines = said.trimEnd().split('\n');
    expect([code, lines.length]).toEqual([1, report.problems.length + 2]);
    expect(lines.filter(line => line === '0 problems.')).toEqual([]);
    const json = await run('verify', folder, '--json');
    expect(JSON.parse(json.said)).toEqual(JSON.parse(JSON.stringify(report)));
  });
});
