import { card, initialsOf, type OrgBox, orgChart, type Person } from '#range';
import { single, type State, workers } from '../state.ts';
import {
  byName,
  currentWorkers,
  counted,
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
    const teams = tally(currentWorkers(state).map(w => w.manager));
    const { id } = request.params;
    const worker = id === undefined ? topOf(state, teams) : state.workers[id];
    if (!worker) return null;
    const boxes = (list: readonly Person[]): OrgBox[] => list.map(w => boxOf(state, w, teams));
    const reports = currentWorkers(state, { manager: worker.workerId });
    return {
      title: `Org chart of ${worker.displayName}`,
      crumbs: [
        { label: workerList.title, href: workerList.path },
        { label: worker.displayName, href: workers.href(worker) },
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

function boxOf(state: State, worker: Person, teams: Teams): OrgBox {
  return {
    name: worker.displayName,
    initials: initialsOf(worker.displayName),
    href: `/org/${worker.workerId}`,
    id: worker.workerId,
    profile: workers.href(worker),
    position: titleOf(state, worker),
    notes: [orgNameOf(state, worker), teamText(teams, worker)],
    ...(worker.status === 'active' ? {} : { pill: statusPill(worker) }),
  };
}

function teamText(teams: Teams, { workerId }: Person): string {
  const count = teams.get(workerId) ?? 0;
  return count === 0 ? 'no direct reports' : counted(count, 'direct report');
}

/** The worker without a manager who has the most reports. */
function topOf(state: State, teams: Teams): Person | undefined {
  const size = ({ workerId }: Person): number => teams.get(workerId) ?? 0;
  return currentWorkers(state, { manager: null }).sort((a, b) => size(b) - size(a) || byName(a, b))[0];
}
