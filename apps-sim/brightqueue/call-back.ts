import { check, type Script } from '#range';
import { revealMobile } from '../peoplemere/skills.ts';
import { recordCallBack } from './skills.ts';

/** Verifies the caller of a ticket: the number comes from HR, the result goes on the ticket (rule P-07). */
export function* verifyCaller(ticket: string, subject: string): Script<void> {
  yield* check('caller verification', function* (): Script<void> {
    yield* recordCallBack(ticket, yield* revealMobile(subject, ticket));
  });
}
