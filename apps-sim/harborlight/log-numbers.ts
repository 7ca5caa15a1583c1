import type { State } from './state.ts';

/** The next number of a log. */
export function numbered(state: State, counter: string, prefix: string): string {
  const next = (state.counters[counter] ?? 0) + 1;
  state.counters[counter] = next;
  return `${prefix}-${String(next).padStart(6, '0')}`;
}
