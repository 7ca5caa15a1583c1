import { nothing, otherwise, type Script } from '#range';
import type { Finding, Told } from '../../apps-sim/brightqueue/skills.ts';
import * as directory from '../../apps-sim/harborlight/skills.ts';

/**
 * Ends the sessions of a user; where none is open there is nothing to end, and the record does not claim it.
 */
export function* endSessions(upn: string, ticket: string): Script<Told> {
  return (yield* directory.revokeSessions(upn, ticket))
    ? {
        done: [{ ...directory.did('revoked', `all sessions of ${upn}`), isMany: true }],
        left: [],
      }
    : { done: [], left: [`No session of ${upn} was open.`] };
}

/** Removes what somebody signs in with, as far as there was any, and has new methods registered. */
export function* requireAnew(upn: string, ticket: string): Script<Told> {
  const kinds = yield* directory.requireRegistration(upn, ticket);
  return kinds.length > 0
    ? {
        done: [
          {
            ...directory.did('removed', `sign-in methods of ${upn} (${kinds.join(', ')})`),
            isMany: true,
          },
        ],
        left: [],
      }
    : {
        done: [directory.did('required', `a new MFA registration of ${upn}`)],
        left: [`No phone or authenticator was registered for ${upn}.`],
      };
}

/** The other way of ending the sessions on a lost device, before a ticket is handed on. */
export const CONTAINED_FIRST = 'contained-first';

/** What is handed on of somebody's account, with its sessions ended first where one does that. */
export function* contained(finding: Finding, upn: string, ticket: string): Script<Finding> {
  const told: string[] = [];
  const contain = function* (): Script<void> {
    const { done, left } = yield* endSessions(upn, ticket);
    yield* directory.readUser(upn, 'sessions');
    told.push(done.length > 0 ? `All sessions of ${upn} were revoked in Harborlight ID.` : left.join(' '));
  };
  yield* otherwise(CONTAINED_FIRST, nothing(), contain());
  if (told.length === 0) return finding;
  const findings = finding.findings.replace(' Nothing was changed.', '');
  return { ...finding, findings: [findings, ...told, 'Nothing else was changed.'].join(' ') };
}
