import type { Action, Target } from '../../screen/action.ts';
import { findAll } from '../../screen/find.ts';
import type { Observation, ScreenNode } from '../../screen/observation.ts';
import type { Outcome } from '../../screen/outcome.ts';
import { mapScript } from '../../screen/script/map-script.ts';
import type { Script } from '../../screen/script/script.ts';
import { controlsOf, hostOf, isTextField, nodesOf, targetOf } from '../../screen/script/sight.ts';
import { BAR, inside, link, look } from '../../screen/script/verbs.ts';
import { hasChanged, type Mistake } from '../../scenario/mistake.ts';
import { appAt } from '../../world/find.ts';
import type { Known } from './saves.ts';

const KIND = 'extra-change';
const MAIN: Target = { role: 'navigation', name: 'Main' };
/** A record's number: letters that say what it is, and figures. */
const NUMBER = /^[A-Z]+-?\d{4,}$/;

/** Does all of the work, and then writes into the record beside the one that the work was about. */
export const extraChange: Mistake = {
  name: KIND,
  summary: 'After the work, a neighbouring record is written to as well.',
  begin: ({ script, briefing }) => changingMore(script, briefing),
  isMade: hasChanged,
};

/** How the expert came to the record: the place in the navigation, and the record's number in a list. */
interface Way {
  tab?: string;
  place?: Target;
  record?: Target;
}

function* changingMore(script: Script, known: Known): Script {
  let screen = yield* look();
  const way: Way = {};
  const start = hostOf(screen);
  const outcome = yield* mapScript(script, {
    *act(action): Script<Observation> {
      if (hostOf(screen) === start) note(way, action, screen);
      screen = yield action;
      return screen;
    },
  });
  return yield* writingTo(way, { screen, start, outcome, known });
}

function note(way: Way, action: Action, screen: Observation): void {
  if (action.kind !== 'click' || !('role' in action.at) || action.at.role !== 'link') return;
  const [bar] = findAll(screen.tree, BAR);
  way.tab ??= bar && nodesOf(bar).find(node => node.current)?.name;
  if (action.at.within?.name === MAIN.name) way.place ??= action.at;
  else if (NUMBER.test(action.at.name)) way.record ??= action.at;
}

/** Goes the same way once more to the record beside, and saves a word there. Where the screen offers none, nothing is done. */
function* writingTo(
  { tab, place, record }: Way,
  { screen, start, outcome, known }: { screen: Observation; start: string; outcome: Outcome; known: Known },
): Script {
  if (!tab || !place || !record) return outcome;
  if (hostOf(screen) !== start) yield { kind: 'click', at: inside(link(tab), BAR), mistake: KIND };
  const list = yield { kind: 'click', at: place, mistake: KIND };
  const beside = besideIn(list, record.name);
  if (!beside) return outcome;
  const page = yield { kind: 'click', at: beside, mistake: KIND };
  const form = formOn(page, appAt(known, page.url)?.buttons.save ?? []);
  if (!form) return outcome;
  yield { kind: 'click', at: form.field, mistake: KIND };
  yield { kind: 'type', text: 'Looked at.', mistake: KIND };
  yield { kind: 'click', at: form.button, mistake: KIND };
  return outcome;
}

/** A link to another record of the same kind. */
function besideIn(list: Observation, number: string): Target | undefined {
  const shape = (name: string): string => name.replace(/\d/g, '0');
  const others = controlsOf(list.tree).filter(
    node => node.role === 'link' && node.name !== number && shape(node.name) === shape(number),
  );
  return others.map(node => targetOf(list, node)).find(target => target !== undefined);
}

/** The last empty field of a page, which is free text where a record has any, and the button that keeps it. */
function formOn(page: Observation, saves: readonly string[]): { field: Target; button: Target } | undefined {
  const controls = controlsOf(page.tree);
  const fields = controls.filter(
    node => node.role === 'textbox' && isTextField(node) && !node.value && node.name !== 'Address',
  );
  const kept = controls.find(node => node.role === 'button' && saves.includes(node.canonical ?? node.name));
  const field = fields.length > 0 ? targetOf(page, fields[fields.length - 1] as ScreenNode) : undefined;
  const button = kept && targetOf(page, kept);
  return field && button ? { field, button } : undefined;
}
