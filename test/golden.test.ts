import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Episode, Step } from '../src/env/types.ts';
import { act, makeTask, SCENARIOS } from './support/fixtures.ts';

/**
 * How every expert works, as text that a person can review as a diff. After a change that is meant:
 * `UPDATE=1 npx vitest run test/golden.test.ts`, and commit what changed.
 */
const FOLDER = join(import.meta.dirname, 'golden', 'transcripts');
const isUpdate = process.env.UPDATE === '1';

function transcript({ task, steps, outcome, verdict, wanted }: Episode): string {
  const right = `${wanted.outcome}${wanted.reason ? ` (${wanted.reason})` : ''}`;
  const values = Object.entries(outcome?.values ?? {}).map(([name, value]) => `  ${name}: ${value}`);
  return [
    `# ${task.scenario}`,
    `seed ${task.seed}, ${task.people} people, home skins`,
    '',
    `Goal    ${task.goal.replace(/\n/g, '\n        ')}`,
    `Wanted  ${right}`,
    '',
    ...steps.filter(step => step.act !== null).map(said),
    '',
    `Outcome ${outcome ? `${outcome.kind}${outcome.reason ? ` (${outcome.reason})` : ''}` : 'none'}`,
    `  ${outcome?.note ?? ''}`,
    ...values,
    '',
    `Verdict ${verdict.success ? 'success' : 'failure'}`,
    ...verdict.parts.map(part => `  ${part.isOk ? 'ok  ' : 'FAIL'} ${part.name}: ${part.detail}`),
    '',
  ].join('\n');
}

/** One step: its number, the console in front, why, and what was done. What it changed stands below. */
function said({ index, observation, thought, instruction, changes, actionError }: Step): string {
  const console = new URL(observation.url).host.split('.')[0] ?? '';
  const head = `${String(index + 1).padStart(3)}. ${console.padEnd(6)} `;
  const below = changes.map(
    ({ app, entity, field }) => `             * ${app}/${entity}${field === null ? '' : `.${field}`}`,
  );
  const failed = actionError === null ? [] : [`             ! ${actionError}`];
  return [`${head}${thought ? `${thought} → ` : ''}${instruction}`, ...below, ...failed].join('\n');
}

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
