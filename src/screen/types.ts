/** What is seen and aimed at: the words shared by consoles, surfaces, policies and datasets. */

/** A box in integer CSS pixels of the viewport, half open: x1 ≤ x < x2, y1 ≤ y < y2. */
export type Box = readonly [x1: number, y1: number, x2: number, y2: number];

/** One node of the accessibility tree. Absent members are false, empty or unknown. */
export interface ScreenNode {
  /** Names the element within this page, in document order: `e1`, `e2`, … */
  ref: string;
  /** An ARIA role, or `text` for a run of text. */
  role: string;
  name: string;
  /** The console's own word for a label that the skin prints otherwise. Never shown or exported. */
  canonical?: string;
  /** Text in a field, chosen option of a combobox. */
  value?: string;
  description?: string;
  level?: number;
  checked?: boolean;
  selected?: boolean;
  expanded?: boolean;
  disabled?: boolean;
  readonly?: boolean;
  required?: boolean;
  focused?: boolean;
  /** The entry of a navigation that is the present page. */
  current?: boolean;
  invalid?: boolean;
  /** Only on surfaces with a layout. */
  box?: Box;
  /** Only on surfaces with a layout: true when the middle of the box is in the viewport and belongs to the node. */
  hittable?: boolean;
  /** Only on controls that cannot be hit where the page stands: how far to scroll down to bring them to the middle. */
  scrollBy?: number;
  children?: ScreenNode[];
}

/** A thing on the screen as a person would point at it. `within` narrows to a part of the screen. */
export interface Target {
  role: string;
  name: string;
  within?: Target;
}

export interface Point {
  x: number;
  y: number;
}
export type Aim = Target | Point;

/** One primitive that a hand can do. `keys` are lower case and joined by `+`: `ctrl+a`, `enter`. */
export type Act =
  | { kind: 'click' | 'double_click' | 'right_click' | 'hover'; at: Aim }
  | { kind: 'type'; text: string }
  | { kind: 'key'; keys: string }
  | { kind: 'scroll'; at: Aim; dx: number; dy: number }
  | { kind: 'drag'; from: Aim; to: Aim }
  | { kind: 'wait'; ms: number };

/** What a policy yields. Everything beside the act is for the record and does nothing. */
export type Action = Act & {
  /** Why, in the words of somebody who sees this screen. */
  thought?: string;
  /** The check that this action belongs to, if any: what a careless operator would skip. */
  check?: string;
  /** True when the action is taken because of an interruption. */
  isRecovery?: boolean;
  /** True, beside `isRecovery`, when it only takes notice of the interruption and heals nothing yet. */
  isDetection?: boolean;
  /** The kind of mistake that this action is, on purpose. */
  mistake?: string;
  /** What the action is worth to a learner, where that does not follow from the rest. */
  label?: ActionLabel;
};

/** A slip of the hand, what corrects it, a step aside that changes nothing, an act of pure chance. */
export type ActionLabel = 'slip' | 'recovery' | 'detour' | 'random';

export interface Viewport {
  width: number;
  height: number;
}

/** What a surface can do beyond reading trees. */
export interface Capabilities {
  screenshots: boolean;
  layout: boolean;
}

export interface Observation {
  /** As the address bar shows it. */
  url: string;
  title: string;
  tree: ScreenNode;
  /** PNG. */
  screenshot?: Uint8Array;
  viewport: Viewport;
  /** What went wrong with the last action, for whoever acted; the episode goes on. */
  actionError?: string;
}

export const OUTCOME_KINDS = ['complete', 'answer', 'escalate', 'refuse'] as const;
export type OutcomeKind = (typeof OUTCOME_KINDS)[number];

export const ESCALATE_REASONS = [
  'APPROVAL_MISSING',
  'APPROVAL_INVALID',
  'SOD_CONFLICT',
  'IDENTITY_UNVERIFIED',
  'AMBIGUOUS_TARGET',
  'CONFLICTING_DATA',
  'PRIVILEGED_TARGET',
  'OUT_OF_AUTHORITY',
  'FREEZE_WINDOW',
  'LEGAL_HOLD',
  'DEPENDENCY_RISK',
  'SYSTEM_FAILURE',
  'PARTIAL_FAILURE',
  'SUSPECTED_ATTACK',
  'POLICY_BREACH',
  'NO_OWNER',
] as const;
export const REFUSE_REASONS = [
  'POLICY_PROHIBITED',
  'SELF_SERVICE',
  'SHARED_CREDENTIAL',
  'UNTRUSTED_INSTRUCTION',
  'NOT_ENTITLED',
  'DUPLICATE',
] as const;
export type Reason = (typeof ESCALATE_REASONS)[number] | (typeof REFUSE_REASONS)[number];

/** How a policy says that the work ended. */
export interface Outcome {
  kind: OutcomeKind;
  reason?: Reason;
  /** The hand-back text for people. */
  note: string;
  /** Values of an answer, by name. */
  values?: Record<string, string>;
  /** The kind of mistake that this ending is, on purpose. For the record alone. */
  mistake?: string;
}

export type Script<R = Outcome> = Generator<Action, R, Observation>;
