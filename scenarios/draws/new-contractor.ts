import {
  activeEmployees,
  addDays,
  addPerson,
  addRequest,
  addTicket,
  dayOf,
  must,
  oneLine,
  type Person,
  type Rng,
  type World,
} from '#range';
import { layLeaver } from './leaver.ts';
import { departmentsWithHead, firstGroups, hrPeople, type Starter } from './new-starter.ts';

/** Who starts for how long, and what the ticket says of it. */
export interface NewContractor extends Starter {
  /** The end of the contract as the ticket has it. */
  statedEnd: string;
}

/** The company as it is, and as it becomes. */
interface Drawing {
  world: World;
  draft: World;
  rng: Rng;
}

const VENDORS = ['Brackwater Staffing', 'Ostrava Fieldworks', 'Tern & Lowe Consulting', 'Millrace Logistics'];
/** A plain contract; a ticket that has a later end; no end in HR; a sponsor who has left. */
const CASES = ['plain', 'plain', 'later', 'later', 'no end', 'no sponsor'] as const;

/** Lays a contractor who starts, the approved request for a first group and the ticket of HR Operations. */
export function drawContractor({ world, draft, rng }: Drawing): NewContractor {
  const fate = rng.pick(CASES);
  const startDay = addDays(dayOf(world.nowMs), rng.pick([20, 24, 27, 34]));
  const { code: department, head } = rng.pick(
    departmentsWithHead(world).filter(({ code, head: lead }) => sponsorsIn(world, code, lead).length > 0),
  );
  const sponsor = rng.pick(sponsorsIn(world, department, head));
  const end = addDays(startDay, 30 * rng.int(3, 11));
  const starter = addPerson(
    draft,
    {
      department,
      kind: 'contingent',
      status: 'prehire',
      hireDay: startDay,
      contractEnd: fate === 'no end' ? null : end,
      sponsor: sponsor.workerId,
      vendor: rng.pick(VENDORS),
      title: 'External specialist',
    },
    rng.fork('contractor'),
  );
  if (fate === 'no sponsor') layLeaver(draft, sponsor, rng.fork('sponsor'));
  const [group, other] = firstGroups(world, rng, { department, head: head ?? '' });
  const requester = rng.pick(hrPeople(world, head ?? '', sponsor.workerId)).workerId;
  const { workerId: subject, asciiGiven, asciiFamily, vendor } = starter;
  const justification = 'Needed for the time of the contract';
  const asked = { beneficiary: subject, requester, app: 'harborlight', code: group, from: startDay };
  const { id: request } = addRequest(draft, { ...asked, justification });
  const spelled = `${asciiGiven} ${asciiFamily}`.trim();
  const statedEnd = fate === 'later' ? addDays(end, rng.pick([14, 30, 31])) : end;
  const { number: ticket } = addTicket(draft, {
    kind: 'task',
    category: 'Account',
    caller: requester,
    shortDescription: `Contractor ${spelled}, from ${startDay}`,
    description: oneLine`${spelled} (${subject}) of ${vendor ?? ''} works for us from ${startDay} until
      ${statedEnd}; ${sponsor.displayName} (${sponsor.workerId}) is the sponsor. Please create the Harborlight ID
      account from the HR record, staged, and add the group ${group} as approved in ${request}. Both or
      nothing, please.`,
    request,
  });
  return {
    ticket,
    request,
    subject,
    startDay,
    statedEnd,
    group,
    spelled,
    isSpelledPlainly: spelled === `${starter.givenName} ${starter.familyName}`.trim(),
    mailGuess: `${spelled.toLowerCase().replace(/[^a-z]+/g, '.')}.${subject.slice(-3)}@${world.company.domain}`,
    other,
  };
}

/** People of a department who may answer for a contractor: none who would decide on the request. */
function sponsorsIn(world: World, department: string, head: string | null): Person[] {
  const owners = new Set(Object.values(world.entitlements).map(({ owner }) => owner));
  return activeEmployees(world).filter(
    ({ department: code, workerId }) =>
      code === department &&
      workerId !== must(head ?? undefined, `head of ${department}`) &&
      workerId !== world.operator.workerId &&
      !owners.has(workerId),
  );
}
