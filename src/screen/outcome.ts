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
  /** Why it is over, as whoever acts thinks it: for the record alone, as the thought of an act is. */
  thought?: string;
  /** The kind of mistake that this ending is, on purpose. For the record alone. */
  mistake?: string;
}
