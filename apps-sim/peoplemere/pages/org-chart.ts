import { card, type OrgBox, orgChart } from '#range';
import { single, type State, type Worker, workers } from '../state.ts';
import {
  byName,
  currentWorkers,
  initialsOf,
  managersOf,
  orgNameOf,
  statusPill,
  tally,
  titleOf,
} from './lines.ts';
import { workerList } from './workers.ts';

type Teams = ReadonlyMap<string | null, number>;

/** The chart from the top, or around one worker. */
export const chartPage = single({
  path: '/org',
  also: ['/org/:id'],
  title: 'Org chart',
  page: ({ state, request }) => {
    const teams = tally(currentWorkers(state).map(w => w.managerId));
    const { id } = request.params;
    const worker = id === undefined ? topOf(state, teams) : state.workers[id];
    if (!worker) return null;
    const boxes = (list: readonly Worker[]): OrgBox[] => list.map(w => boxOf(state, w, teams));
    const reports = currentWorkers(state, { managerId: worker.workerId });
    return {
      title: `Org chart of ${worker.name}`,
      crumbs: [
        { label: workerList.title, href: workerList.path },
        { label: worker.name, href: workers.href(worker) },
        { label: 'Org chart' },
      ],
      heading: {
        subtitle: `${worker.workerId} · ${teamText(teams, worker)}`,
        actions: [{ label: 'Open worker', href: workers.href(worker) }],
      },
      body: card(
        'Org chart',
        orgChart({
          chain: boxes(managersOf(state, worker).reverse()),
          focus: boxOf(state, worker, teams),
          reports: boxes(reports),
        }),
      ),
    };
  },
});

function boxOf(state: State, worker: Worker, teams: Teams): OrgBox {
  return {
    name: worker.name,
    initials: initialsOf(worker.name),
    href: `/org/${worker.workerId}`,
    id: worker.workerId,
    profile: workers.href(worker),
    position: titleOf(state, worker),
    notes: [orgNameOf(state, worker), teamText(teams, worker)],
    ...(worker.status === 'Active' ? {} : { pill: statusPill(worker) }),
  };
}

function teamText(teams: Teams, { workerId }: Worker): string {
  const count = teams.get(workerId) ?? 0;
  if (count === 0) return 'no direct reports';
  return count === 1 ? '1 direct report' : `${count} direct reports`;
}

/** The worker without a manager who has the most reports. */
function topOf(state: State, teams: Teams): Worker | undefined {
  const size = ({ workerId }: Worker): number => teams.get(workerId) ?? 0;
  return currentWorkers(state, { managerId: null }).sort((a, b) => size(b) - size(a) || byName(a, b))[0];
}
