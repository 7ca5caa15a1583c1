import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { catalog } from '../../src/catalog.ts';
import { COMMANDS } from '../../src/cli/commands.ts';
import { main } from '../../src/cli/main.ts';

/** Every command line that is printed to be copied: those of the papers and of the help texts. */
const root = resolve(import.meta.dirname, '../..');
const PAPERS = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'src/DECISIONS.md'];

/** Programs that are not ours; what they are given is told by others. */
const FOREIGN = ['echo', 'python', 'npm ci', 'cd', 'git', 'curl'];

/** Commands that are quick without a browser: their examples are run as they stand. */
const QUICK = ['list', 'plan', 'replay'];

interface Line {
  from: string;
  text: string;
}

/** The command lines in the shell blocks of a paper: without comments, each of several in one line by itself. */
function linesOf(from: string): Line[] {
  const blocks = readFileSync(join(root, from), 'utf8').matchAll(/```sh\n([\s\S]*?)```/g);
  return [...blocks].flatMap(([, block = '']) =>
    block.split('\n').flatMap(line => splitLine(line).map(text => ({ from, text }))),
  );
}

function splitLine(line: string): string[] {
  return line
    .replace(/(^|\s)#.*$/, '')
    .split(/\s(?:&&|\|)\s/)
    .map(text => text.trim())
    .filter(text => text !== '');
}

let written = '';
beforeEach(() => {
  written = '';
  vi.spyOn(process.stdout, 'write').mockImplementation(text => {
    written += String(text);
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** The examples that a help text prints. */
async function examplesOf(...help: string[]): Promise<Line[]> {
  written = '';
  expect(await main(help)).toBe(0);
  return [...written.matchAll(/^ {2}\$ (.*?)(?: {2,}.*)?$/gm)].map(([, text = '']) => ({
    from: help.join(' '),
    text,
  }));
}

/** The words of a shell's line. */
function wordsOf(text: string): string[] {
  return [...text.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
    ([, single, double, bare]) => single ?? double ?? bare ?? '',
  );
}

/** Reads a line as its command would, without doing anything. Throws what the command would tell. */
async function readOnly([name = '', ...words]: string[]): Promise<void> {
  const entry = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  expect(entry, `command ${name}`).toBeDefined();
  const command = new Command(name).exitOverride().configureOutput({ writeErr: () => {} });
  (await entry?.load())?.(command, () => {});
  for (const each of [command, ...command.commands])
    each
      .action(() => {})
      .exitOverride()
      .configureOutput({ writeErr: () => {} });
  await command.parseAsync(words, { from: 'user' });
}

async function tryLine({ text, from }: Line): Promise<void> {
  const own = /^(?:[A-Z_]+=\S+ )*(?:npx )?iam-range (.*)$/.exec(text);
  if (own) {
    const words = wordsOf(own[1] ?? '');
    await readOnly(words);
    // Those need a browser, or a folder that the lines before would make.
    const isMore = words.includes('--shots') || words.includes('--with');
    if (QUICK.includes(words[0] ?? '') && !isMore) expect(await main(words), text).toBe(0);
    return;
  }
  const script = /^npm (?:run )?(fix|lint|test(?::\w+)?|bench|sizes)\b/.exec(text)?.[1];
  if (script !== undefined) return expect(PACKAGE.scripts, `${from}: ${text}`).toHaveProperty([script]);
  const tests = /^(?:UPDATE=1 )?npx vitest run (\S+)/.exec(text)?.[1];
  if (tests !== undefined) return expect(existsSync(join(root, tests)), `${from}: ${text}`).toBe(true);
  expect(
    FOREIGN.some(program => text.startsWith(program)),
    `${from}: ${text}`,
  ).toBe(true);
}

const PACKAGE = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};

describe('command lines of the papers', () => {
  it.each(PAPERS.filter(paper => existsSync(join(root, paper))).flatMap(linesOf))(
    '$from: $text',
    tryLine,
    30_000,
  );

  it('are found', () => {
    expect(linesOf('README.md').length).toBeGreaterThan(15);
    expect(splitLine('npm ci && npx iam-range list apps | head   # what there is')).toEqual([
      'npm ci',
      'npx iam-range list apps',
      'head',
    ]);
  });
});

describe('command lines of help texts', () => {
  it.each(['', ...Object.keys(COMMANDS)])(
    'of %s',
    async name => {
      const lines = await examplesOf(...(name === '' ? ['--help'] : ['help', name]));
      expect(lines.length).toBeGreaterThan(0);
      for (const line of lines) await tryLine(line);
    },
    60_000,
  );

  it('name scenarios that there are', async () => {
    for (const name of ['check', 'replay']) {
      for (const { text } of await examplesOf('help', name)) {
        const named = wordsOf(text).filter(word => /^[a-z-]+\/[a-z-]+$/.test(word));
        for (const scenario of named) expect(Object.keys(catalog.scenarios)).toContain(scenario);
      }
    }
  });

  it('a line with an option that there is not is found', async () => {
    await expect(readOnly(['check', '--nope'])).rejects.toThrow('unknown option');
    await expect(readOnly(['replay', 'a/b', '--seed', ''])).rejects.toThrow('one line of printable text');
    await expect(readOnly(['generate'])).rejects.toThrow('missing required argument');
  });
});
