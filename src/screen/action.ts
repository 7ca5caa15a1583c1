/** A thing on the screen as a person would point at it. `within` narrows to a part of the screen. */
export interface Target {
  role: string;
  name: string;
  within?: Target;
  /** Which of several it is, as the screen that is acted on numbers them; goes before everything else. */
  ref?: string;
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
  /** What whoever acts believes to do where the hand does something else: their thoughts are of this. */
  meant?: Act;
  /** The kind of mistake that this action is, on purpose. */
  mistake?: string;
  /** What the action is worth to a learner, where that does not follow from the rest. */
  label?: ActionLabel;
};

/**
 * A slip of the hand, what corrects it, a step aside that changes nothing, an act of pure chance, an act that goes on from a
 * mistake unaware of it, one that puts a mistake right, a wait in place of an act, one that the screen refuses.
 */
export type ActionLabel =
  | 'slip'
  | 'recovery'
  | 'detour'
  | 'random'
  | 'after_mistake'
  | 'repair'
  | 'wait'
  | 'failed';
