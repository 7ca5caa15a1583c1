import { check, type Script, type WantedPart } from '#range';
import * as desk from '../../apps-sim/brightqueue/skills.ts';
import * as hr from '../../apps-sim/peoplemere/skills.ts';

/** Verifies the caller of a ticket: the number comes from HR, the result goes on the ticket (rule P-07). */
export function* verifyCaller(ticket: string, subject: string): Script<void> {
  yield* check('caller verification', function* (): Script<void> {
    yield* desk.recordCallBack(ticket, yield* hr.revealMobile(subject, ticket));
  });
}

/**
 * What a call back leaves behind: a verification of the caller must be on the ticket, by this method where no
 * other will do; the look-up of the number may be in HR.
 */
export function calledBack(ticket: string, method?: string): WantedPart {
  return { must: desk.callerVerified(ticket, method), may: hr.numberRevealed(ticket) };
}
