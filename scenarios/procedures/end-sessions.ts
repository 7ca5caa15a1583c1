import type { Script } from '#range';
import type { Report } from '../../apps-sim/brightqueue/skills.ts';
import * as directory from '../../apps-sim/harborlight/skills.ts';

/** What there is to tell of an act: that it was done, or that there was no need. */
export type Told = Required<Pick<Report, 'done' | 'left'>>;

/** Ends the sessions of a user; where none is open there is nothing to end, and the record does not claim it. */
export function* endSessions(upn: string, ticket: string): Script<Told> {
  return (yield* directory.revokeSessions(upn, ticket))
    ? {
        done: [{ did: 'revoked', what: `all sessions of ${upn}`, where: 'Harborlight ID', isMany: true }],
        left: [],
      }
    : { done: [], left: [`No session of ${upn} was open.`] };
}
