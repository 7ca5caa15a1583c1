import {
  accountOf,
  otherwise,
  type RangeState,
  readRows,
  type Script,
  type WantedPart,
  type WorkDone,
  type World,
} from '#range';
import * as directory from '../../apps-sim/harborlight/skills.ts';
import * as hr from '../../apps-sim/peoplemere/skills.ts';

/** The other way with a leaver who owns groups: they go to the manager whom HR names (KB-08, rule P-19). */
export const OWNERSHIP_MOVED = 'ownership-moved';

/** What a leaver owns may be given to the manager whom HR names, where that one works here. */
export function mayMove(state: RangeState, world: World, { subject, upn }: Leaver): WantedPart {
  const manager = world.persons[world.persons[subject]?.manager ?? ''];
  const heir = manager && accountOf(world, directory.app, manager.workerId);
  if (!heir || manager.status === 'terminated') return [];
  return { may: directory.ownershipsMoved(state, upn, heir.nativeId) };
}

interface Leaver {
  subject: string;
  upn: string;
}

/** Gives the groups of a leaver to the manager, as whoever goes the other way does. */
export function* moveOwned({ subject, upn }: Leaver, ticket: string): Script<WorkDone[]> {
  const done: WorkDone[] = [];
  if (!(yield* otherwise(OWNERSHIP_MOVED, false, true))) return done;
  const { managerId } = yield* hr.readWorker(subject, 'What they own needs an owner: whom does HR name?');
  const { status, workMail: heir } = yield* hr.readWorker(managerId, `Is ${managerId} at work?`);
  if (status !== 'Active') return done;
  yield* directory.openUser(upn, `Which groups does ${upn} own?`);
  for (const { Group: group = '' } of yield* readRows('Owned groups')) {
    if (yield* directory.whyNotOurs(group, `May we change the owner of ${group}?`)) continue;
    yield* directory.changeOwner(group, { owner: heir, ticket });
    done.push(directory.did('changed', `the owner of ${group}`, `to ${heir}`));
  }
  return done;
}
