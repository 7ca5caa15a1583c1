import { type Advice, explain } from '../../core/errors.ts';

/** The same shard was made twice with different bytes. Never worth a retry: exit code 42. */
export class DeterminismError extends Error {
  override name = 'DeterminismError';
  readonly code = 'DETERMINISM_VIOLATION';
  constructor(what: string, advice: Advice = {}) {
    super(explain(what, advice));
  }
}
