import { must } from '../core/assert.ts';
import type { Rng } from '../core/rng.ts';
import { dutyOf, FUNCTIONS } from './functions.ts';
import type { Growth } from './growth.ts';
import type { Organisation } from './people.ts';
import type { EntitlementLine, PopulatedApp, Population } from './population.ts';
import type { BusinessRole, Entitlement, RequestWords, WorkerId } from './world.ts';

/** Who answers for an entitlement whose function a small company does not have. */
const FALLBACK_OWNERS = 'IAM';

/** Everything that can be granted, each with an active owner. Keys are `${app}/${code}`. */
export function makeEntitlements(
  rng: Rng,
  organisation: Organisation,
  { consoles, growth }: { consoles: readonly PopulatedApp[]; growth: Growth },
): Record<string, Entitlement> {
  const owners = ownersByFunction(organisation);
  const entitlements: [key: string, entitlement: Entitlement][] = [];
  for (const { name, population } of consoles) {
    const own = rng.fork(name);
    for (const line of [...(population?.entitlements?.(organisation) ?? []), ...(growth.get(name) ?? [])]) {
      const candidates =
        owners.get(line.owner) ?? must(owners.get(FALLBACK_OWNERS), `owners in ${line.owner}`);
      const owner = own.fork(line.application ?? line.code).pick(candidates);
      const requestWords = population?.requestWords?.(line) ?? ORDINARY_WORDS;
      const entitlement = fromLine(line, { app: name, owner, requestWords });
      entitlements.push([`${name}/${line.code}`, entitlement]);
    }
  }
  return Object.fromEntries(entitlements.sort(([a], [b]) => (a < b ? -1 : 1)));
}

const ORDINARY_WORDS: RequestWords = { what: 'Access', item: 'Application access' };

function fromLine(
  { text, application: _application, ...line }: EntitlementLine,
  given: { app: string; owner: WorkerId; requestWords: RequestWords },
): Entitlement {
  return {
    name: line.code,
    description: text,
    requestable: true,
    successor: null,
    kind: 'group',
    rule: null,
    selects: null,
    ...line,
    contains: [...(line.contains ?? [])],
    companyCodes: [...(line.companyCodes ?? [])],
    ...given,
  };
}

/** Heads and leads of each function, and one experienced employee. */
function ownersByFunction({ persons, positions, departments }: Organisation): Map<string, WorkerId[]> {
  const owners = new Map<string, WorkerId[]>();
  const add = (duty: string, worker: WorkerId): number =>
    (owners.get(duty) ?? owners.set(duty, []).get(duty) ?? []).push(worker);
  for (const person of Object.values(persons)) {
    if (person.status !== 'active' || person.kind !== 'employee') continue;
    const duty = dutyOf(person.department);
    const department = departments[person.department];
    const title = positions[person.position]?.title ?? '';
    if (duty && (department?.head === person.workerId || title.endsWith(' Lead'))) add(duty, person.workerId);
  }
  for (const person of Object.values(persons)) {
    const duty = dutyOf(person.department);
    const title = positions[person.position]?.title ?? '';
    if (!duty || person.status !== 'active' || person.kind !== 'employee' || title.startsWith('Access Risk'))
      continue;
    if (person.hireDay < '2022' && (owners.get(duty)?.length ?? 0) < 3) add(duty, person.workerId);
  }
  return owners;
}

/** Everybody who may answer for something that can be granted, whatever the consoles offer. */
export function possibleOwners(organisation: Organisation): WorkerId[] {
  return [...ownersByFunction(organisation).values()].flat();
}

/** The functions that a company has, in their order. */
export function presentDuties({ departments }: Organisation): { code: string; name: string }[] {
  const present = new Set(Object.keys(departments).map(dutyOf));
  return FUNCTIONS.filter(({ code }) => present.has(code)).map(({ code, name }) => ({ code, name }));
}

/** One business role for each department: what its people get without asking, in all consoles. */
export function makeBusinessRoles(
  { departments }: Organisation,
  consoles: readonly PopulatedApp[],
): Record<string, BusinessRole> {
  const partOf = (code: string, { name, population }: { name: string; population?: Population }): string[] =>
    (population?.birthright?.(dutyOf(code)) ?? []).map(granted => `${name}/${granted}`);
  const roles = Object.values(departments).map(
    ({ code, name }): BusinessRole => ({
      id: `BR-${code}`,
      name: `${name}, standard`,
      department: code,
      entitlements: consoles.flatMap(console => partOf(code, console)),
    }),
  );
  return Object.fromEntries(roles.map(role => [role.id, role]));
}
