import {
  by,
  card,
  chain,
  counted,
  initialsOf,
  type OrgBox,
  orgChart,
  type Person,
  tally,
  wordFor,
} from '#range';
import { currentWorkers, single, type State, workers } from '../state.ts';
import { orgNameOf, statusPill, titleOf, workerList } from './workers.ts';

/** How many report to whom, by worker ID. */
type Teams = ReadonlyMap<string | null, number>;

/** The managers above a worker, the nearest first. */
export function managersOf(state: State, worker: Person): Person[] {
  return chain(worker, w => workers.find(state, w.manager));
}

/** The chart from the top, or around one worker. */
export const chartPage = single({
  path: '/org',
  also: ['/org/:id'],
  title: 'Org chart',
  page: ({ state, request }) => {
    const teams = tally(currentWorkers(state).map(w => w.manager));
    const { id } = request.params;
    const worker = id === undefined ? topOf(state, teams) : workers.find(state, id);
    if (!worker) return null;
    const box = (w: Person): OrgBox => boxOf(state, w, teams);
    return {
      title: `${wordFor('Org chart')} of ${worker.displayName}`,
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
          chain: managersOf(state, worker).reverse().map(box),
          focus: box(worker),
          reports: currentWorkers(state, { manager: worker.workerId }).map(box),
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
  return currentWorkers(state, { manager: null }).sort(by(w => -(teams.get(w.workerId) ?? 0)))[0];
}
