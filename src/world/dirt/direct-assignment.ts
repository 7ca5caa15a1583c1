import { brokenRules, expandEntitlement, heldKeys } from '../sod.ts';
import { later } from '../days.ts';
import type { Account, Person } from '../world.ts';
import { befallen, defineDirt, type Ground, recordOf, type Stain } from './define-dirt.ts';

const RATE = [30, 50] as const;
/** So many rights were given to one account by hand. */
const GIVEN_MAX = 4;
/** Days since they were given, and how old the account must be. */
const [GIVEN, OLD] = [[12, 600], 40] as const;

/** Draws for each right that is to be given: some do not go with the account. */
const TRIES = 8;

/** Rights that an administrator has given by hand, past request and approval. */
export const directAssignment = defineDirt({
  name: 'direct-assignment',
  summary: 'A right was given by hand in the console, without a request.',
  about: 'accounts',
  rate: RATE,
  lay(ground, rng) {
    const { world, days, consoles, everyday, accountsIn } = ground;
    const asked = new Set(
      Object.values(world.requests).map(({ beneficiary, app, code }) => `${beneficiary} ${app}/${code}`),
    );
    return consoles.flatMap(({ name }) => {
      const own = rng.fork(name);
      const all = accountsIn(name).reduce((sum, { grants }) => sum + grants.length, 0);
      const codes = rightsAround(ground, name);
      let left = befallen(own, RATE, all);
      const old = everyday(name).filter(({ createdDay }) => createdDay < days.at(-OLD));
      return own.shuffle([...old]).flatMap((account): Stain[] => {
        const person = world.persons[account.workerId ?? ''];
        if (left <= 0 || !person) return [];
        const from = later(account.createdDay, days.at(days.workday(-own.int(...GIVEN))));
        const wanted = Math.min(left, own.int(1, GIVEN_MAX));
        const given: string[] = [];
        const around = codes.get(person.department) ?? [];
        for (let i = 0; i < TRIES * wanted && given.length < wanted && around.length > 0; i++) {
          const code = own.pick(around);
          if (asked.has(`${person.workerId} ${name}/${code}`)) continue;
          if (!isFree(ground, { account, person, code })) continue;
          account.grants.push({ code, source: 'direct', requestId: null, from, to: person.contractEnd });
          given.push(code);
        }
        left -= given.length;
        return given.map(code => {
          return { record: recordOf(account), workerId: null, why: `${code} was given by hand on ${from}.` };
        });
      });
    });
  },
});

/**
 * What people of a department have asked for in a console, and what is plain enough to be given by hand, by department: as
 * often as it is held, since "the same as my colleague" is how rights are given by hand. What one person alone has stays so.
 */
function rightsAround({ world, accountsIn }: Ground, app: string): Map<string, string[]> {
  const codes = new Map<string, string[]>();
  for (const { workerId, grants } of accountsIn(app)) {
    const department = world.persons[workerId ?? '']?.department ?? '';
    const known = codes.get(department) ?? codes.set(department, []).get(department);
    for (const { code, source } of grants) if (source === 'request') known?.push(code);
  }
  const isPlain = (code: string): boolean => {
    const { kind, risk, requestable, successor } = world.entitlements[`${app}/${code}`] ?? {};
    return (
      (kind === 'group' || kind === 'role') && risk !== 'Privileged' && !!requestable && successor === null
    );
  };
  return new Map([...codes].map(([department, held]) => [department, held.filter(isPlain).sort()]));
}

/**
 * Whether it goes with the account: not held by now or before, in its company code, nobody's own, without a
 * conflict.
 */
function isFree(
  { world, accountsFor }: Ground,
  { account, person, code }: { account: Account; person: Person; code: string },
): boolean {
  const key = `${account.app}/${code}`;
  const { companyCodes = [], owner } = world.entitlements[key] ?? {};
  if (owner === person.workerId || account.grants.some(grant => grant.code === code)) return false;
  if (account.companyCode !== null && !companyCodes.includes(account.companyCode)) return false;
  const held = heldKeys(world, accountsFor(person.workerId), world.nowMs);
  if (held.has(key)) return false;
  for (const item of expandEntitlement(world, key)) held.add(item);
  return brokenRules(world, held).length === 0;
}
