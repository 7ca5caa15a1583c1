import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { share } from '../support/share.ts';

const BIN = fileURLToPath(new URL('../../src/cli/bin.mjs', import.meta.url));
const home = mkdtempSync(join(tmpdir(), 'iam-range-own-'));
mkdirSync(join(home, 'scenarios/mobile'), { recursive: true });
afterAll(() => rmSync(home, { recursive: true }));

/** What is said of a scenario of somebody's own with this text. */
function said(text: string): { code: number | null; err: string } {
  writeFileSync(join(home, 'scenarios/mobile/mine.ts'), text);
  const words = ['check', 'mobile/mine', '--with', '.', '--seeds', '1'];
  const { status, stderr } = spawnSync(process.execPath, [BIN, ...words], { cwd: home, encoding: 'utf8' });
  return { code: status, err: stderr };
}

const HEAD = "import { scenario } from 'iam-range/authoring';\n";
const GOALS = "Object.fromEntries([...'abcdefghijkl'].map(name => [name, 'Do it, ' + name + '.']))";
const WHOLE = `workflow: 'QA-99', summary: 'Mine.', consoles: ['brightqueue'], goals: () => ${GOALS},
  evidence: () => [], wanted: () => ({ outcome: 'complete', must: [], may: [] }),`;
const EXPERT = "*expert() { return { kind: 'complete', note: 'Done.' }; }";
const SOMEBODY = "about: () => ({ subject: 'E100001' })";

const cases: [what: string, text: string, message: string, line: number][] = [
  ['no TypeScript', `${HEAD}const x = ;`, 'The file cannot be loaded: Unexpected ";"', 2],
  [
    'a name that there is not',
    "import { nope } from 'iam-range/authoring';\nexport default nope;",
    'nope',
    1,
  ],
  [
    'an unknown key',
    `${HEAD}\nexport default scenario({ ${WHOLE} ${SOMEBODY}, ${EXPERT}, maxStep: 3 } as never);`,
    'Scenario mobile/mine\'s "maxStep" is an unknown key. Did you mean "maxSteps"?',
    3,
  ],
  [
    'a limit that is no number',
    `${HEAD}export default scenario({ ${WHOLE} ${SOMEBODY}, ${EXPERT}, maxSteps: 'x' } as never);`,
    'Scenario mobile/mine\'s "maxSteps" is "x".',
    2,
  ],
  [
    'an empty draw',
    `${HEAD}export default scenario({ ${WHOLE} about({ rng }) {\n  return { subject: rng.pick([]) };\n}, ${EXPERT} });`,
    'nothing in this company fits what it is about',
    4,
  ],
  [
    'a slip of the pen in the expert',
    `${HEAD}export default scenario({ ${WHOLE} ${SOMEBODY},\n *expert({ ticket }) {\n  return ticket.number; } });`,
    "TypeError: Cannot read properties of undefined (reading 'number')",
    5,
  ],
];

/** Each takes a process of its own. */
const tried = new Set(
  share(
    'own scenario',
    cases.map(([what]) => what),
    2,
  ),
);

it.each(cases.filter(([what]) => tried.has(what)))(
  '%s is reported with file and line, and without the frames of tools',
  (_what, text, message, line) => {
    const { code, err } = said(text);
    expect(err).toContain(message);
    expect(err).toContain(`  on       scenarios/mobile/mine.ts:${line}\n`);
    expect(err).not.toMatch(/\n\s+at /);
    expect(code).toBe(2);
  },
);

it('a slip of the pen in the goals beside it is placed in their file', () => {
  const goals = join(home, 'scenarios/mobile/mine.goals.ts');
  const page = `${HEAD}import { goals } from './mine.goals.ts';
export default scenario({ ${WHOLE.replace(`goals: () => ${GOALS}`, 'goals')} ${SOMEBODY}, ${EXPERT} });`;
  const place = '  on       scenarios/mobile/mine.goals.ts:2\n';
  writeFileSync(goals, 'export const goals = ({ ticket }) => ({\n  plain: ticket.number,\n});\n');
  const broken = said(page);
  expect(broken).toMatchObject({ code: 2, err: expect.stringContaining(place) });
  expect(broken.err).toContain("TypeError: Cannot read properties of undefined (reading 'number')");
  rmSync(goals);
});

it('a file that states nothing is no scenario', () => {
  expect(said('export const nothing = 1;')).toMatchObject({
    code: 2,
    err: expect.stringContaining('export default scenario({ … })'),
  });
});
