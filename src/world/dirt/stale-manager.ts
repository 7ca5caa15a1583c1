import { nameOf } from '../find.ts';
import type { Person, WorkerId } from '../world.ts';
import { befallen, defineDirt } from './define-dirt.ts';

const RATE = [20, 40] as const;
/** Of one team, so many reports were forgotten when its lead left. */
const FORGOTTEN = [1, 4] as const;

/** People whom HR still shows under a lead who has left. */
export const staleManager = defineDirt({
  name: 'stale-manager',
  summary: 'HR names a manager who has left: nobody has moved the reports.',
  about: 'people',
  rate: RATE,
  lay({ world, leavers, bystanders, isClean }, rng) {
    const all = Object.values(world.persons).filter(({ status }) => status === 'active');
    const teams = teamsByDepartment(bystanders.filter(({ workerId }) => isClean(workerId)));
    const stale: [person: Person, lead: Person][] = [];
    const count = befallen(rng, RATE, all.length);
    for (const lead of rng.shuffle(leavers)) {
      if (stale.length >= count) break;
      const team = teams.get(lead.department)?.pop();
      if (!team) continue;
      const position = world.positions[lead.position];
      if (position) position.title = `${world.departments[lead.department]?.name ?? ''} Lead`.trim();
      const few = Math.min(rng.int(...FORGOTTEN), count - stale.length);
      for (const person of rng.shuffle(team).slice(0, few)) stale.push([person, lead]);
    }
    return stale.map(([person, lead]) => {
      const { workerId } = person;
      person.manager = lead.workerId;
      const position = world.positions[person.position];
      if (position) position.reportsTo = lead.position;
      const why = `Reports to ${nameOf(world, lead.workerId)}, who left on ${lead.terminationDay}.`;
      return { record: `persons/${workerId}`, workerId, why };
    });
  },
});

/** People of one manager each, by their department. */
function teamsByDepartment(people: readonly Person[]): Map<string, Person[][]> {
  const teams = new Map<WorkerId, Person[]>();
  for (const person of people) {
    const lead = person.manager ?? '';
    teams.set(lead, [...(teams.get(lead) ?? []), person]);
  }
  const byDepartment = new Map<string, Person[][]>();
  for (const team of teams.values()) {
    const department = team[0]?.department ?? '';
    byDepartment.set(department, [...(byDepartment.get(department) ?? []), team]);
  }
  return byDepartment;
}
