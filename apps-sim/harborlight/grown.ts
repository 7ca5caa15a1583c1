import { group } from './entitlements.ts';
import { dutyOf, type EntitlementLine, type GrownGiven, presentDuties, type Rng } from '#range';

const TOPICS = (
  'Archive Audit Benchmarks Board Budget Calendar Claims Contracts Events Forecast Handover Imports Incidents ' +
  'Inventory Invoices Licences Logs Mailbox Meetings Migration Minutes Onboarding Partners Planning Pricing ' +
  'Projects Quality Quotes Releases Reports Returns Safety Samples Scans Surveys Templates Tenders Training Travel'
).split(' ');
/** Applications of the company's own are put together of these. */
const STEMS =
  'Amber Birch Cedar Delta Ember Fjord Granite Heron Indigo Juniper Kestrel Linden Maple North Onyx'.split(
    ' ',
  );
const ENDS = 'board book case desk flow gate hub line log plan port sheet track view ware works'.split(' ');
/** What an application lets people do, and how risky it is. */
const ROLES: readonly (readonly [role: string, risk: string, text: string])[] = [
  ['Viewer', 'Low', 'Look things up in'],
  ['User', 'Low', 'Work in'],
  ['Editor', 'Medium', 'Change records in'],
  ['Approver', 'High', 'Approve in'],
  ['Owner', 'High', 'Set up'],
];

/** Groups that teams, sites and projects have brought: shared folders, and applications of one function. */
export function grown({ count, organisation, rng }: GrownGiven): EntitlementLine[] {
  const duties = dutiesOf(organisation);
  const names = new Map(presentDuties(organisation).map(({ code, name }) => [code, name]));
  const cities = [...new Set(Object.values(organisation.persons).map(({ location }) => location))].sort();
  const lines = new Map<string, EntitlementLine>();
  const ownerOf = new Map<string, string>();
  while (lines.size < count) {
    const duty = rng.pick(duties);
    const drawn = rng.chance(3, 5)
      ? folder(rng, { duty, name: names.get(duty) ?? duty, cities })
      : application(rng, duty, ownerOf);
    for (const line of drawn.slice(0, count - lines.size)) {
      if (!lines.has(line.code)) lines.set(line.code, line);
    }
  }
  return [...lines.values()];
}

/** The function of everybody who has one: large ones are drawn more often. */
function dutiesOf({ persons }: GrownGiven['organisation']): string[] {
  return Object.values(persons).flatMap(({ department }) => dutyOf(department) ?? []);
}

function folder(
  rng: Rng,
  { duty, name, cities }: { duty: string; name: string; cities: readonly string[] },
): EntitlementLine[] {
  const topic = rng.pick(TOPICS);
  const site = rng.chance(1, 2) ? rng.pick(cities) : '';
  const code = ['GG', duty, site, topic].filter(part => part !== '').join('-');
  const what = `${topic.toLowerCase()} of ${name}${site && `, ${site}`}`;
  return [
    group(`${code}-R ${duty} Low`, `Read files: ${what}`),
    ...(rng.chance(1, 2) ? [group(`${code}-RW ${duty} Medium`, `Read and write files: ${what}`)] : []),
  ];
}

/** An application of a function; one that is there already stays that of the function which brought it. */
function application(rng: Rng, duty: string, ownerOf: Map<string, string>): EntitlementLine[] {
  const title = `${rng.pick(STEMS)}${rng.pick(ENDS)}`;
  const owner = ownerOf.get(title) ?? duty;
  ownerOf.set(title, owner);
  return ROLES.filter(() => rng.chance(1, 2)).map(([role, risk, text]) =>
    group(`APP-${title}-${role} ${owner} ${risk}`, `${text} ${title}`),
  );
}
