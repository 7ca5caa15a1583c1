import { unknownName } from '../core/errors.ts';
import type { Rng } from '../core/rng.ts';
import type { Action } from '../screen/action.ts';
import { textOf } from '../screen/find.ts';
import type { Observation } from '../screen/observation.ts';
import { mapScript } from '../screen/script/map-script.ts';
import type { Script } from '../screen/script/script.ts';
import { focusedOn, nodesOf, pressedButton } from '../screen/script/sight.ts';
import { appAt } from '../world/find.ts';
import type { World } from '../world/world.ts';
import { lapses } from './lapses/index.ts';
import type { Follow, Lapse } from './lapses/lapse.ts';
import type { Policy } from './policy.ts';

/** The kinds of lapses: wrong choices that are noticed and put right. */
export const LAPSES = Object.keys(lapses).sort();

/**
 * The expert who goes wrong once, in one named way, notices it by what the screen shows, says so, and puts it right before
 * anything harmful is kept. It comes to the end that is wanted.
 */
export function withRepair(kind: string): Policy {
  const lapse: Lapse | undefined = Object.hasOwn(lapses, kind)
    ? lapses[kind as keyof typeof lapses]
    : undefined;
  if (!lapse) throw unknownName('lapse', kind, { known: LAPSES, where: 'with-repair' });
  return {
    name: `with-repair:${kind}`,
    underFault: false,
    begin: ({ scenario, briefing, rng }) =>
      lapsing(scenario.expert(briefing), { lapse, rng: rng.fork('lapse'), consoles: briefing.consoles }),
    // What turned out to be right after all was no lapse.
    isShown: steps => ['wrong', 'repair'].every(label => steps.some(step => step.label === label)),
  };
}

/** What passes with the page: to leave it is to lose it. */
const PASSING: ReadonlySet<string> = new Set([
  'alert',
  'status',
  'dialog',
  'alertdialog',
  'option',
  'menuitem',
]);

function lapsing<R>(
  script: Script<R>,
  { lapse, rng, consoles }: { lapse: Lapse; rng: Rng; consoles: World['consoles'] },
): Script<R> {
  let left = rng.fork('which').chance(3, 4) ? 1 : 2;
  let [isCalm, last, follow]: [boolean, Action | undefined, Follow | undefined] = [
    false,
    undefined,
    undefined,
  ];
  const seen: string[] = [];
  return mapScript(script, {
    *act(action, { screen, index }): Script<Observation> {
      if (left > 0) seen.push(textOf(screen.tree));
      const draw = rng.fork(String(index));
      const isPassing = nodesOf(screen.tree).some(({ role }) => PASSING.has(role));
      const then = (next: Follow): void => {
        follow = next;
      };
      const moment = { screen, rng: draw, last, isCalm: isCalm && !isPassing, consoles, seen, then };
      const following = follow;
      follow = undefined;
      const wrong = left > 0 && !following ? lapse.begin(action, moment) : undefined;
      // A lapse that is no turn of this episode leaves nothing behind.
      const isNow = wrong !== undefined && --left === 0;
      if (!isNow) follow = undefined;
      const script = following ? following(action, then) : isNow ? wrong : undefined;
      const done = script ? yield* script : yield action;
      isCalm = isFetched(action, screen, consoles);
      last = action;
      return done;
    },
  });
}

/** Whether an act fetches a page and changes nothing. */
function isFetched(action: Action, screen: Observation, consoles: World['consoles']): boolean {
  if (action.kind === 'key') return action.keys === 'enter' && focusedOn(screen)?.role === 'searchbox';
  const button = pressedButton(action);
  if (button !== undefined) return appAt({ consoles }, screen.url)?.buttons.lookUp?.includes(button) === true;
  return action.kind === 'click' && 'role' in action.at && action.at.role === 'link';
}
