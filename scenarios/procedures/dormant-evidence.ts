import { dayOf, daysBetween, must, type Sighting, type World } from '#range';
import * as directory from '../../apps-sim/harborlight/skills.ts';
import * as hr from '../../apps-sim/peoplemere/skills.ts';
import { DORMANT_DAYS, type DormantLine } from '../draws/dormant.ts';

/** The accounts of the list that an operator does not touch alone. */
export function adminsIn(world: World, lines: readonly DormantLine[]): DormantLine[] {
  return lines.filter(({ upn }) => must(world.accounts[`harborlight/${upn}`], upn).purpose === 'admin');
}

/** What decides on each line, before its own account is suspended: its page as it is today; of who is away, HR alone knows. */
export function linesRead(world: World, lines: readonly DormantLine[]): Sighting[] {
  return lines.flatMap(line => {
    const { upn } = line;
    const [before] = directory.suspended(upn);
    const read = [
      directory.userOpened(upn),
      ...(isUnused(world, line) ? [hr.recordOpened(line.workerId)] : []),
    ];
    return read.map(sighting => ({ ...sighting, ...(before ? { before } : {}) }));
  });
}

/** Whether somebody who works here has not signed in for so long. */
export function isDormant(world: World, line: DormantLine): boolean {
  return isUnused(world, line) && world.persons[line.workerId]?.status === 'active';
}

/** Whether it is the account of a person, and that one has not signed in for so long. */
function isUnused(world: World, line: DormantLine): line is DormantLine & { workerId: string } {
  const { lastUsedMs } = must(world.accounts[`harborlight/${line.upn}`], line.upn);
  const isOld = lastUsedMs === null || daysBetween(dayOf(lastUsedMs), dayOf(world.nowMs)) >= DORMANT_DAYS;
  return isOld && line.workerId !== null;
}
