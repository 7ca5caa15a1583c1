import type { Target } from '../../screen/action.ts';
import { findAll } from '../../screen/find.ts';
import type { Observation, ScreenNode } from '../../screen/observation.ts';
import type { Script } from '../../screen/script/script.ts';
import { nodesOf, pressedButton, targetOf } from '../../screen/script/sight.ts';
import { button, option } from '../../screen/script/verbs.ts';
import { appAt } from '../../world/find.ts';
import { isUnset, workOn } from '../thinking/glimpse.ts';
import { type Lapse, repair, unaware, wrongly } from './lapse.ts';

const KIND = 'narrow-filter';

/** Narrows a list too far beside the search, finds nothing, and takes the filter off. */
export const narrowFilter: Lapse = {
  name: KIND,
  summary: 'A filter beside the search hides the record; the list is empty until it is taken off.',
  begin: (action, { screen, consoles, rng }) => {
    const isSent = pressedButton(action) !== undefined || (action.kind === 'key' && action.keys === 'enter');
    const nodes = nodesOf(workOn(screen));
    const sought = nodes.find(({ role, value }) => role === 'searchbox' && value)?.value;
    if (!isSent || sought === undefined) return undefined;
    const lookUps = appAt({ consoles }, screen.url)?.buttons.lookUp ?? [];
    const send = lookUps.map(button).find(each => findAll(screen.tree, each).length === 1);
    const filters = nodes.filter(({ role, value = '' }) => role === 'combobox' && isUnset(value));
    const filter = filters.length > 0 ? rng.fork('filter').pick(filters) : undefined;
    const at = filter && targetOf(screen, filter);
    return send && filter && at ? narrowing({ send, filter, at, sought, rng }) : undefined;
  },
};

interface Narrowing {
  send: Target;
  filter: ScreenNode;
  at: Target;
  sought: string;
  rng: { fork(label: string): { pick<T>(list: readonly T[]): T } };
}

function* narrowing({ send, filter, at, sought, rng }: Narrowing): Script<Observation> {
  const all = filter.value ?? '';
  const open = yield* wrongly({ kind: 'click', at }, KIND);
  const options = nodesOf(open.tree).filter(
    ({ role, name }) => role === 'option' && !isUnset(name) && name !== '',
  );
  const taken = rng.fork('option').pick(options);
  yield* wrongly({ kind: 'click', at: option(taken.canonical ?? taken.name) }, KIND);
  yield* unaware({ kind: 'click', at: send });
  const thought = rng.fork('words').pick(WORDS)({ sought, filter: filter.name, at: taken.name, all });
  yield* repair({ kind: 'click', at }, thought);
  yield* repair({ kind: 'click', at: option(all) });
  return yield* repair({ kind: 'click', at: send }, rng.fork('again').pick(AGAIN)(sought));
}

interface Narrowed {
  sought: string;
  filter: string;
  at: string;
  all: string;
}

const WORDS = [
  ({ sought, filter, at, all }: Narrowed) =>
    `Nothing is left for ${sought} with “${filter}” at ${at}. It is the filter that hides it, so it goes back to ${all}.`,
  ({ sought, filter, at, all }: Narrowed) =>
    `The list is empty, though ${sought} was on record. “${filter}” says ${at}, which need not be so: ${all} again.`,
  ({ sought, filter, at, all }: Narrowed) =>
    `No row for ${sought}. I asked for too much at once; “${filter}” goes from ${at} to ${all}.`,
  ({ sought, filter, at, all }: Narrowed) =>
    `${at} in “${filter}” was a guess of mine, and a wrong one: nobody by ${sought}. I set it to ${all}.`,
] as const;

const AGAIN = [
  (sought: string) => `Without the filter ${sought} has to come up.`,
  (sought: string) => `${sought} alone is enough to go by.`,
  (sought: string) => `The same search with nothing but ${sought} in it.`,
] as const;
