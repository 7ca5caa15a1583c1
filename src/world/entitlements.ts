import { must } from '../core/assert.ts';
import type { Rng } from '../core/rng.ts';
import { LOCATIONS } from './company.ts';
import { type EntitlementLine, GROUP_LINES, ROLE_LINES } from './entitlement-list.ts';
import { FUNCTIONS } from './functions.ts';
import type { Organisation } from './people.ts';
import type { BusinessRole, Entitlement, Person, PersonKind, WorkerId } from './world.ts';

/** The cloud directory that everybody signs in to. */
export const HARBORLIGHT = 'harborlight';
/** The enterprise resource planning system that has no connector. */
export const CORVANE = 'corvane';

/** Dynamic groups and the kind of worker that each one's rule selects. */
const DYNAMIC_GROUPS: readonly { code: string; kind: PersonKind; text: string }[] = [
  { code: 'GG-ALL-Employees', kind: 'employee', text: 'All employees' },
  { code: 'GG-ALL-External', kind: 'contingent', text: 'All contingent workers' },
];
/** Sites whose group is mastered in the on-premises directory. */
const SYNCED_SITES = ['Zagreb', 'Prague'];
const EVERYBODY = [`${HARBORLIGHT}/APP-Brightqueue-User`, `${HARBORLIGHT}/APP-Postbay-User`];

/** Everything that can be granted in both consoles, each with an active owner. Keys are `${app}/${code}`. */
export function makeEntitlements(rng: Rng, organisation: Organisation): Record<string, Entitlement> {
  const owners = ownersByFunction(organisation);
  const ownerOf = (duty: string): WorkerId => rng.pick(must(owners.get(duty), `owners in ${duty}`));
  const list: Entitlement[] = [
    ...GROUP_LINES.map(line => fromLine(line, HARBORLIGHT, ownerOf(line.owner))),
    ...dutyCodes(organisation).map(code => filesGroup(code, ownerOf(code))),
    ...DYNAMIC_GROUPS.map(({ code, kind, text }) => ({
      ...calculatedGroup(code, text, ownerOf('IAM')),
      kind: 'dynamic-group' as const,
      rule: `user.workerType eq "${kind}" and user.status ne "terminated"`,
    })),
    ...SYNCED_SITES.map(city => ({
      ...calculatedGroup(`GG-SITE-${city}`, `People working in ${city}`, ownerOf('IAM')),
      kind: 'synced-group' as const,
    })),
    ...ROLE_LINES.map(line => fromLine(line, CORVANE, ownerOf(line.owner))),
  ];
  return Object.fromEntries(list.map(entitlement => [`${entitlement.app}/${entitlement.code}`, entitlement]));
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

/** The function behind a department code: large functions have numbered departments. */
export function dutyOf(department: string): string | null {
  const stem = department.replace(/\d+$/, '');
  return FUNCTIONS.some(duty => duty.code === stem) ? stem : null;
}

function dutyCodes({ departments }: Organisation): string[] {
  const present = new Set(Object.keys(departments).map(dutyOf));
  return FUNCTIONS.map(duty => duty.code).filter(code => present.has(code));
}

function fromLine(line: EntitlementLine, app: string, owner: WorkerId): Entitlement {
  const isRole = app === CORVANE;
  return {
    app,
    code: line.code,
    name: line.code,
    description: line.text,
    owner,
    risk: line.risk,
    requestable: line.requestable,
    successor: line.successor,
    kind: !isRole ? 'group' : line.contains.length > 0 ? 'composite-role' : 'role',
    rule: null,
    contains: [...line.contains],
    companyCodes: isRole ? [...line.companyCodes] : [],
  };
}

function calculatedGroup(code: string, text: string, owner: WorkerId): Entitlement {
  const line = { code, owner: '', risk: 'Low' as const, text, requestable: false, contains: [] };
  return fromLine({ ...line, successor: null, companyCodes: [] }, HARBORLIGHT, owner);
}

function filesGroup(duty: string, owner: WorkerId): Entitlement {
  const name = FUNCTIONS.find(item => item.code === duty)?.name ?? duty;
  return {
    ...calculatedGroup(`GG-${duty}-Files-RW`, `Read and write files of ${name}`, owner),
    requestable: true,
    risk: 'Medium',
  };
}

/** One business role for each department: what its people get without asking. */
export function makeBusinessRoles(organisation: Organisation): Record<string, BusinessRole> {
  const roles: Record<string, BusinessRole> = {};
  for (const { code, name } of Object.values(organisation.departments)) {
    const duty = FUNCTIONS.find(item => item.code === dutyOf(code));
    const own = duty ? [`${HARBORLIGHT}/GG-${duty.code}-Files-RW`, ...duty.birthright] : [];
    roles[`BR-${code}`] = {
      id: `BR-${code}`,
      name: `${name}, standard`,
      department: code,
      entitlements: [...EVERYBODY, ...own],
    };
  }
  return roles;
}

/** Dynamic and synced groups that calculate a person in, as `${app}/${code}`. */
export function calculatedGroupsOf(person: Person): string[] {
  const dynamic = DYNAMIC_GROUPS.filter(group => group.kind === person.kind).map(group => group.code);
  const site =
    LOCATIONS.some(({ city }) => city === person.location) && SYNCED_SITES.includes(person.location);
  return [...dynamic, ...(site ? [`GG-SITE-${person.location}`] : [])].map(code => `${HARBORLIGHT}/${code}`);
}
