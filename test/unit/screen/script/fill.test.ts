import { expect, it } from 'vitest';
import type { Box, Observation, ScreenNode } from '../../../../src/screen/observation.ts';
import { isGlance } from '../../../../src/screen/script/script.ts';
import { field, fill } from '../../../../src/screen/script/verbs.ts';

const box: Box = [0, 0, 90, 20];
const heading: ScreenNode = { ref: 'e2', role: 'heading', name: 'Ticket' };

/** What is done to fill a field, as a screen shows it. */
function actsFor(shown: Partial<ScreenNode>, hasLayout: boolean): string[] {
  const children = [hasLayout ? { ...heading, box } : heading];
  children.push({ ref: 'e3', role: 'textbox', name: 'Ticket number', ...shown });
  const tree: ScreenNode = { ref: 'e1', role: 'document', name: '', children };
  const viewport = { width: 1280, height: 800 };
  const screen: Observation = { url: 'http://desk.example/', title: 'Desk', tree, viewport };
  const script = fill(field('Ticket number'), 'INC1', 'The order.');
  const acts: string[] = [];
  for (let move = script.next(screen); !move.done; move = script.next(screen))
    if (!isGlance(move.value)) acts.push(move.value.kind);
  return acts;
}

it('no click goes into a field that is seen to have the focus', () => {
  expect(actsFor({}, false)).toEqual(['click', 'type']);
  expect(actsFor({ focused: true }, false)).toEqual(['type']);
  expect(actsFor({ focused: true, box, hittable: true }, true)).toEqual(['type']);
  expect(actsFor({ focused: true, value: 'INC0' }, false)).toEqual(['key', 'type']);
});

it('a click goes into one that is out of view or covered', () => {
  expect(actsFor({ focused: true }, true)).toEqual(['click', 'type']);
  expect(actsFor({ focused: true, box, hittable: false }, true)).toEqual(['click', 'type']);
});
