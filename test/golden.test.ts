import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { transcript } from '../src/env/transcript.ts';
import { act, makeTask, SCENARIOS } from './support/fixtures.ts';

/**
 * How every expert works, as text that a person can review as a diff. After a change that is meant:
 * `UPDATE=1 npx vitest run test/golden.test.ts`, and commit what changed.
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
