import { z } from 'zod';
import { UsageError } from '../../core/errors.ts';
import type { Outcome } from '../../screen/outcome.ts';
import { readOutcome } from '../../screen/wire.ts';
import { wrongMember } from './wrong-member.ts';

/** What comes from outside, from test code or a file, and is a setting or a part of it. */

const name = z.string().min(1).max(200);
const names = z.array(name).max(50);

const skins = z.union([
  z.literal('home'),
  z.literal('drawn'),
  z.number().int().min(0).max(1_000_000),
  z.record(z.string().max(100), name),
]);

const taskFields = {
  scenario: name,
  seed: name.default('1'),
  edge: name.nullable().default(null),
  fault: name.nullable().default(null),
};
const task = z.strictObject(taskFields);

/** The body of `POST /_control/reset`: whatever is named replaces what the setting had. */
export const RESET = z.strictObject({
  seed: name.optional(),
  people: z.number().int().optional(),
  skins: skins.optional(),
  task: task.nullable().optional(),
  edges: names.optional(),
});

/** The body of `POST /_control/task`: a task, or `{"scenario": null}` for none. */
export const TASK = z.union([z.strictObject({ scenario: z.null() }), task]);

/** The body of `POST /_control/edges`. */
export const EDGES = z.strictObject({ edges: names });

/** The body of `POST /_control/clock`. */
export const CLOCK = z.strictObject({ advanceMs: z.number() });

/** The body of `POST /_control/faults`. */
export const FAULTS = z.strictObject({ arm: names.default([]), disarm: names.default([]) });

/** A whole setting, as a state file keeps it. */
export const SETTING = z.object({
  seed: name,
  people: z.number().int(),
  skins,
  task: task.nullable(),
  edges: names,
});

/** Reads a value by a schema; a UsageError names the member that is wrong, and what is allowed there. */
export function readAs<T>(schema: z.ZodType<T>, value: unknown, where: string): T {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  throw wrongMember(read.error.issues, { value, where });
}

/**
 * Reads how a task ended, in the form that policies use; a person may leave the note out, and hands an answer back by its
 * values alone then. Null for not yet.
 */
export function readEnding(value: unknown): Outcome | null {
  const isBody = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (isBody && 'kind' in value && value.kind === null) return null;
  const read = readOutcome(isBody ? { note: '', ...value } : value);
  if (read.is === 'outcome') return withNote(read.outcome);
  throw new UsageError(read.problem.what, { where: 'outcome', allowed: read.problem.allowed });
}

/** An answer without a note says in it what it is. */
function withNote(outcome: Outcome): Outcome {
  const { kind, note, values = {} } = outcome;
  if (kind !== 'answer' || note !== '') return outcome;
  return {
    ...outcome,
    note: Object.entries(values)
      .map(([name, value]) => `${name}: ${value}`)
      .join('; '),
  };
}
