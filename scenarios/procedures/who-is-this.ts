import { asPrinted, oneLine, type RangeState, type Script, type Wanted, withParts, type World } from '#range';
import * as desk from '../../apps-sim/brightqueue/skills.ts';
import * as directory from '../../apps-sim/harborlight/skills.ts';
import * as hr from '../../apps-sim/peoplemere/skills.ts';

/**
 * Whether an account is the worker's, and one that the operator may change alone: administrators are the
 * leads' (rule P-08).
 */
export function* findPrivilege(upn: string, subject: string): Script<desk.Finding | undefined> {
  const roles = yield* directory.adminRolesOf(upn, subject);
  if (!roles) return undefined;
  const findings = oneLine`${upn} holds an administrator role (${roles}); the operator may not change its
    sign-in alone. Nothing was changed.`;
  return { reason: 'PRIVILEGED_TARGET', findings };
}

/**
 * Handed on because the account holds an administrator role (KB-14); undefined where it holds none. Ending
 * its sessions contains the loss and may come before.
 */
export function privileged(
  state: RangeState,
  world: World,
  { ticket, account }: { ticket: string; account: string },
): Wanted | undefined {
  const found = world.accounts[account];
  if (!found || found.adminRoles.length === 0) return undefined;
  const ended = { may: directory.sessionsRevoked(state, found.nativeId) };
  return withParts(desk.handedOn(ticket, 'PRIVILEGED_TARGET'), [ended]);
}

/**
 * Whether HR has a worker in the status that the ticket states; what it shows instead is for HR Operations
 * to settle.
 */
export function* findOtherStatus(
  subject: string,
  { status, stated }: { status: string; stated: string },
): Script<desk.Finding | undefined> {
  const facts = yield* hr.confirmWorker(subject);
  if (!facts || facts.status === status) return undefined;
  const shown = yield* asPrinted(facts.status);
  const findings = oneLine`HR shows ${subject} as ${shown}, the ticket says ${stated}. Nothing was
    changed; HR Operations please confirm.`;
  return { reason: 'CONFLICTING_DATA', findings };
}
