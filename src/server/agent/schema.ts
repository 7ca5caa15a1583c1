import { z } from 'zod';
import { ESCALATE_REASONS, OUTCOME_KINDS, REFUSE_REASONS } from '../../screen/outcome.ts';
import { SCALES } from '../../screen/viewport.ts';
import { REFUSAL_KINDS } from './door-error.ts';

/** What comes in and goes out at the doors. Everything is closed: a member that stands nowhere here goes nowhere. */

const name = z.string().min(1).max(200);
const size = z.number().int().min(1).max(10_000);
const pixel = z.number();
const text = z.string().max(16_384);

/** How a door shows a screen. */
export const PARTS = ['tree', 'elements', 'screenshot'] as const;
export type Part = (typeof PARTS)[number];

const SURFACE = z.enum(['dom', 'browser']);
const VIEWPORT = z.strictObject({
  width: size,
  height: size,
  scale: z.union(SCALES.map(scale => z.literal(scale))).optional(),
});
const SEED = z.union([name, z.number().int().min(0)]);
const SKIN = z.union([
  z.enum(['home', 'drawn']),
  z.number().int().min(0).max(1_000_000),
  z.record(z.string().max(100), name),
]);

export const RESET = z.strictObject({
  scenario: name.optional().describe('Its name, as GET /tasks lists it.'),
  task_id: name
    .max(2_000)
    .optional()
    .describe('In place of scenario and what goes with it: as info.task_id said.'),
  seed: SEED.optional().describe('Everything of the task is drawn from it; 1 when absent.'),
  world_seed: SEED.optional().describe('The seed of the company; as seed when absent.'),
  people: z
    .number()
    .int()
    .min(50)
    .max(25_000)
    .optional()
    .describe('How many people it has; 250 when absent.'),
  edge: name.nullish().describe('Trouble in the data.'),
  fault: name.nullish().describe('Trouble at run time.'),
  skin: SKIN.optional().describe('How the consoles look: home when absent.'),
  surface: SURFACE.optional().describe(
    'With pictures, or as text alone; as the server was started when absent.',
  ),
  viewport: VIEWPORT.optional(),
  observe: z.array(z.enum(PARTS)).min(1).max(PARTS.length).optional().describe('What screens are shown as.'),
});
export type ResetRequest = z.infer<typeof RESET>;

const TARGET = z.object({
  role: z.string(),
  name: z.string(),
  within: z.object({ role: z.string(), name: z.string() }).optional(),
});
const AIM = z
  .union([
    z.object({ ref: z.string() }).describe('An element by its number on the screen that was last shown.'),
    z.object({ x: pixel, y: pixel }).describe('CSS pixels of the viewport; takes a surface with pictures.'),
    TARGET.describe('An element by its role and name.'),
  ])
  .meta({ id: 'Aim' });
const thought = { thought: z.string().optional() };
const VALUE = z.union([z.string(), z.number(), z.array(z.union([z.string(), z.number()]))]);

/** As `readMove` reads it, which answers what does not fit with a screen: that costs a step and is no refusal. */
export const ACT = z
  .union([
    z.object({ kind: z.enum(['click', 'double_click', 'right_click', 'hover']), at: AIM, ...thought }),
    z.object({ kind: z.literal('type'), text, ...thought }),
    z.object({ kind: z.literal('key'), keys: z.string().describe('enter, ctrl+a …'), ...thought }),
    z.object({ kind: z.literal('scroll'), at: AIM, dx: z.number(), dy: z.number(), ...thought }),
    z.object({ kind: z.literal('drag'), from: AIM, to: AIM, ...thought }),
    z.object({ kind: z.literal('wait'), ms: z.number(), ...thought }),
    z.object({
      kind: z.enum(OUTCOME_KINDS).describe('Ends the episode.'),
      reason: z.enum([...ESCALATE_REASONS, ...REFUSE_REASONS]).optional(),
      note: text,
      values: z.record(z.string(), VALUE).optional(),
      ...thought,
    }),
  ])
  .meta({ id: 'Act' });

/** The most acts of one turn. */
export const ACTS_MAX = 32;

const SESSION = name.describe('As /reset gave it.');
export const STEP = z.strictObject({
  session: SESSION,
  act: z.unknown().optional(),
  acts: z.array(z.unknown()).min(1).max(ACTS_MAX).optional(),
  operation_id: name.optional().describe('Sent again, the same turn is answered and not done twice.'),
});
/** The same for the document: what an act should be. */
export const STEP_TOLD = STEP.extend({
  act: ACT.optional(),
  acts: z.array(ACT).min(1).max(ACTS_MAX).optional().describe('In place of act: several in one turn.'),
});
export const OF_SESSION = z.strictObject({ session: SESSION });

const OBSERVATION = z
  .strictObject({
    url: z.string(),
    title: z.string(),
    viewport: VIEWPORT,
    tree: z.string().optional().describe('One node a line: [ref] role "name" value, states and box.'),
    elements: z
      .array(
        z.strictObject({
          ref: z.string(),
          role: z.string(),
          name: z.string(),
          box: z
            .array(z.number().int())
            .length(4)
            .nullable()
            .describe('x1, y1, x2, y2; null without pictures.'),
        }),
      )
      .optional()
      .describe('What a hand can act on.'),
    screenshot: z
      .strictObject({ media_type: z.literal('image/png'), base64: z.string() })
      .optional()
      .describe('The picture; a CSS pixel is viewport.scale pixels of it.'),
  })
  .meta({ id: 'Observation' });
export type ShownScreen = z.infer<typeof OBSERVATION>;

const ended = {
  done: z.boolean().describe('Nothing more is done in this episode.'),
  truncated: z
    .boolean()
    .describe('It was ended from outside: by the most steps, or by trouble of the machine.'),
};
const told = { goal: z.string(), briefing: z.string() };

/** What whoever acts sees when it comes in. */
export const OBSERVED = z.strictObject({ session: SESSION, ...told, observation: OBSERVATION, ...ended });

const ACT_RESULT = z.strictObject({
  status: z.enum(['done', 'failed', 'not_done']),
  error: z.string().optional(),
});
const STOPPED = z.strictObject({
  at: z.number().int().describe('The first act that was not done, from 0.'),
  why: z.enum(['failed', 'page_changed', 'ended']),
});
export type ActResult = z.infer<typeof ACT_RESULT>;
export type Stopped = z.infer<typeof STOPPED>;

const TROUBLE = z.strictObject({ kind: z.enum(['act_failed', 'infrastructure']), message: z.string() });
export type Trouble = z.infer<typeof TROUBLE>;

/** What whoever acts gets of a turn. */
export const STEPPED = z.strictObject({
  session: SESSION,
  observation: OBSERVATION,
  ...ended,
  acts: z.array(ACT_RESULT).describe('One for each act that was sent.'),
  stopped: STOPPED.optional().describe('Where the turn stopped, when not every act was done.'),
  error: TROUBLE.optional(),
});

const REWARD = {
  reward: z.number().nullable().describe('1 or 0 at the end; null before it, and when the machine failed.'),
  mask: z.boolean().describe('The machine failed: no reward is to be learned from.'),
  failure_kind: z.string().nullable(),
};

/** The same at the control door. */
export const STEPPED_JUDGED = STEPPED.extend(REWARD);

export const STARTED = z.strictObject({
  session: SESSION,
  ...told,
  observation: OBSERVATION,
  info: z
    .strictObject({
      task_id: z.string(),
      scenario: z.string(),
      seed: z.string(),
      world_seed: z.string(),
      people: z.number().int(),
      edge: z.string().nullable(),
      fault: z.string().nullable(),
      surface: SURFACE,
      max_steps: z.number().int(),
    })
    .describe('For whoever trains; never to be shown to whoever acts.'),
});

export const EVALUATED = z.strictObject({
  session: SESSION,
  status: z.enum(['running', 'success', 'failure', 'truncated', 'env_error']),
  ...ended,
  ...REWARD,
  steps: z.number().int(),
  state_hash: z.string(),
  verdict: z
    .strictObject({
      success: z.boolean(),
      wanted: z.strictObject({ outcome: z.enum(OUTCOME_KINDS), reason: z.string().nullable() }),
      parts: z.array(z.strictObject({ name: z.string(), isOk: z.boolean(), detail: z.string() })),
      changes: z.array(z.unknown()),
    })
    .nullable(),
});

export const CLOSED = z.strictObject({ session: SESSION, closed: z.literal(true) });
export const HEALTH = z.strictObject({ status: z.enum(['healthy', 'closing']) });
export const METRICS = z.string();
export const TASKS = z.strictObject({
  tasks: z.array(
    z.strictObject({
      scenario: z.string(),
      summary: z.string(),
      edges: z.array(z.string()),
      faults: z.array(z.string()),
      max_steps: z.number().int(),
    }),
  ),
});

/** Why nothing was done. */
export const REFUSED = z.strictObject({
  error: z.strictObject({
    kind: z.enum(REFUSAL_KINDS),
    message: z.string(),
    nearest: z.string().optional(),
    retryable: z.boolean(),
    retry_after_s: z.number().int().optional(),
  }),
});

/** The same at the control door: when the machine failed there is no reward, and the cause is named. */
export const REFUSED_JUDGED = REFUSED.extend({
  reward: z.null().optional(),
  mask: z.literal(true).optional(),
  failure_kind: z.string().optional(),
});
