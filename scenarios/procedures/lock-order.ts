import type { WantedChange, Pace } from '#range';

const MINUTE_MS = 60_000;

/** What comes after what in an emergency, and by when (KB-04): stage by stage. */
export function lockOrder(...stages: (readonly WantedChange[])[]): Pace {
  const because = 'KB-04, from the suspension to the lock in the ERP';
  return { stages, withinMs: 60 * MINUTE_MS, nextMs: 10 * MINUTE_MS, because };
}

/** How findings say that somebody may not give the order, as words begin. */
export const NO_AUTHORITY = ['neither', 'not ', 'nor ', 'isn', 'no authority'] as const;
/** Who it was that may not, by what findings call them. */
export const WHO_ORDERS = ['order', 'manager', 'caller', 'requester', 'HR'] as const;
