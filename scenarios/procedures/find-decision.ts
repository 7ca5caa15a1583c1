import { check, click, link, readDay, readRows, type Script } from '#range';
import * as desk from '../../apps-sim/brightqueue/skills.ts';

/** Who decided a step of a person's request for something, and when. */
export function findDecision(
  subject: string,
  code: string,
  step: string,
): Script<{ approver: string; decided: string } | undefined> {
  return check('evidence', function* (): Script<{ approver: string; decided: string }> {
    yield* desk.openDeskUser(subject, `I look for the requests of ${subject} by number.`);
    const asked = yield* readRows('Access requests');
    const request = asked.find(row => row['Requested access']?.includes(code));
    yield* click(link(request?.['Access request'] ?? code), `This is the request for ${code}.`);
    const row = (yield* readRows('Approvals')).find(approval => approval.Step?.includes(step));
    return { approver: desk.workerIn(row?.Approver), decided: readDay(row?.Decided ?? '') ?? '' };
  });
}
