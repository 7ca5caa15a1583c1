import {
  type Account,
  addDays,
  addTicket,
  dayOf,
  type Days,
  daysFrom,
  must,
  nameOf,
  oneLine,
  riskAnalysts,
  type Rng,
  toTheSecond,
  type World,
} from '#range';
import { signInOf } from '../../apps-sim/harborlight/sign-in-facts.ts';
import { ordinaryHolders } from './holders.ts';

/** Why an account of the list stays as it is. */
export type Stays = 'signed in since' | 'on leave' | 'service account' | 'for emergencies';

/** One account of a list. */
export interface DormantLine {
  upn: string;
  workerId: string | null;
}

/** A list of accounts that nobody has signed in to when it was made, and what is asked for. */
export interface Dormant {
  ticket: string;
  lines: DormantLine[];
  subject: string;
  account: string;
  isDeletionAsked: boolean;
  /** Somebody who signs in every day, for a mistake. */
  near: string;
}

/** Without a sign-in for so many days an account is suspended (KB-16). */
export const DORMANT_DAYS = 90;
const APP = 'harborlight';
/** What is asked for and whom the list has: in one of seven deletion, in one an administrator. */
const CASES = ['plain', 'plain', 'plain', 'plain', 'plain', 'admin', 'delete'] as const;

/**
 * Lays a list of accounts: of people who sign in no more, of one who has since, of one on leave, and of
 * nobody.
 */
export function drawDormant({ world, draft, rng }: { world: World; draft: World; rng: Rng }): Dormant {
  const fate = rng.pick(CASES);
  const days = daysFrom(world.today);
  const made = days.at(days.workday(-rng.int(6, 10)));
  const [near, since, away, ...gone] = rng.shuffle(longServing(world)).slice(0, rng.int(5, 6));
  const stale = [since, away, ...gone].map(account => must(account, 'an account of the list'));
  const told = new Map<string, string>();
  for (const { nativeId } of stale) {
    const day = days.at(-rng.int(DORMANT_DAYS + 15, 260));
    told.set(nativeId, day);
    const isBack = nativeId === since?.nativeId;
    silence(draft, nativeId, { day: isBack ? days.at(-rng.int(1, 4)) : day, days });
  }
  const leaver = must(away, 'somebody on leave');
  goOnLeave(draft, leaver, told.get(leaver.nativeId) ?? made);
  const others = [pickOther(world, rng, ['service', 'emergency'])];
  if (fate === 'admin') others.push(pickOther(world, rng, ['admin']));
  for (const { nativeId, lastUsedMs } of others) {
    told.set(nativeId, lastUsedMs === null ? 'never' : days.at(-rng.int(DORMANT_DAYS + 15, 200)));
    silence(draft, nativeId, { day: told.get(nativeId) ?? made, days });
  }
  const list = rng.shuffle([...stale, ...others]);
  const wish = fate === 'delete' ? 'delete' : 'suspend';
  const { number: ticket } = addTicket(draft, {
    kind: 'task',
    category: 'Account',
    caller: must(riskAnalysts(world)[0], 'a risk analyst'),
    shortDescription: `Accounts without a sign-in, list of ${made}`,
    description: oneLine`Under Variables stand accounts of Harborlight ID that nobody has signed in to for
      ${DORMANT_DAYS} days, as of ${made}. Please ${wish} them as far as KB-16 goes, and say in the closing
      notes which were left and why.`,
    item: {
      name: `Accounts without a sign-in, ${made}`,
      variables: list.map(({ nativeId, workerId, purpose, displayName }, i) => ({
        label: `${i + 1}. ${whose(world, { workerId, purpose, displayName })}: user ${nativeId}`,
        value: `Last sign-in ${told.get(nativeId) ?? ''}`,
      })),
    },
  });
  const [first] = gone;
  const subject = must(first, 'somebody who signs in no more');
  return {
    ticket,
    lines: list.map(({ nativeId: upn, workerId, purpose }) => ({
      upn,
      workerId: purpose === 'primary' ? workerId : null,
    })),
    subject: subject.workerId ?? '',
    account: `${APP}/${subject.nativeId}`,
    isDeletionAsked: fate === 'delete',
    near: near?.nativeId ?? '',
  };
}

function whose(
  world: World,
  { workerId, purpose, displayName }: Pick<Account, 'workerId' | 'purpose' | 'displayName'>,
): string {
  return purpose === 'primary' && workerId ? nameOf(world, workerId) : displayName;
}

/** Ordinary accounts that are old enough to have been used long ago, in use today. */
function longServing(world: World): Account[] {
  const old = addDays(dayOf(world.nowMs), -400);
  return ordinaryHolders(world, APP)
    .map(({ accounts }) => accounts[APP])
    .filter(({ createdDay, lastUsedMs }) => createdDay < old && lastUsedMs !== null);
}

function pickOther(world: World, rng: Rng, purposes: readonly Account['purpose'][]): Account {
  const all = Object.values(world.accounts).filter(
    ({ app, purpose, status, createdDay, workerId }) =>
      app === APP &&
      purposes.includes(purpose) &&
      status === 'active' &&
      createdDay < addDays(dayOf(world.nowMs), -300) &&
      workerId !== world.operator.workerId,
  );
  return rng.pick(all.sort((a, b) => (a.nativeId < b.nativeId ? -1 : 1)));
}

/** Nobody has signed in since a day: no session is open, and no method was used or added after it. */
function silence(draft: World, upn: string, { day, days }: { day: string; days: Days }): void {
  if (day === 'never') return;
  const account = must(draft.accounts[`${APP}/${upn}`], upn);
  const ago = days.offsetOf(day);
  account.lastUsedMs = toTheSecond(days.ms(ago, 7 + (upn.length % 9), (upn.length * 7) % 60), `${upn}/last`);
  const signIn = signInOf(account);
  if (account.passwordChangedDay > day) account.passwordChangedDay = day;
  signIn.sessions = [];
  for (const method of signIn.methods) {
    if (method.addedDay > day) method.addedDay = day;
    if (method.lastUsedDay !== null && method.lastUsedDay > day) method.lastUsedDay = day;
  }
}

/** HR has somebody on leave since just after the last sign-in. */
function goOnLeave(draft: World, { workerId }: Account, lastDay: string): void {
  const id = workerId ?? '';
  const effective = addDays(lastDay, 1);
  const entered = addDays(lastDay, -9);
  draft.hrEvents.push({ workerId: id, kind: 'Leave', effective, entered, state: 'Completed', note: '' });
  must(draft.persons[id], id).status = 'leave';
}
