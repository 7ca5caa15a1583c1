import { findAll, look, type Observation, sayFound, type Script, textOf } from '#range';

/** What the newest line of the history in front says: what was done, by whom, and when. */
function newestOn({ tree }: Observation): string[] {
  const [card] = findAll(tree, { role: 'region', name: 'History' });
  const [newest] = card ? findAll(card, { role: 'listitem', name: '' }) : [];
  return newest ? textOf(newest).split('\n') : [];
}

/** Says what the history in front begins with: whoever has asked whether another hand was there knows it by that. */
export function* sayHistory(): Script<void> {
  const [what, who, when] = newestOn(yield* look());
  if (what === undefined || who === undefined || when === undefined) return;
  yield* sayFound(`The newest line is “${what}”, by ${who}, ${when}.`);
}
