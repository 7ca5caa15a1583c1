import type { Rng } from '../../core/rng.ts';
import type { Action, Target } from '../../screen/action.ts';
import { findAll } from '../../screen/find.ts';
import type { Observation, ScreenNode } from '../../screen/observation.ts';
import type { Script } from '../../screen/script/script.ts';
import { nodesOf, targetOf } from '../../screen/script/sight.ts';
import { BAR, inside, link } from '../../screen/script/verbs.ts';
import type { Moment } from './moment.ts';

const BACK = inside(link('Go back'), BAR);

/** A step aside: what may be done on a screen, ending where it began. Undefined where the screen does not allow it. */
type Detour = (moment: Moment, about: Action) => Script<Observation> | undefined;

const MAIN: Target = { role: 'navigation', name: 'Main' };
/** Roles of what is gone when its page is left. */
const PASSING: ReadonlySet<string> = new Set(['alert', 'status', 'dialog', 'alertdialog', 'option']);

/** Steps aside on the page itself, and those that leave it; the latter need a page that can be found again. */
const ON_THE_PAGE: readonly Detour[] = [rest, pointAt, scrollOn];
const OFF_THE_PAGE: readonly Detour[] = [visitNeighbour, visitApp, readAnew];

/** A step aside that the screen allows, before an action; undefined where there is none or the budget is spent. */
export function stepAside(about: Action, moment: Moment): Script<Observation> | undefined {
  const { hand, screen, rng } = moment;
  if (hand.detours === 0) return undefined;
  const isCalm = hand.isCalm && !nodesOf(screen.tree).some(({ role }) => PASSING.has(role));
  const away = isCalm ? rng.fork('away').shuffle(OFF_THE_PAGE) : [];
  for (const detour of [...away, ...rng.fork('here').shuffle(ON_THE_PAGE)]) {
    const script = detour(moment, about);
    if (!script) continue;
    hand.detours -= 1;
    return script;
  }
  return undefined;
}

/** One action of a step aside. */
function* aside(action: Action): Script<Observation> {
  return yield { ...action, label: 'detour' };
}

function rest({ rng }: Moment): Script<Observation> | undefined {
  const thought = rng
    .fork('thought')
    .pick([
      'Names look alike here, so I compare once more.',
      'One moment: I compare this with what I was asked for.',
      'I stop and read, it is easily mixed up.',
    ]);
  return aside({ kind: 'wait', ms: 1000 * rng.fork('ms').int(2, 6), thought });
}

/** Rests the pointer on what is to be clicked next. */
function pointAt({ rng }: Moment, about: Action): Script<Observation> | undefined {
  if (about.kind !== 'click' || !('role' in about.at) || about.at.role === 'option') return undefined;
  const thought = rng
    .fork('thought')
    .pick([
      'Two may be called alike here, so I compare it with those around it before I click.',
      'It is easily taken for another: before I click I read what it is called.',
    ]);
  return aside({ kind: 'hover', at: about.at, thought });
}

/** Scrolls down and back up; not with a list of choices open, which would shrink or close. */
function scrollOn({ screen, rng }: Moment): Script<Observation> | undefined {
  const isListOpen = nodesOf(screen.tree).some(({ role, hittable }) => role === 'option' && hittable);
  return isListOpen ? undefined : scrolled(screen, rng);
}

const SCROLLING = [
  ['Does anything below matter for this? I scroll on.', 'Nothing below matters for this: back to the top.'],
  ['I see how long this is before I decide.', 'That is the whole length of it: up again.'],
  ['I make sure that I miss nothing at the end.', 'I missed nothing: back to the beginning.'],
] as const;

function* scrolled({ viewport }: Observation, rng: Rng): Script<Observation> {
  const at = { x: Math.floor(viewport.width / 2), y: Math.floor(viewport.height / 2) };
  const dy = 100 * rng.fork('dy').int(2, 4);
  const [why, enough] = rng.fork('thought').pick(SCROLLING);
  yield* aside({ kind: 'scroll', at, dx: 0, dy, thought: why });
  return yield* aside({ kind: 'scroll', at, dx: 0, dy: -dy, thought: enough });
}

/** Opens another place of the same console and comes back. */
function visitNeighbour({ screen, rng }: Moment): Script<Observation> | undefined {
  const [main] = findAll(screen.tree, MAIN);
  const places = main ? nodesOf(main).filter(node => node.role === 'link' && !node.current) : [];
  const place = chosen(places, rng);
  const at = place && targetOf(screen, place);
  if (!place || !at) return undefined;
  return thereAndBack(
    [at, BACK],
    [
      `Would ${place.name} be a shorter way to what I look for?`,
      'What I look for is not kept there: back to where I was.',
    ],
  );
}

/** Looks at another console and comes back. By the tab of this one, "Go back" would lead elsewhere afterwards. */
function visitApp({ screen, rng }: Moment): Script<Observation> | undefined {
  const [bar] = findAll(screen.tree, BAR);
  const tabs = bar ? nodesOf(bar).filter(({ role, name }) => role === 'link' && !OF_THE_BAR.has(name)) : [];
  const here = tabs.find(node => node.current);
  const there = chosen(
    tabs.filter(node => node !== here),
    rng,
  );
  if (!here || !there) return undefined;
  return thereAndBack(
    [inside(link(there.name), BAR), BACK],
    [
      `I look whether ${there.name} has anything on this.`,
      `Nothing there that I need: back to ${here.name}.`,
    ],
  );
}

const OF_THE_BAR: ReadonlySet<string> = new Set(['Go back', 'Go forward', 'Reload page']);

function readAnew(): Script<Observation> | undefined {
  const thought = 'Perhaps this page is no longer true: I load it again.';
  return aside({ kind: 'click', at: inside(link('Reload page'), BAR), thought });
}

function* thereAndBack(
  [there, back]: readonly [Target, Target],
  [why, enough]: readonly [string, string],
): Script<Observation> {
  yield* aside({ kind: 'click', at: there, thought: why });
  return yield* aside({ kind: 'click', at: back, thought: enough });
}

function chosen(nodes: readonly ScreenNode[], rng: Rng): ScreenNode | undefined {
  return nodes.length === 0 ? undefined : rng.fork('place').pick(nodes);
}
