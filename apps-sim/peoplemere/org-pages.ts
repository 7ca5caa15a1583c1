import { type AppRequest, type FieldSpec, notFound, paginate, type PillSpec, type Reply, view } from '#range';
import { fold, orgField } from './search.ts';
import type { Org, PeoplemereState, PositionRecord, Worker } from './state.ts';
import {
  byName,
  fallbackOf,
  initialsOf,
  isFilled,
  managersOf,
  orgRef,
  positionRef,
  reportsOf,
  statusPill,
  workerLine,
  workerRef,
} from './workers.ts';

type State = Readonly<PeoplemereState>;

/** One box of the org chart. */
interface Box {
  name: string;
  initials: string;
  href: string;
  workerId: string;
  profile: string;
  position: string;
  org: string;
  status: PillSpec;
  team: string;
}

function boxOf(state: State, worker: Worker, teams: ReadonlyMap<string, number>): Box {
  const count = teams.get(worker.workerId) ?? 0;
  return {
    name: worker.name,
    initials: initialsOf(worker.name),
    href: `/org/${worker.workerId}`,
    workerId: worker.workerId,
    profile: `/workers/${worker.workerId}`,
    position: state.positions[worker.positionId]?.title ?? worker.positionId,
    org: state.orgs[worker.orgCode]?.name ?? worker.orgCode,
    status: statusPill(worker),
    team: teamText(count),
  };
}

function teamText(count: number): string {
  if (count === 0) return 'no direct reports';
  return count === 1 ? '1 direct report' : `${count} direct reports`;
}

/** How many current workers report to each worker. */
function teamSizes(state: State): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const { managerId, status } of Object.values(state.workers)) {
    if (managerId !== null && status !== 'Terminated') sizes.set(managerId, (sizes.get(managerId) ?? 0) + 1);
  }
  return sizes;
}

/** `GET /org`: the chart from the top, and `GET /org/:id`: around one worker. */
export function orgChartPage(state: State, request: AppRequest): Reply {
  const teams = teamSizes(state);
  const id = request.params.id;
  const worker = id === undefined ? topOf(state, teams) : state.workers[id];
  if (!worker) return notFound(request.path);
  const reports = reportsOf(state, worker.workerId);
  return view('org-chart', {
    title: `Org chart of ${worker.name}`,
    crumbs: [
      { label: 'Workers', href: '/workers' },
      { label: worker.name, href: `/workers/${worker.workerId}` },
      { label: 'Org chart' },
    ],
    subtitle: `${worker.workerId} · ${teamText(teams.get(worker.workerId) ?? 0)}`,
    chain: managersOf(state, worker)
      .reverse()
      .map(manager => boxOf(state, manager, teams)),
    focus: boxOf(state, worker, teams),
    reports: reports.map(report => boxOf(state, report, teams)),
  });
}

/** The worker without a manager who has the most reports. */
function topOf(state: State, teams: ReadonlyMap<string, number>): Worker | undefined {
  const size = (worker: Worker): number => teams.get(worker.workerId) ?? 0;
  return Object.values(state.workers)
    .filter(worker => worker.managerId === null && worker.status !== 'Terminated')
    .sort((a, b) => size(b) - size(a) || byName(a, b))[0];
}

/** `GET /positions`. */
export function positionsPage(state: State, request: AppRequest): Reply {
  const { q = '', state: wanted = '', org = '' } = request.query;
  const words = fold(q).split(/\s+/).filter(Boolean);
  const found = Object.values(state.positions)
    .filter(position => {
      const text = fold(`${position.id} ${position.title}`);
      return (
        words.every(word => text.includes(word)) &&
        (org === '' || position.orgCode === org) &&
        (wanted === '' || (wanted === 'Filled') === isFilled(state, position))
      );
    })
    .sort(byId);
  const options = ['Filled', 'Vacant'].map(label => ({ value: label, label }));
  const { rows, paging } = paginate(found, request);
  const fields: FieldSpec[] = [
    { kind: 'search', name: 'q', label: 'Find a position', value: q, placeholder: 'Position ID or title' },
    {
      kind: 'choice',
      name: 'state',
      label: 'State',
      value: wanted,
      options: [{ value: '', label: 'All' }, ...options],
    },
    orgField(state, org),
  ];
  return view('positions', {
    title: 'Positions',
    fields,
    rows: rows.map(row => positionLine(state, row)),
    paging,
  });
}

function byId(a: PositionRecord, b: PositionRecord): number {
  if (a.id.length !== b.id.length) return a.id.length - b.id.length;
  return a.id < b.id ? -1 : 1;
}

function positionLine(state: State, position: PositionRecord): Record<string, unknown> {
  const filled = isFilled(state, position);
  return {
    id: position.id,
    href: `/positions/${position.id}`,
    title: position.title,
    state: filled ? { text: 'Filled', tone: 'success' } : { text: 'Vacant', tone: 'warning' },
    incumbent: filled ? workerRef(state, position.incumbentId) : { text: '–' },
    org: orgRef(state, position.orgCode),
    reportsTo: positionRef(state, position.managerPositionId),
  };
}

/** `GET /positions/:id`. */
export function positionPage(state: State, request: AppRequest): Reply {
  const position = state.positions[request.params.id ?? ''];
  if (!position) return notFound(request.path);
  const filled = isFilled(state, position);
  const fallback = filled ? undefined : fallbackOf(state, position);
  const below = Object.values(state.positions).filter(other => other.managerPositionId === position.id);
  const former = Object.values(state.workers).filter(
    worker => worker.positionId === position.id && worker.workerId !== position.incumbentId,
  );
  const org = state.orgs[position.orgCode];
  return view('position', {
    title: `${position.title} (${position.id})`,
    position,
    ...positionLine(state, position),
    costCenter: org?.costCenter ?? '–',
    location: org?.location ?? '–',
    vacancy: filled ? '' : vacancyText(position, fallback),
    fallback: workerRef(state, fallback?.workerId ?? null),
    isVacant: !filled,
    below: below.sort(byId).map(other => positionLine(state, other)),
    former: former.sort(byName).map(worker => workerLine(state, worker)),
  });
}

function vacancyText(position: PositionRecord, fallback: Worker | undefined): string {
  if (!fallback) return `Position ${position.id} is vacant and nobody above it receives its tasks.`;
  return `Position ${position.id} is vacant; tasks route to ${fallback.name}.`;
}

/** `GET /organisations`. */
export function orgsPage(state: State, request: AppRequest): Reply {
  const { q = '' } = request.query;
  const words = fold(q).split(/\s+/).filter(Boolean);
  const sizes = headcounts(state);
  const found = Object.values(state.orgs)
    .filter(org => words.every(word => fold(`${org.code} ${org.name} ${org.costCenter}`).includes(word)))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
  const { rows, paging } = paginate(found, request);
  const placeholder = 'Code, name or cost centre';
  const fields: FieldSpec[] = [
    { kind: 'search', name: 'q', label: 'Find an organisation', value: q, placeholder },
  ];
  return view('organisations', {
    title: 'Organisations',
    fields,
    rows: rows.map(org => orgLine(state, org, sizes)),
    paging,
  });
}

function headcounts(state: State): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const { orgCode, status } of Object.values(state.workers)) {
    if (status !== 'Terminated') sizes.set(orgCode, (sizes.get(orgCode) ?? 0) + 1);
  }
  return sizes;
}

function orgLine(state: State, org: Org, sizes: ReadonlyMap<string, number>): Record<string, unknown> {
  return {
    code: org.code,
    name: org.name,
    href: `/organisations/${org.code}`,
    costCenter: org.costCenter,
    head: workerRef(state, org.headId),
    parent: orgRef(state, org.parentCode),
    location: org.location,
    size: String(sizes.get(org.code) ?? 0),
  };
}

/** `GET /organisations/:code`. */
export function orgPage(state: State, request: AppRequest): Reply {
  const org = state.orgs[request.params.code ?? ''];
  if (!org) return notFound(request.path);
  const sizes = headcounts(state);
  const members = Object.values(state.workers).filter(
    w => w.orgCode === org.code && w.status !== 'Terminated',
  );
  const positions = Object.values(state.positions).filter(position => position.orgCode === org.code);
  const below = Object.values(state.orgs).filter(other => other.parentCode === org.code);
  const { rows, paging } = paginate(members.sort(byName), request);
  return view('organisation', {
    title: `${org.name} (${org.code})`,
    org: orgLine(state, org, sizes),
    vacant: String(positions.filter(position => !isFilled(state, position)).length),
    vacantHref: `/positions?state=Vacant&org=${encodeURIComponent(org.code)}`,
    below: below.sort((a, b) => (a.code < b.code ? -1 : 1)).map(other => orgLine(state, other, sizes)),
    rows: rows.map(worker => workerLine(state, worker)),
    paging,
  });
}
