import { assert } from '../../core/assert.ts';
import type { Act } from '../../screen/action.ts';
import { TargetError } from '../../screen/find.ts';
import { type Chord, readChord, unknownKeys } from '../../screen/keys.ts';
import { typedParts } from '../../screen/typed-parts.ts';
import type { Effect } from './going.ts';
import { click, doubleClick } from './hand.ts';
import { key, type } from './keyboard.ts';
import type { Page } from './page.ts';
import { elementAt, load, type Tab } from './tab.ts';

/** Does one act in a tab; gives the request that it leads to, if any. TargetError where it cannot be done. */
export function act(tab: Tab, action: Act): Effect {
  const page = pageIn(tab);
  switch (action.kind) {
    case 'click':
      return click(page, elementAt(tab, action.at));
    case 'double_click':
      return doubleClick(page, elementAt(tab, action.at));
    case 'type':
      return write(tab, action.text);
    case 'key':
      return press(tab, chordOf(action.keys));
    case 'right_click':
    case 'hover':
    case 'scroll':
      if ('role' in action.at) elementAt(tab, action.at);
      return null;
    case 'drag':
    case 'wait':
      return null;
  }
}

function pageIn({ page }: Tab): Page {
  assert(page, 'A page is open');
  return page;
}

/** A combination of keys; what no browser knows either is refused in the same words. */
function chordOf(keys: string): Chord {
  const chord = readChord(keys);
  if (!chord) throw new TargetError(unknownKeys(keys));
  return chord;
}

function press(tab: Tab, chord: Chord): Effect {
  if (chord.name === 'ctrl+v') return write(tab, tab.clipboard.text);
  return key(pageIn(tab), chord, tab.clipboard);
}

/** Types a text, over the pages that its line breaks lead to. */
function write(tab: Tab, text: string): null {
  for (const part of typedParts(text)) {
    if ('text' in part) type(pageIn(tab), part.text);
    else {
      const request = key(pageIn(tab), chordOf(part.keys), tab.clipboard);
      if (request) load(tab, request);
    }
  }
  return null;
}
