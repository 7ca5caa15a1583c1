import {
  accountOf,
  activeEmployees,
  addDays,
  addPerson,
  addRequest,
  addTicket,
  dayOf,
  departmentsOf,
  type Department,
  entitlementsOf,
  holdersOf,
  isClear,
  isOwned,
  isPrivileged,
  must,
  type Person,
  riskAnalysts,
  type Rng,
  titleOf,
  type World,
  oneLine,
} from '#range';

/** Who starts, and what the ticket says of it. */
export interface Starter {
  ticket: string;
  request: string;
  subject: string;
  /** The first day as the ticket has it. */
  startDay: string;
  group: string;
  /** The name as the ticket spells it: without accents. */
  spelled: string;
  isSpelledPlainly: boolean;
  /** What somebody would make up who never asked HR for the user name. */
  mailGuess: string;
  /** A group that nobody asked for. */
  other: string;
}

interface Given {
  world: World;
  draft: World;
  rng: Rng;
}

/** Lays a new starter, the approved request for a first group and the ticket of HR Operations. */
export function drawStarter({ world, draft, rng }: Given): Starter {
  const today = dayOf(world.nowMs);
  // A Monday, far enough away that nobody has prepared the account yet.
  const startDay = addDays(today, rng.pick([20, 27, 34]));
  const { code: department, head } = rng.pick(departmentsWithHead(world));
  const colleagues = activeEmployees(world).filter(person => person.department === department);
  const titles = colleagues.filter(({ workerId }) => workerId !== head).map(p => titleOf(world, p.workerId));
  const starter = addPerson(
    draft,
    {
      department,
      status: 'prehire',
      hireDay: startDay,
      title: titles.length > 0 ? rng.pick(titles) : 'Specialist',
      ...nameOfSomebody(world, rng),
    },
    rng.fork('starter'),
  );
  const [group, other] = firstGroups(world, rng, { department, head: head ?? '' });
  const requester = rng.pick(hrPeople(world, head ?? '')).workerId;
  const { workerId: subject, asciiGiven, asciiFamily } = starter;
  const request = addRequest(draft, {
    beneficiary: subject,
    requester,
    app: 'harborlight',
    code: group,
    from: startDay,
    justification: 'Needed from the first day',
  });
  const spelled = `${asciiGiven} ${asciiFamily}`.trim();
  const ticket = addTicket(draft, {
    kind: 'task',
    category: 'Account',
    caller: requester,
    shortDescription: `New starter ${spelled}, ${startDay}`,
    description: oneLine`${spelled} (${subject}) is new to the company and starts on ${startDay}. Please
      create the Harborlight ID account from the HR record, staged, so that nobody signs in before the first
      day, and add the group ${group} as approved in ${request.id}. Both or nothing, please.`,
    request: request.id,
  });
  const { domain } = world.company;
  return {
    ticket: ticket.number,
    request: request.id,
    subject,
    startDay,
    group,
    spelled,
    isSpelledPlainly: spelled === `${starter.givenName} ${starter.familyName}`.trim(),
    mailGuess: `${spelled.toLowerCase().replace(/[^a-z]+/g, '.')}.${subject.slice(-3)}@${domain}`,
    other,
  };
}

/** The account of a new starter as HR has the person. */
export function profileInHr(world: World, subject: string) {
  const person = must(world.persons[subject], subject);
  return {
    upn: person.mail,
    firstName: person.givenName,
    lastName: person.familyName,
    displayName: person.displayName,
    employeeNumber: subject,
    department: must(world.departments[person.department], person.department).name,
    title: titleOf(world, subject),
    office: person.location,
    manager: accountOf(world, 'harborlight', person.manager ?? '')?.nativeId ?? '',
    userType: person.kind === 'contingent' ? 'Guest' : 'Member',
    status: 'Staged',
  } as const;
}

/** Departments whose head is at work and which give more than a few rights by themselves. */
export function departmentsWithHead(world: World): Department[] {
  return departmentsOf(world).filter(({ head, code }) => {
    const own = world.businessRoles[`BR-${code}`]?.entitlements ?? [];
    const isFilled = head !== null && accountOf(world, 'harborlight', head)?.status === 'active';
    return isFilled && head !== world.operator.workerId && own.length > 2;
  });
}

/**
 * One starter in three has the name of somebody who is here already, so that the plain user name is taken.
 */
function nameOfSomebody(world: World, rng: Rng): Partial<Person> {
  if (!rng.chance(1, 3)) return {};
  const { givenName, familyName, displayName, legalName, asciiGiven, asciiFamily } = rng.pick(
    activeEmployees(world).filter(({ workerId }) => isClear(world, workerId)),
  );
  return { givenName, familyName, displayName, legalName, asciiGiven, asciiFamily };
}

/** Two groups that the starter could be given, each decided by people other than the starter. */
export function firstGroups(
  world: World,
  rng: Rng,
  { department, head }: { department: string; head: string },
): [string, string] {
  const birthright = world.businessRoles[`BR-${department}`]?.entitlements ?? [];
  const open = entitlementsOf(world, 'harborlight').filter(group => {
    const { code, kind, requestable, successor, risk, owner } = group;
    return (
      kind === 'group' &&
      requestable &&
      successor === null &&
      risk !== 'Privileged' &&
      owner !== head &&
      isOwned(world, group) &&
      !birthright.includes(`harborlight/${code}`)
    );
  });
  const isUsual = ({ code }: { code: string }): boolean =>
    holdersOf(world, 'harborlight', code).some(
      ({ workerId }) => world.persons[workerId ?? '']?.department === department,
    );
  const shuffled = rng.shuffle(open);
  // What colleagues hold comes first: it is what a starter of the department would need.
  const [first, second] = [...shuffled.filter(isUsual), ...shuffled.filter(group => !isUsual(group))];
  return [must(first, 'a first group').code, must(second, 'another group').code];
}

/** People of HR Operations who may hand a joiner in: none who would decide on the request. */
export function hrPeople(world: World, ...busy: readonly string[]): Person[] {
  const owners = new Set(entitlementsOf(world, 'harborlight').map(({ owner }) => owner));
  const free = activeEmployees(world).filter(
    ({ workerId }) =>
      !busy.includes(workerId) && !owners.has(workerId) && !riskAnalysts(world).includes(workerId),
  );
  const own = free.filter(
    ({ department, workerId }) => department.startsWith('HRO') && !isPrivileged(world, workerId),
  );
  return own.length > 0 ? own : free;
}
