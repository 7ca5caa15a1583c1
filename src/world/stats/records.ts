import { isReopened } from '../ticket-threads.ts';
import type { AccessRequest, World } from '../world.ts';
import { countBy } from './count.ts';

/** What is written of the work of the last weeks. */
export interface RecordFigures {
  /** Of access requests: by how the last decision stands. */
  requests: Record<string, number>;
  /** Requests with a step that somebody decided for another. */
  delegated: number;
  /** By state. */
  tickets: Record<string, number>;
  /** Of those, the ones whose caller wrote again after the work. */
  reopened: number;
  /** Rights in the catalogue whose owner does not work here. */
  staleOwners: number;
  hrEvents: number;
}

/** Counts requests, tickets and events. */
export function recordFigures(world: World): RecordFigures {
  const requests = Object.values(world.requests);
  const tickets = Object.values(world.tickets);
  return {
    requests: countBy(requests, stateOf),
    delegated: requests.filter(({ approvals }) => approvals.some(({ onBehalfOf }) => onBehalfOf !== null))
      .length,
    tickets: countBy(tickets, ({ state }) => state),
    reopened: tickets.filter(isReopened).length,
    staleOwners: Object.values(world.entitlements).filter(
      ({ owner }) => world.persons[owner]?.status !== 'active',
    ).length,
    hrEvents: world.hrEvents.length,
  };
}

/** A request stands as its worst step does: rejected, cancelled, waiting, else approved. */
function stateOf({ approvals }: AccessRequest): string {
  const states = approvals.map(({ state }) => state);
  if (states.includes('Rejected')) return 'rejected';
  if (states.includes('Withdrawn')) return 'cancelled';
  return states.includes('Requested') ? 'waiting' : 'approved';
}
