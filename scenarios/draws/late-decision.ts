import {
  activeEmployees,
  dayOf,
  type Decision,
  formatDay,
  must,
  oneLine,
  type Rng,
  addDays,
  type World,
} from '#range';
import { people } from '../../apps-sim/people/index.ts';

/** What becomes of a step that is open when the work begins. */
const FATES = ['approved', 'approved', 'deputy', 'other', 'rejected', 'open'] as const;

const PROMISES = [
  'I have not looked at it yet. I decide on the request within the hour.',
  'Thanks for the reminder. You will see it on the request, in an hour at the latest.',
  'Fine with me, but let me put it on the request myself. Half an hour.',
  'Not now, I am in a meeting. I decide it when I am out, within the hour.',
  'I am reading what it gives at this moment. Give me forty minutes, then look at the request.',
  'Saw it. Before I decide I ask the requester one thing; within the hour it stands on the request.',
  'On my way back to the desk. It is decided on the request before the hour is over.',
  'Please do not take this as my decision: that comes on the request, within the hour.',
];
const AGREED = [
  'Agreed for this project.',
  'Needed for the job, agreed.',
  'Yes, as discussed in the team.',
  'Fits the role, agreed.',
  'Approved for the stated period.',
  'Fine with me.',
  'The team has had it before; agreed.',
  'Agreed, we review it at the end of the quarter.',
];
const DECLINED = 'Not needed for the present job.';

/**
 * Leaves the last step of a request open, and draws what its approver answers and who decides what meanwhile.
 */
export function layLateDecision(
  draft: World,
  requestId: string,
  rng: Rng,
): { approver: string; comment: string } {
  const request = must(draft.requests[requestId], requestId);
  const step = must(request.approvals.at(-1), requestId);
  const fate = rng.pick(FATES);
  const { approver } = step;
  const taken = [approver, request.beneficiary, request.requester, draft.operator.workerId];
  const others = activeEmployees(draft).filter(({ workerId }) => !taken.includes(workerId));
  const deputy = rng.pick(others);
  const ends = addDays(dayOf(draft.nowMs), rng.int(2, 12));
  const until = formatDay(ends, 'D MMMM YYYY');
  const isAway = fate === 'deputy' || (fate === 'other' && rng.chance(1, 2));
  const named = fate === 'other' ? rng.pick(others.filter(one => one !== deputy)) : deputy;
  const matter = isAway
    ? oneLine`Automatic reply: I am out of office until ${until}. My approvals are delegated to
        ${named.displayName} (${named.workerId}) until then.`
    : rng.pick(PROMISES);
  const { mail } = must(draft.persons[approver], approver);
  const counterpart = people['late-approver'].name;
  draft.lines[mail] = { workerId: approver, counterpart, seed: `${rng.path}/line`, matter };
  Object.assign(step, { state: 'Requested', decidedMs: null, comment: '' });
  if (fate === 'open') return { approver, comment: '' };
  const comment = fate === 'rejected' ? DECLINED : rng.pick(AGREED);
  const decided: Decision = {
    approver: fate === 'deputy' || fate === 'other' ? deputy.workerId : approver,
    onBehalfOf: fate === 'deputy' ? approver : null,
    delegationEnds: fate === 'deputy' ? ends : null,
    state: fate === 'rejected' ? 'Rejected' : 'Approved',
    decidedMs: draft.nowMs + rng.int(25, 50) * 60_000 + rng.int(0, 59) * 1000,
    comment,
  };
  step.later = decided;
  return { approver, comment };
}
