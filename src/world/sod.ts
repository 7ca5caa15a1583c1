import { dayOf } from '../core/calendar.ts';
import { sortedValues } from './sorted.ts';
import type { Account, Entitlement, SodRule } from './world.ts';

/** The facts that segregation of duties is judged by. */
export interface DutyFacts {
  entitlements: Record<string, Entitlement>;
  sodRules: Record<string, SodRule>;
}

/** An entitlement with all that it contains, as `${app}/${code}` each. */
export function expandEntitlement(facts: Pick<DutyFacts, 'entitlements'>, key: string): string[] {
  const entitlement = facts.entitlements[key];
  if (!entitlement) return [key];
  return [key, ...entitlement.contains.map(code => `${entitlement.app}/${code}`)];
}

/**
 * What accounts hold on a day, as expanded `${app}/${code}`: deleted accounts and ended grants count no
 * more.
 */
export function heldKeys(
  facts: Pick<DutyFacts, 'entitlements'>,
  accounts: readonly Account[],
  nowMs: number,
): Set<string> {
  const today = dayOf(nowMs);
  const held = new Set<string>();
  for (const account of accounts) {
    if (account.status === 'deleted') continue;
    for (const grant of account.grants) {
      if (grant.to !== null && grant.to < today) continue;
      for (const key of expandEntitlement(facts, `${account.app}/${grant.code}`)) held.add(key);
    }
  }
  return held;
}

/** Rules of which both sides are in a set of held entitlements. */
export function brokenRules(facts: DutyFacts, held: ReadonlySet<string>): SodRule[] {
  return sortedValues(facts.sodRules).filter(
    rule => rule.left.some(key => held.has(key)) && rule.right.some(key => held.has(key)),
  );
}
