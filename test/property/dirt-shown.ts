import { signInOf } from '../../apps-sim/harborlight/sign-in-facts.ts';
import { addDays, dayOf } from '../../src/core/calendar.ts';
import { accountsOf } from '../../src/world/find.ts';
import { birthrightKeysOf } from '../../src/world/questions.ts';
import type { DirtName } from '../../src/world/dirt/index.ts';
import type { Account, AccountPurpose, Dirt, Person, World } from '../../src/world/world.ts';

/** What each kind of dirt is counted of, and by what a label is seen to be true: read from the company, not from its laying. */

const DORMANT_DAYS = 90;

const asked = new WeakMap<World, ReadonlySet<string>>();

/** Who has asked for what, in which console. */
function askedIn(world: World): ReadonlySet<string> {
  const known =
    asked.get(world) ??
    new Set(
      Object.values(world.requests).map(({ beneficiary, app, code }) => `${beneficiary} ${app}/${code}`),
    );
  asked.set(world, known);
  return known;
}

function accountOf(world: World, { record }: Dirt): Account | undefined {
  return world.accounts[record.replace(/^accounts\//, '')];
}

function personOf(world: World, { record }: Dirt): Person | undefined {
  return world.persons[record.replace(/^persons\//, '')];
}

/** Accounts in use of each console, one purpose of them. */
function inUse({ accounts, consoles }: World, purpose: AccountPurpose = 'primary'): Account[][] {
  const own = Object.values(accounts).filter(item => item.status === 'active' && item.purpose === purpose);
  return consoles.map(({ name }) => own.filter(({ app }) => app === name));
}

function sizes(lists: readonly (readonly unknown[])[]): number[] {
  return lists.map(({ length }) => length).filter(length => length > 0);
}

function atWork({ persons }: World): Person[] {
  return Object.values(persons).filter(({ status }) => status === 'active');
}

function isGone({ persons }: World, worker: string | null | undefined): boolean {
  return persons[worker ?? '']?.status === 'terminated';
}

function everybody({ persons }: World): number[] {
  return [Object.keys(persons).length];
}

/** The accounts that hold what is asked for, in each console. */
function grantsOf({ accounts, consoles }: World): number[] {
  const own = Object.values(accounts);
  return consoles
    .map(({ name }) => own.filter(({ app }) => app === name).flatMap(({ grants }) => grants))
    .filter(grants => grants.some(({ source }) => source === 'request'))
    .map(({ length }) => length);
}

function isLicensed({ status, grants }: Account, today: string): boolean {
  return ['deactivated', 'locked'].includes(status) && grants.some(({ to }) => to === null || to >= today);
}

/** Of how many a rate is counted, in each console or of all people. */
export const COUNTED: Record<DirtName, (world: World) => number[]> = {
  'attribute-drift': world => sizes(inUse(world).map(own => own.filter(({ app }) => app === 'harborlight'))),
  'direct-assignment': grantsOf,
  'disabled-licensed': ({ accounts, today }) => [
    Object.values(accounts).filter(account => isLicensed(account, today)).length,
  ],
  'dormant-account': world => sizes(inUse(world)),
  'duplicate-account': world => sizes(inUse(world)),
  'expired-contractor': world => [atWork(world).filter(({ kind }) => kind === 'contingent').length],
  'guest-account': everybody,
  'nested-group': ({ entitlements, consoles }) =>
    sizes(
      consoles.map(({ name }) =>
        Object.values(entitlements).filter(({ app, kind }) => app === name && kind === 'group'),
      ),
    ),
  'orphan-account': ({ accounts }) =>
    ['corvane', 'freightlane'].map(name => Object.values(accounts).filter(({ app }) => app === name).length),
  'ownerless-right': ({ entitlements, consoles }) =>
    sizes(consoles.map(({ name }) => Object.values(entitlements).filter(({ app }) => app === name))),
  'privilege-creep': ({ hrEvents }) => [
    new Set(hrEvents.flatMap(({ kind, workerId }) => (kind === 'Change job' ? workerId : []))).size,
  ],
  'renamed-person': world => [atWork(world).length],
  'shared-account': everybody,
  'stale-manager': world => [atWork(world).length],
  'stale-owner': world =>
    sizes(inUse(world, 'service').map(own => own.filter(({ personNumber }) => personNumber === null))),
  'terminated-enabled': ({ persons }) => [
    Object.values(persons).filter(({ status }) => status === 'terminated').length,
  ],
  'vacant-manager': world => [atWork(world).length],
};

/** Whether it is as a label says. */
export const SHOWN: Record<DirtName, (world: World, label: Dirt) => boolean> = {
  'attribute-drift': (world, label) => {
    const { old = {} } = signInOf(accountOf(world, label));
    const person = world.persons[label.workerId ?? ''];
    const now = { ...person, title: world.positions[person?.position ?? '']?.title };
    const facts = Object.entries(old) as [keyof typeof old, string][];
    return facts.length === 1 && facts.every(([what, was]) => now[what] !== was);
  },
  'direct-assignment': (world, label) => {
    const { grants = [], app = '', workerId } = accountOf(world, label) ?? {};
    const given = grants.filter(({ code }) => label.why.startsWith(`${code} `));
    const isAsked = askedIn(world).has(`${workerId} ${app}/${given[0]?.code}`);
    return given.length === 1 && given[0]?.source === 'direct' && !isAsked;
  },
  'disabled-licensed': (world, label) => {
    const account = accountOf(world, label);
    return account !== undefined && isLicensed(account, world.today);
  },
  'dormant-account': (world, label) => {
    const { lastUsedMs = null, status, createdDay = '', workerId } = accountOf(world, label) ?? {};
    if (workerId !== label.workerId) return false;
    const day = lastUsedMs === null ? '' : dayOf(lastUsedMs);
    return status === 'active' && day >= createdDay && day < addDays(dayOf(world.nowMs), -DORMANT_DAYS);
  },
  'duplicate-account': (world, label) => {
    const { app, workerId } = accountOf(world, label) ?? {};
    const own = accountsOf(world, workerId ?? '').filter(
      account => account.app === app && account.purpose === 'primary',
    );
    return own.length === 2 && workerId === label.workerId;
  },
  'expired-contractor': (world, label) => {
    const { status, contractEnd } = personOf(world, label) ?? {};
    const isOpen = accountsOf(world, label.workerId ?? '').some(account => account.status === 'active');
    return status === 'active' && (contractEnd ?? '9') < world.today && isOpen;
  },
  'guest-account': (world, label) => {
    const account = accountOf(world, label);
    return account?.purpose === 'guest' && world.persons[account.workerId ?? ''] !== undefined;
  },
  'nested-group': ({ entitlements }, { record, why }) => {
    const child = entitlements[record.replace(/^entitlements\//, '')];
    const parents = Object.values(entitlements).filter(
      ({ app, contains }) => app === child?.app && contains.includes(child.code),
    );
    return parents.length === 1 && why.includes(parents[0]?.code ?? '?') && child?.risk === 'Low';
  },
  'orphan-account': (world, label) => {
    const account = accountOf(world, label);
    const isKnown = Object.values(world.persons).some(
      ({ displayName, mail }) => displayName === account?.displayName || mail === account?.nativeId,
    );
    return account?.status === 'active' && account.workerId === null && !isKnown;
  },
  'ownerless-right': (world, { record }) =>
    isGone(world, world.entitlements[record.replace(/^entitlements\//, '')]?.owner),
  'privilege-creep': (world, label) => {
    const due = birthrightKeysOf(world, label.workerId ?? '');
    const kept = accountsOf(world, label.workerId ?? '')
      .flatMap(({ app, grants }) => grants.filter(({ code }) => !due.includes(`${app}/${code}`)))
      .filter(({ source }) => source === 'birthright');
    const move = world.hrEvents.find(
      ({ workerId, kind }) => workerId === label.workerId && kind === 'Change job',
    );
    return kept.length > 0 && / to /.test(move?.note ?? '');
  },
  'renamed-person': (world, label) => {
    const { displayName = '', familyName = '' } = personOf(world, label) ?? {};
    const event = world.hrEvents.some(
      ({ workerId, kind }) => workerId === label.workerId && kind === 'Change name',
    );
    const shown = accountsOf(world, label.workerId ?? '');
    const isBehind = shown.every(account => account.displayName !== displayName);
    return event && isBehind && displayName.endsWith(familyName);
  },
  'shared-account': (world, label) => {
    const account = accountOf(world, label);
    return account?.purpose === 'shared' && !isGone(world, account.workerId);
  },
  'stale-manager': (world, label) => isGone(world, personOf(world, label)?.manager),
  'stale-owner': (world, label) => isGone(world, accountOf(world, label)?.workerId),
  'terminated-enabled': (world, label) => {
    const own = accountsOf(world, label.workerId ?? '').filter(({ purpose }) => purpose === 'primary');
    return isGone(world, label.workerId) && own.length > 0 && own.every(({ status }) => status === 'active');
  },
  'vacant-manager': (world, label) => {
    const person = personOf(world, label);
    return person?.manager === null && world.positions[person.position]?.reportsTo === null;
  },
};
