import type { WorldStats } from '../world/stats/stats.ts';

/** Figures as lines: what is counted, and how much of it there is. */
export function statsRows(stats: WorldStats): string[][] {
  return [
    ['Company', `${stats.company} (seed ${stats.seed})`],
    ...peopleRows(stats),
    ...rightsRows('all consoles', stats.rights),
    ...rightsRows('beyond those of the job', stats.rightsBeyondJob),
    ...Object.entries(stats.rightsByConsole).flatMap(([name, rights]) => rightsRows(name, rights)),
    ...accountRows(stats),
    ...recordRows(stats),
    ...Object.entries(stats.dirt).map(([kind, count]) => [`Dirt, ${kind}`, String(count)]),
  ];
}

function peopleRows({ people }: WorldStats): string[][] {
  return [
    ['People', `${people.all}: ${listed(people.byKind)}`],
    ['  status', listed(people.byStatus)],
    ['  country', listed(people.byCountry)],
    ['  department', listed(people.byDepartment)],
    ['  levels of managers', String(people.depth)],
    ['  reports of one manager', `median ${people.span.median}, at most ${people.span.max}`],
    ['  stale managers', String(people.staleManagers)],
  ];
}

function rightsRows(name: string, rights: WorldStats['rights']): string[][] {
  const { median, p95, max } = rights.perPerson;
  return [
    [`Rights, ${name}`, `${rights.held} held of ${rights.offered} on offer, by ${rights.people} people`],
    ['  for each person', `median ${median}, p95 ${p95}, at most ${max}`],
    ['  density of the matrix', String(rights.density)],
    ['  held by one person', percent(rights.heldByOne)],
  ];
}

function accountRows({ accounts }: WorldStats): string[][] {
  return Object.entries(accounts).flatMap(([name, figures]) => [
    [`Accounts, ${name}`, `${figures.all}: ${listed(figures.byPurpose)}`],
    ['  status', listed(figures.byStatus)],
    ['  orphans', String(figures.orphans)],
    ['  dormant for 90 days', String(figures.dormant)],
    ['  shut, but with rights', String(figures.disabledButLicensed)],
    ['  active, of leavers', String(figures.activeOfLeavers)],
    ['  people with two', String(figures.duplicates)],
    ['  of contingent workers', String(figures.external)],
    ['  without a working owner', String(figures.staleOwners)],
    ...(figures.failedSignIns === null ? [] : [['  failed sign-ins', String(figures.failedSignIns)]]),
  ]);
}

function recordRows({ records }: WorldStats): string[][] {
  return [
    ['Access requests', listed(records.requests)],
    ['  decided for another', String(records.delegated)],
    ['  rights whose owner has gone', String(records.staleOwners)],
    ['Tickets', listed(records.tickets)],
    ['  opened again', String(records.reopened)],
    ['HR events', String(records.hrEvents)],
  ];
}

function listed(counts: Record<string, number>): string {
  return Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');
}

function percent(part: number): string {
  return `${Math.round(part * 1000) / 10} %`;
}
