import type { Task } from '../../scenario/scenario.ts';
import { TargetError } from '../../screen/find.ts';
import type { Observation } from '../../screen/observation.ts';
import type { Outcome } from '../../screen/outcome.ts';
import { mapScript, stop, type Stopped } from '../../screen/script/map-script.ts';
import type { Script } from '../../screen/script/script.ts';
import { canDo, hostOf } from '../../screen/script/sight.ts';
import { look } from '../../screen/script/verbs.ts';
import type { Account, Person, World } from '../../world/world.ts';
import { claimed } from './carelessly.ts';
import { createMirror, type Mirror } from './mirror.ts';
import { hasChanged, type Mistake } from '../../scenario/mistake.ts';

const KIND = 'wrong-target';

/**
 * Takes a namesake, or else the next in the list, for the person that the work is about, and does all of it to them. The
 * ticket is read as it is; in the other consoles the one is seen where the other stands.
 */
export const wrongTarget: Mistake = {
  name: KIND,
  summary: 'A namesake, or the next person in the list, is taken for the right one.',
  begin: ({ script, scenario, task }) => {
    const mirror = mirrorOf(task, scenario.focus(task.params).subject);
    return mirror && mistaking(script, { mirror, isEverywhere: scenario.apps.length === 1 });
  },
  isMade: hasChanged,
};

function mirrorOf({ world }: Task, subject: string): Mirror | null {
  const right = world.persons[subject];
  const wrong = right && lookalike(world, right);
  if (!right || !wrong) return null;
  const [mine, theirs] = [right, wrong].map(person => accountsByApp(world, person));
  const accounts = Object.entries(mine ?? {}).flatMap(([app, account]): [string, string][] => {
    const other = theirs?.[app];
    return other ? [[account.nativeId, other.nativeId], ...personNumbers(account, other)] : [];
  });
  const words = (['workerId', 'displayName', 'legalName', 'mail'] as const).map((key): [string, string] => [
    right[key],
    wrong[key],
  ]);
  return createMirror([...accounts, ...words]);
}

function personNumbers(mine: Account, theirs: Account): [string, string][] {
  return mine.personNumber && theirs.personNumber ? [[mine.personNumber, theirs.personNumber]] : [];
}

/** Somebody in the same consoles: best of the same name, then of the same family, then the next in the list. */
function lookalike(world: World, right: Person): Person | undefined {
  const apps = Object.keys(accountsByApp(world, right));
  const fit = Object.values(world.persons)
    .filter(({ workerId, status }) => workerId !== right.workerId && status === 'active')
    .filter(({ workerId }) => workerId !== world.operator.workerId)
    .filter(person => {
      const has = accountsByApp(world, person);
      return apps.every(app => has[app]?.status === 'active');
    })
    .sort((a, b) => (a.workerId < b.workerId ? -1 : 1));
  const family = right.familyName || right.givenName;
  return (
    fit.find(({ displayName }) => displayName === right.displayName) ??
    fit.find(({ familyName, givenName }) => (familyName || givenName) === family) ??
    fit.find(({ workerId }) => workerId > right.workerId) ??
    fit[0]
  );
}

function accountsByApp(world: World, { workerId }: Person): Record<string, Account> {
  const own = Object.values(world.accounts).filter(
    account => account.workerId === workerId && account.purpose === 'primary',
  );
  return Object.fromEntries(own.map(account => [account.app, account]));
}

function* mistaking(
  script: Script,
  { mirror, isEverywhere }: { mirror: Mirror; isEverywhere: boolean },
): Script {
  const desk = hostOf(yield* look());
  const isThere = (screen: Observation): boolean => isEverywhere || hostOf(screen) !== desk;
  let isMistaken = false;
  try {
    return yield* mapScript(script, {
      show: screen => (isThere(screen) ? mirror.screen(screen) : screen),
      *act(written, { screen }): Script<Observation | Stopped<Outcome>> {
        const isHere = isThere(screen);
        const { action, isOther } = isHere ? mirror.act(written) : { action: written, isOther: false };
        isMistaken ||= isOther;
        if (!canDo(screen, action)) return stop(claimed(KIND));
        return yield isMistaken && isHere ? { ...action, mistake: KIND } : action;
      },
    });
  } catch (error) {
    if (error instanceof TargetError) return claimed(KIND);
    throw error;
  }
}
