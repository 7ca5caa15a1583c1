import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { transcript } from '../src/env/transcript.ts';
import { act, makeTask, SCENARIOS } from './support/fixtures.ts';
import { adviceOn, goldenBytes, mayReplace } from './support/golden-bytes.ts';

/**
 * How every expert works, as text that a person can review as a diff, and what bytes come of it. After a
 * change that is meant: `UPDATE=1 npx vitest run test/golden.test.ts`, and commit what changed.
 */
const FOLDER = join(import.meta.dirname, 'golden', 'transcripts');
const isUpdate = process.env.UPDATE === '1';

function transcriptsIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)).replace(/\.txt$/, ''))
    .sort();
}

describe('transcripts', () => {
  it.each(SCENARIOS)('%s', async name => {
    const text = transcript(await act(makeTask({ scenario: name, seed: 'golden' })));
    const path = join(FOLDER, `${name}.txt`);
    if (isUpdate) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
    const advice = `${name} is not as recorded: UPDATE=1 npx vitest run test/golden.test.ts, read the diff, commit it`;
    expect(
      existsSync(path),
      `${name} has no transcript: UPDATE=1 npx vitest run test/golden.test.ts, commit it`,
    ).toBe(true);
    expect(text, advice).toBe(readFileSync(path, 'utf8'));
  });

  it('are there for listed scenarios only', () => {
    expect(transcriptsIn(FOLDER).filter(name => !SCENARIOS.includes(name))).toEqual([]);
  });
});

describe('bytes', () => {
  const record = join(import.meta.dirname, 'golden', 'bytes.txt');

  it('are those that this version gave before', async () => {
    const about = readFileSync(join(import.meta.dirname, '../package.json'), 'utf8');
    const now = await goldenBytes((JSON.parse(about) as { version: string }).version);
    expect(now.match(/^[0-9a-f]{64} {2}(made-up|real)\/steps\//gm)?.length).toBeGreaterThanOrEqual(3);
    const recorded = existsSync(record) ? readFileSync(record, 'utf8') : '';
    if (isUpdate && mayReplace(recorded, now)) writeFileSync(record, now);
    expect(now, adviceOn(recorded, now)).toBe(readFileSync(record, 'utf8'));
  });

  it('are never recorded anew under the same version', () => {
    const cases: [recorded: string, now: string, isAllowed: boolean, advice: RegExp][] = [
      ['iam-range 1\na  x\n', 'iam-range 1\na  x\n', true, /^$/],
      [
        'iam-range 1\na  x\n',
        'iam-range 1\nb  x\n',
        false,
        /^The same .* than iam-range 1 .* raise the version in /,
      ],
      [
        'iam-range 1\na  x\n',
        'iam-range 1\na  x\nb  y\n',
        false,
        /raise the version in package\.json, then UPDATE=1/,
      ],
      ['iam-range 1\na  x\n', 'iam-range 2\nb  x\n', true, /^The golden bytes of this version .*: UPDATE=1 /],
      ['iam-range 1\na  x\n', 'iam-range 2\na  x\n', true, /^The golden bytes of this version .*: UPDATE=1 /],
      ['', 'iam-range 1\na  x\n', true, /^The golden bytes of this version .*: UPDATE=1 /],
    ];
    for (const [recorded, now, isAllowed, advice] of cases) {
      expect([recorded, now, mayReplace(recorded, now)]).toEqual([recorded, now, isAllowed]);
      expect(adviceOn(recorded, now)).toMatch(advice);
    }
  });
});
