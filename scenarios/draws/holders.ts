import {
  type Account,
  accountOf,
  addDays,
  candidatesFor,
  dayOf,
  must,
  ordinaryUsers,
  type Person,
  type World,
} from '#range';
import { masterOf } from '../../apps-sim/corvane/population.ts';
import { signInOf } from '../../apps-sim/harborlight/sign-in-facts.ts';

/** Somebody with an account in each of some consoles. */
export interface Holder<A extends string> {
  person: Person;
  subject: string;
  /** By console: the account, and the id by which the console knows it. */
  accounts: Record<A, Account>;
  ids: Record<A, string>;
}

/**
 * The ordinary holders of an active account in each of the consoles, by worker number: whom one operator
 * alone may serve, with nothing special about their accounts.
 */
export function ordinaryHolders<A extends string>(world: World, ...apps: A[]): Holder<A>[] {
  return ordinary(ordinaryUsers(world, ...apps).map(person => holderOf(world, person, ...apps)));
}

/** Who could rightly be given something of a console on a request, by worker number. */
export function candidates<A extends string>(world: World, app: A, code: string): Holder<A>[] {
  return ordinary(candidatesFor(world, app, code).map(person => holderOf(world, person, app)));
}

const DIRECTORY = 'harborlight';
/** Who signs in every day has done so within as many days, a long weekend and a short absence counted in. */
const LATELY_DAYS = 7;

/** Ordinary users of the directory who sign in these days: who has been away for weeks misses nothing today. */
export function dailyHolders(world: World): Holder<typeof DIRECTORY>[] {
  const since = addDays(dayOf(world.nowMs), -LATELY_DAYS);
  return ordinaryHolders(world, DIRECTORY).filter(({ accounts: { harborlight } }) => {
    const { lastUsedMs } = harborlight;
    return lastUsedMs !== null && dayOf(lastUsedMs) >= since;
  });
}

/** Those of them who sign in with a telephone: who else can lose it, or leave it at home? */
export function phoneHolders(world: World): Holder<typeof DIRECTORY>[] {
  return dailyHolders(world).filter(({ accounts: { harborlight } }) =>
    signInOf(harborlight).methods.some(({ kind }) => kind === 'push' || kind === 'sms'),
  );
}

/** A person with the accounts in the consoles. */
export function holderOf<A extends string>(world: World, person: Person, ...apps: A[]): Holder<A> {
  const { workerId: subject } = person;
  const own = apps.map(
    app => [app, must(accountOf(world, app, subject), `${app} account of ${subject}`)] as const,
  );
  const accounts = Object.fromEntries(own) as Record<A, Account>;
  const ids = Object.fromEntries(own.map(([app, { nativeId }]) => [app, nativeId])) as Record<A, string>;
  return { person, subject, accounts, ids };
}

/** Users of the ERP's own administration are nobody's everyday case. */
function ordinary<A extends string>(holders: Holder<A>[]): Holder<A>[] {
  const own = holders.filter(({ accounts }) =>
    Object.values<Account>(accounts).every(account => masterOf(account)?.userGroup !== 'SUPER'),
  );
  return own.sort((a, b) => (a.subject < b.subject ? -1 : 1));
}
