import { check, oneLine, type Script } from '#range';
import type { Finding } from '../../apps-sim/brightqueue/skills.ts';
import * as hr from '../../apps-sim/peoplemere/skills.ts';

/** What HR has of a contract, and what keeps an account from being made for it (KB-17). */
export interface ContractRead {
  end?: string | undefined;
  finding?: Finding | undefined;
}

/**
 * Reads the contract of the worker whose record is in front: it needs an end, and a sponsor who works here.
 */
export function* readContract(subject: string): Script<ContractRead> {
  const read = yield* check('contract', function* (): Script<ContractRead> {
    const thought = `${subject} is a contractor: until when, and who answers for them? The contract tells.`;
    const { end, sponsorId, isSponsorHere } = yield* hr.readContract(thought);
    if (end === undefined) {
      const findings = oneLine`HR has no end of the contract of ${subject}, whatever the ticket says. Nothing
        was created; HR Operations please enter it.`;
      return { finding: { reason: 'CONFLICTING_DATA', findings, rule: NO_END } };
    }
    if (isSponsorHere) return { end };
    const findings = oneLine`The sponsor of ${subject} in HR, ${sponsorId}, has left, so that nobody answers
      for the contract. Nothing was created; HR Operations please have another one named.`;
    const whose = 'KB-17 gives this one to those who have a sponsor named';
    return { finding: { reason: 'NO_OWNER', queue: 'HR Operations', whose, findings, rule: NO_SPONSOR } };
  });
  return read ?? {};
}

const NO_END = ['KB-17', 'Where HR has no end of the contract'] as const;
const NO_SPONSOR = ['KB-17', 'When the sponsor whom HR names has left'] as const;
