import {
  type Account,
  addDays,
  dayOf,
  entitlementOf,
  entitlementsOf,
  isOwned,
  must,
  type Rng,
  sodConflicts,
  type World,
} from '#range';
import { ordinaryHolders } from './holders.ts';

/** An ERP user with one side of a rule, and the role that makes up the other side. */
export interface DutyConflict {
  subject: string;
  erpUser: string;
  held: string;
  /** What was laid: a single role, or a composite role that holds it. */
  laid: string;
  drop: string;
}

/** Who has written what on the record: the owner's decision, somebody else's, or a wish. */
export type Word = 'owner' | 'manager' | 'wish';

const APP = 'corvane';

/**
 * Gives somebody a role that breaks a rule together with one that is held; where it is composite, no decision
 * can help.
 */
export function layDutyConflict(
  world: World,
  draft: World,
  given: { isComposite: boolean; rng: Rng },
): DutyConflict {
  const { isComposite, rng } = given;
  const holders = ordinaryHolders(world, APP).filter(
    ({ subject }) => sodConflicts(world, subject).length === 0,
  );
  const found = (inComposite: boolean): DutyConflict[] =>
    holders.flatMap(({ accounts }) => conflictsOf(world, accounts.corvane, inComposite));
  const wished = found(isComposite);
  // A small company may have no such role of the one kind.
  const chosen = rng.pick(wished.length > 0 ? wished : found(!isComposite));
  const from = addDays(dayOf(world.nowMs), -rng.int(20, 200));
  const account = must(draft.accounts[`${APP}/${chosen.erpUser}`], chosen.erpUser);
  account.grants.push({ code: chosen.laid, source: 'direct', requestId: null, from, to: null });
  return chosen;
}

function conflictsOf(world: World, account: Account, isComposite: boolean): DutyConflict[] {
  const { nativeId: erpUser, workerId } = account;
  const subject = workerId ?? '';
  const held = account.grants.filter(({ to }) => to === null).map(grant => grant.code);
  const kind = isComposite ? 'composite-role' : 'role';
  const open = entitlementsOf(world, APP).filter(
    item =>
      item.kind === kind &&
      item.risk !== 'Privileged' &&
      item.successor === null &&
      item.companyCodes.includes(account.companyCode ?? ''),
  );
  return open.flatMap(({ code: laid, contains }) => {
    const broken = held.includes(laid) ? [] : sodConflicts(world, subject, `${APP}/${laid}`);
    const [rule] = broken;
    if (broken.length !== 1 || !rule) return [];
    const sides = [...rule.left, ...rule.right].map(key => key.slice(key.indexOf('/') + 1));
    const [mine, ...more] = held.filter(role => sides.includes(role));
    const [drop, ...others] = [laid, ...contains].filter(
      role => sides.includes(role) && !held.includes(role),
    );
    if (!mine || !drop || more.length > 0 || others.length > 0) return [];
    const dropped = entitlementOf(world, APP, drop);
    const isFree = dropped.owner !== subject && isOwned(world, dropped);
    return isFree ? [{ subject, erpUser, held: mine, laid, drop }] : [];
  });
}

/** What stands in the work notes, and who wrote it. */
export function wordOf(
  world: World,
  conflict: DutyConflict,
  { word, rng }: { word: Word; rng: Rng },
): [string, string] {
  const { subject, held, drop } = conflict;
  const { owner } = entitlementOf(world, APP, drop);
  const manager = world.persons[subject]?.manager ?? subject;
  const decision = `Decision: ${drop} goes, ${held} stays.`;
  if (word === 'owner') return [owner, decision];
  if (word === 'manager' && manager !== owner) return [manager, decision];
  return [subject, rng.pick([`I hardly use ${drop}, it can go.`, `Take ${drop} if it must be one of them.`])];
}
