import { clip } from './clip.ts';
import { ECHO_MAX } from './echo.ts';
import { hint } from './suggest.ts';

/** The parts of a message, always printed in this order: what, where, nearest or allowed, how to repeat. */
export interface Advice {
  where?: string;
  nearest?: string;
  allowed?: string;
  repeat?: string;
  /** The error that it came from, kept beside the message. */
  cause?: unknown;
}

/** The reader's mistake (configuration, command line, a malformed scenario): advice, no stack, exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError';
  constructor(what: string, advice: Advice = {}) {
    super(explain(what, advice), causeIn(advice));
  }
}

/** Trouble of the machine (no browser, full disk, hung process): never a reward of 0. Exit code 75, worth a retry. */
export class InfraError extends Error {
  override name = 'InfraError';
  readonly code: string;
  constructor(code: string, what: string, advice: Advice = {}) {
    super(explain(what, advice), causeIn(advice));
    this.code = code;
  }
}

function causeIn(advice: Advice): ErrorOptions {
  return 'cause' in advice ? { cause: advice.cause } : {};
}

/** Lays a message out in four parts, one a line. */
export function explain(what: string, advice: Advice): string {
  const rows = [
    ['on', advice.where],
    ['nearest', advice.nearest],
    ['allowed', advice.allowed],
    ['repeat', advice.repeat],
  ].filter((row): row is [string, string] => Boolean(row[1]));
  return [what, ...rows.map(([label, text]) => `  ${label.padEnd(8)} ${text}`)].join('\n');
}

/** A UsageError for a name that is not in a list, with the nearest name that is. */
export function unknownName(
  kind: string,
  name: string,
  { known, where }: { known: readonly string[]; where?: string },
): UsageError {
  return new UsageError(`Unknown ${kind} "${clip(name, ECHO_MAX)}".${hint(name, known)}`, {
    ...(where ? { where } : {}),
    allowed: known.join(', '),
  });
}
