import { z } from 'zod';
import { UsageError } from '../../core/errors.ts';
import { ESCALATE_REASONS, OUTCOME_KINDS, REFUSE_REASONS } from '../../screen/outcome.ts';

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

/** The body of `POST /_control/outcome`: how the task ended, or `{"kind": null}` for not yet. */
export const OUTCOME = z.union([
  z.strictObject({ kind: z.null() }),
  z.strictObject({
    kind: z.enum(OUTCOME_KINDS),
    reason: z.enum([...ESCALATE_REASONS, ...REFUSE_REASONS]).optional(),
    note: z.string().max(20_000).default(''),
    values: z.record(z.string(), z.string()).optional(),
  }),
]);

/** A whole setting, as a state file keeps it. */
export const SETTING = z.object({
  seed: name,
  people: z.number().int(),
  skins,
  task: task.nullable(),
  edges: names,
});

/** Reads a value by a schema; a UsageError names the member that is wrong. */
export function readAs<T>(schema: z.ZodType<T>, value: unknown, where: string): T {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const path = issue?.path.join('.') || 'the whole';
  throw new UsageError(`Not understood: ${path}: ${issue?.message ?? 'wrong'}`, { where });
}
