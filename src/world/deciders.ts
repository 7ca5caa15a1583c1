import { addDays, dayOf } from '../core/calendar.ts';
import { drawBelow } from '../core/draw.ts';
import type { Approval, World } from './world.ts';

/** In a hundred decisions of line managers: those that the next one above makes while they are away. */
const DELEGATED = 6;

/** A step of a request, before it is known who decides it. */
interface Step extends Pick<Approval, 'approver' | 'step'> {
  decidedMs: number;
  key: string;
}

/** Who decides a step: the one whose step it is, or the manager of a line manager who is away for some days. */
export function deciderOf(
  world: World,
  { approver, step, decidedMs, key }: Step,
): Pick<Approval, 'approver' | 'onBehalfOf' | 'delegationEnds'> {
  const above = world.persons[world.persons[approver]?.manager ?? ''];
  const isAway = step === 'Line manager' && drawBelow(`${key}/away`, 100) < DELEGATED;
  if (!isAway || above?.status !== 'active') return { approver, onBehalfOf: null, delegationEnds: null };
  const delegationEnds = addDays(dayOf(decidedMs), drawBelow(`${key}/back`, 12));
  return { approver: above.workerId, onBehalfOf: approver, delegationEnds };
}
