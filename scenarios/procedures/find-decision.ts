import { check, click, link, readDay, rowsOf, type Script } from '#range';
import * as desk from '../../apps-sim/brightqueue/skills.ts';

/** Who decided a step of a person's request for something, and when. */
export function findDecision(
  subject: string,
  code: string,
  step: string,
): Script<{ approver: string; decided: string } | undefined> {
  return check('evidence', function* (): Script<{ approver: string; decided: string }> {
    const user = yield* desk.openDeskUser(subject, `I look for the requests of ${subject} by number.`);
    const request = rowsOf(user, 'Access requests').find(row => row['Requested access']?.includes(code));
    const page = yield* click(link(request?.['Access request'] ?? code), `This is the request for ${code}.`);
    const row = rowsOf(page, 'Approvals').find(approval => approval.Step?.includes(step));
    return { approver: desk.workerIn(row?.Approver), decided: readDay(row?.Decided ?? '') ?? '' };
  });
}
