/** A broken invariant is our bug: it stops the run with a stack, exit code 70. */
export class InvariantError extends Error {
  override name = 'InvariantError';
}

export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new InvariantError(message);
}

/** The value, or an InvariantError that says what was missing. */
export function must<T>(value: T | undefined | null, what: string): T {
  assert(value !== undefined && value !== null, `Missing: ${what}`);
  return value;
}
