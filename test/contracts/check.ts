import { expect, it } from 'vitest';

/** One clause of a contract: a title, and a function that lists what breaks it. Canaries read the lists themselves. */
export interface Check {
  title: string;
  problems(): string[] | Promise<string[]>;
}

/** Runs every clause as a test of its own. */
export function runChecks(checks: readonly Check[]): void {
  it.each(checks.map(check => [check.title, check] as const))('%s', async (_title, check) => {
    expect(await check.problems()).toEqual([]);
  });
}

/** What a clause finds, for tests of the contracts themselves. */
export async function problemsOf(checks: readonly Check[], title: string): Promise<string[]> {
  const check = checks.find(candidate => candidate.title === title);
  if (!check) throw new Error(`No clause "${title}"; there are: ${checks.map(c => c.title).join(', ')}`);
  return check.problems();
}

/** Where a value is anything but plain JSON: the paths and what stands there. */
export function notPlain(value: unknown, path = ''): string[] {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return [];
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path}: ${value}`];
  if (Array.isArray(value)) return value.flatMap((item, i) => notPlain(item, `${path}[${i}]`));
  if (typeof value !== 'object') return [`${path}: ${typeof value}`];
  const proto: unknown = Object.getPrototypeOf(value);
  if (proto !== Object.prototype && proto !== null) return [`${path}: not a plain object`];
  return Object.entries(value).flatMap(([key, member]) => notPlain(member, `${path}.${key}`));
}

/** Runs something that must not throw; the message of what it threw, with what it was about. */
export function caught(about: string, run: () => string[]): string[] {
  try {
    return run();
  } catch (error) {
    return [`${about}: ${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}`];
  }
}
