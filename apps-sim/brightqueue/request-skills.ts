import { check, factOf, link, click, type Observation, readDay, type Script, todayOn } from '#range';
import { type ApprovalProblem, judgeApprovals } from './approval-skills.ts';
import { openAccessRequest, openDeskUser } from './record-skills.ts';

/** What a request that is on its own page says: from when to when, and what keeps it from carrying its grant. */
export interface RequestReading {
  from: string;
  to: string | null;
  /** The day on which it was handed in. */
  submitted: string;
  problem: ApprovalProblem | undefined;
}

/** Opens a request that is not the one behind the ticket, from the list of approvals, and reads it (rules P-02, P-03). */
export function* readRequest(id: string): Script<RequestReading | undefined> {
  return yield* check('approval', function* (): Script<RequestReading> {
    const thought = `${id} stands in the text only: I read its own record.`;
    return yield* readOn(id, yield* openAccessRequest(id, thought));
  });
}

/** The same by the other way: from the record of the person whom it is for. */
export function* readRequestOf(workerId: string, id: string): Script<RequestReading | undefined> {
  return yield* check('approval', function* (): Script<RequestReading> {
    yield* openDeskUser(workerId, `I look ${id} up among the requests for ${workerId}.`);
    return yield* readOn(id, yield* click(link(id)));
  });
}

/** Reads the request that the screen shows. */
export function* readOn(id: string, screen: Observation): Script<RequestReading> {
  const from = readDay(factOf(screen, 'Valid from') ?? '') ?? todayOn(screen);
  const to = readDay(factOf(screen, 'Valid to') ?? '') ?? null;
  const submitted = readDay(factOf(screen, 'Submitted') ?? '') ?? '';
  return { from, to, submitted, problem: yield* judgeApprovals(id, screen) };
}
