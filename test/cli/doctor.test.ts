import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const BIN = fileURLToPath(new URL('../../src/cli/bin.mjs', import.meta.url));

interface Finding {
  check: string;
  found: string;
  remedy?: string;
}

function doctor(env: NodeJS.ProcessEnv = {}): { code: number | null; findings: Map<string, Finding> } {
  const { status, stdout } = spawnSync(process.execPath, [BIN, 'doctor', '--json'], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  const findings = JSON.parse(stdout) as Finding[];
  return { code: status, findings: new Map(findings.map(finding => [finding.check, finding])) };
}

it('the doctor finds browser, fonts and space where all is well', () => {
  const { code, findings } = doctor();
  expect(code).toBe(0);
  expect(findings.get('browser')?.found).toMatch(/^Chromium \d+.*the same picture in two launches/);
  for (const font of ['noto-sans', 'noto-sans-arabic', 'noto-sans-hebrew', 'noto-sans-jp'])
    expect(findings.get('fonts')?.found.split(', ')).toContain(font);
  for (const check of ['Node.js', 'system', 'memory', 'temporary folder', 'shared memory', 'styles'])
    expect([...findings.keys()]).toContain(check);
});

it('the doctor says what to do without a browser', () => {
  const { code, findings } = doctor({ IAM_RANGE_BROWSER: '/nowhere/chrome' });
  expect(code).toBe(1);
  expect(findings.get('browser')?.remedy).toContain('the file of a Chromium');
});
