import { oneLine, type Script } from '#range';
import type { Finding } from '../../apps-sim/brightqueue/skills.ts';
import * as directory from '../../apps-sim/harborlight/skills.ts';
import * as hr from '../../apps-sim/peoplemere/skills.ts';

/**
 * Whether an account is the worker's, and one that the operator may change alone: administrators are the
 * leads' (rule P-08).
 */
export function* findPrivilege(upn: string, subject: string): Script<Finding | undefined> {
  const roles = yield* directory.adminRolesOf(upn, subject);
  if (!roles) return undefined;
  const findings = oneLine`${upn} holds an administrator role (${roles}); the operator may not change its
    sign-in alone. Nothing was changed.`;
  return { reason: 'PRIVILEGED_TARGET', findings };
}

/**
 * Whether HR has a worker in the status that the ticket states; what it shows instead is for HR Operations
 * to settle.
 */
export function* findOtherStatus(
  subject: string,
  { status, stated }: { status: string; stated: string },
): Script<Finding | undefined> {
  const facts = yield* hr.confirmWorker(subject);
  if (!facts || facts.status === status) return undefined;
  const findings = oneLine`HR shows ${subject} as ${facts.status}, the ticket says ${stated}. Nothing was
    changed; HR Operations please confirm.`;
  return { reason: 'CONFLICTING_DATA', findings };
}
