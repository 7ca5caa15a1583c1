import { UsageError } from '../../core/errors.ts';

/** Every kind of refusal with its HTTP status, and whether the same may go well later. */
export const REFUSALS = {
  invalid_request: { status: 400, retryable: false },
  unauthorized: { status: 401, retryable: false },
  unknown_route: { status: 404, retryable: false },
  unknown_scenario: { status: 404, retryable: false },
  unknown_session: { status: 404, retryable: false },
  episode_over: { status: 409, retryable: false },
  stale_operation: { status: 409, retryable: false },
  other_operation: { status: 409, retryable: false },
  session_busy: { status: 409, retryable: true },
  session_closed: { status: 410, retryable: false },
  body_too_long: { status: 413, retryable: false },
  not_json: { status: 415, retryable: false },
  internal: { status: 500, retryable: true },
  infrastructure: { status: 503, retryable: true },
  no_capacity: { status: 503, retryable: true },
  shutting_down: { status: 503, retryable: true },
} as const satisfies Record<string, { status: number; retryable: boolean }>;

export type RefusalKind = keyof typeof REFUSALS;

export const REFUSAL_KINDS = Object.keys(REFUSALS) as [RefusalKind, ...RefusalKind[]];

/** What helps whoever was refused. */
export interface Help {
  /** The known name that is nearest to the one that was sent. */
  nearest?: string | undefined;
  /** After how many seconds it may go well. */
  retryAfterS?: number;
  /** What of the machine failed: whoever trains leaves the episode out. */
  failureKind?: string;
}

/** A request that is refused, with a kind for programs and words for people. The session is unharmed. */
export class DoorError extends Error {
  override name = 'DoorError';
  readonly kind: RefusalKind;
  readonly help: Help;
  constructor(kind: RefusalKind, message: string, help: Help = {}) {
    super(message);
    this.kind = kind;
    this.help = help;
  }
}

/** What a reader's mistake is to whoever sent it. */
export function asRefusal(error: unknown): unknown {
  return error instanceof UsageError ? new DoorError('invalid_request', error.message) : error;
}
