import { addDays, dayOf } from '../../core/calendar.ts';
import type { Account, AppName, World } from '../world.ts';
import { countBy } from './count.ts';

/** Days without a sign-in after which an account counts as dormant. */
export const DORMANT_DAYS = 90;

/** The accounts of one console, and what an audit looks for among them. */
export interface AccountFigures {
  all: number;
  byStatus: Record<string, number>;
  byPurpose: Record<string, number>;
  /** Nobody's, emergency accounts aside. */
  orphans: number;
  /** Active accounts of people that were not used for 90 days. */
  dormant: number;
  /** Shut, and still holding rights that have not ended. */
  disabledButLicensed: number;
  /** Active although the person has left: what people sign in with, and no service or guest that one of them looked after. */
  activeOfLeavers: number;
  /** People with more than one everyday account. */
  duplicates: number;
  /** Of contingent workers. */
  external: number;
  /** Service and shared accounts whose owner does not work here. */
  staleOwners: number;
  /** In the log of the console; null where it keeps none. */
  failedSignIns: number | null;
}

/** Counts the accounts of a console. */
export function accountFigures(world: World, app: AppName): Omit<AccountFigures, 'failedSignIns'> {
  const accounts = Object.values(world.accounts).filter(account => account.app === app);
  const count = (test: (account: Account) => boolean): number => accounts.filter(test).length;
  const today = dayOf(world.nowMs);
  const holderOf = ({ workerId }: Account) => world.persons[workerId ?? ''];
  const everyday = countBy(
    accounts.filter(({ purpose, status }) => purpose === 'primary' && status !== 'deleted'),
    ({ workerId }) => workerId ?? '',
  );
  return {
    all: accounts.length,
    byStatus: countBy(accounts, ({ status }) => status),
    byPurpose: countBy(accounts, ({ purpose }) => purpose),
    orphans: count(
      account => account.purpose !== 'emergency' && !holderOf(account) && account.status !== 'deleted',
    ),
    dormant: count(account => isDormant(account, addDays(today, -DORMANT_DAYS))),
    disabledButLicensed: count(
      ({ status, grants }) =>
        ['deactivated', 'locked'].includes(status) && grants.some(({ to }) => to === null || to >= today),
    ),
    activeOfLeavers: count(
      account =>
        ['primary', 'admin'].includes(account.purpose) &&
        account.status === 'active' &&
        holderOf(account)?.status === 'terminated',
    ),
    duplicates: Object.entries(everyday).filter(([worker, n]) => worker !== '' && n > 1).length,
    external: count(account => account.purpose === 'primary' && holderOf(account)?.kind === 'contingent'),
    staleOwners: count(
      account => ['service', 'shared'].includes(account.purpose) && holderOf(account)?.status !== 'active',
    ),
  };
}

function isDormant({ status, purpose, lastUsedMs, createdDay }: Account, since: string): boolean {
  if (status !== 'active' || purpose === 'emergency') return false;
  return (lastUsedMs === null ? createdDay : dayOf(lastUsedMs)) < since;
}
