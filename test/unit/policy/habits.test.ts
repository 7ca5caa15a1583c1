import { describe, expect, it } from 'vitest';
import { createRng } from '../../../src/core/rng.ts';
import { otherHand } from '../../../src/policy/habits/keyboard.ts';
import { besideOnKeyboard, mistyped } from '../../../src/policy/habits/typing.ts';
import type { Action } from '../../../src/screen/action.ts';
import type { Observation, ScreenNode } from '../../../src/screen/observation.ts';
import { withHand } from '../../../src/screen/script/hand.ts';
import type { Script } from '../../../src/screen/script/script.ts';

const hand = () => ({ slips: 9, detours: 9, refusals: 0, isCalm: true });

function screenOf(...children: ScreenNode[]): Observation {
  const tree: ScreenNode = { ref: 'e0', role: 'document', name: '', children };
  return { url: 'http://x.example/', title: 'X', tree, viewport: { width: 1280, height: 800 } };
}

const node = (role: string, name: string, more: Partial<ScreenNode> = {}): ScreenNode => ({
  ref: `${role}-${name}`,
  role,
  name,
  ...more,
});

/** Runs a script over screens that `show` makes of each action. */
function run(script: Script<Observation>, show: (action: Action) => Observation): Action[] {
  const acts: Action[] = [];
  const acting = withHand(script, screenOf());
  for (let next = acting.next(); !next.done; next = acting.next(show(next.value))) acts.push(next.value);
  return acts;
}

/** What a field holds after some typing. */
function typedInto(acts: readonly Action[]): string {
  let value = '';
  let isSelected = false;
  for (const act of acts) {
    if (act.kind === 'type') value = (isSelected ? '' : value) + act.text;
    if (act.kind === 'key' && act.keys === 'backspace') value = [...value].slice(0, -1).join('');
    isSelected = act.kind === 'key' && act.keys === 'ctrl+a';
  }
  return value;
}

describe('a typing error', () => {
  const field = screenOf(node('textbox', 'Ticket number', { focused: true }));
  const texts = [
    'SCTASK0052397',
    'ana.tadić@velwick.example',
    'Żółć is approved as asked for.',
    '李 小龍 ab12',
  ];

  it('is seen in a telephone number as a whole, and not in a piece of it', () => {
    const text = '+44 20 7946 0100 ext. 2432';
    for (let seed = 0; seed < 40; seed++) {
      const moment = { screen: field, rng: createRng(`typing/${seed}`), hand: hand() };
      const script = mistyped({ kind: 'type', text }, moment);
      const shown = (act: Action): Observation =>
        screenOf(
          node('textbox', 'Number called', {
            focused: true,
            ...(act.kind === 'type' ? { value: act.text } : {}),
          }),
        );
      const thoughts = script ? run(script, shown).flatMap(({ thought = '' }) => thought) : [];
      expect(thoughts.filter(thought => /\d/.test(thought))).toEqual([]);
    }
  });

  it.each(texts)('leaves %s as it should be, and is labelled', text => {
    const seen = new Set<string>();
    for (let seed = 0; seed < 40; seed++) {
      const moment = { screen: field, rng: createRng(`typing/${seed}`), hand: hand() };
      const script = mistyped({ kind: 'type', text, check: 'approval' }, moment);
      if (!script) continue;
      const acts = run(script, () => field);
      expect(typedInto(acts)).toBe(text);
      expect(acts[0]).toMatchObject({ kind: 'type', label: 'slip', check: 'approval' });
      expect(acts[1]).toMatchObject({ kind: 'key', label: 'recovery' });
      expect(acts[1]?.thought).toMatch(/“.+”|letter|slip|typed/);
      seen.add(acts[1]?.kind === 'key' ? acts[1].keys : '');
    }
    expect([...seen].sort()).toEqual(['backspace', 'ctrl+a']);
  });

  it('selects everything only where the field was empty', () => {
    const full = screenOf(node('textbox', 'Notes', { focused: true, value: 'Older text. ' }));
    for (let seed = 0; seed < 40; seed++) {
      const moment = { screen: full, rng: createRng(`full/${seed}`), hand: hand() };
      const acts = run(mistyped({ kind: 'type', text: 'abcdef' }, moment) as Script<Observation>, () => full);
      expect(acts).not.toContainEqual(expect.objectContaining({ keys: 'ctrl+a' }));
    }
  });

  it('is left out of short texts and lines of text, and has a budget', () => {
    const moment = { screen: field, rng: createRng('short'), hand: hand() };
    expect(mistyped({ kind: 'type', text: 'UA03' }, moment)).toBeUndefined();
    expect(mistyped({ kind: 'type', text: 'one line\nand another' }, moment)).toBeUndefined();
    const spent = { ...moment, hand: { ...hand(), slips: 0 } };
    expect(mistyped({ kind: 'type', text: 'abcdefgh' }, spent)).toBeUndefined();
  });

  it('takes a key beside the right one, in its case', () => {
    expect(['w', 'r']).toContain(besideOnKeyboard('e', createRng('a')));
    expect(['W', 'R']).toContain(besideOnKeyboard('E', createRng('a')));
    expect(besideOnKeyboard('ć', createRng('a'))).toBeUndefined();
  });
});

describe('the other hand', () => {
  const next = screenOf(
    node('textbox', 'User name', { focused: true, value: 'ana' }),
    node('button', 'Add to group'),
  );
  const click: Action = { kind: 'click', at: { role: 'button', name: 'Add to group' }, thought: 'Now.' };
  const scriptFor = (action: Action, screen: Observation): Script<Observation> | undefined => {
    for (let seed = 0; seed < 20; seed++) {
      const found = otherHand(action, { screen, rng: createRng(`hand/${seed}`), hand: hand() });
      if (found) return found;
    }
    return undefined;
  };

  it('goes to the next control by Tab and presses it by Enter', () => {
    const there = screenOf(
      node('textbox', 'User name', { value: 'ana' }),
      node('button', 'Add to group', { focused: true }),
    );
    const acts = run(scriptFor(click, next) as Script<Observation>, () => there);
    expect(acts).toEqual([
      { kind: 'key', keys: 'tab', thought: 'Now.' },
      { kind: 'key', keys: 'enter' },
    ]);
  });

  it('takes the mouse where Tab came out elsewhere', () => {
    const acts = run(scriptFor(click, next) as Script<Observation>, () => next);
    expect(acts[1]).toEqual({ kind: 'click', at: { role: 'button', name: 'Add to group' } });
  });

  it('leaves alone what is not next, and radio buttons', () => {
    const far = screenOf(
      node('textbox', 'User name', { focused: true }),
      node('textbox', 'End date'),
      node('button', 'Add to group'),
    );
    expect(scriptFor(click, far)).toBeUndefined();
    const radio: Action = { kind: 'click', at: { role: 'radio', name: 'Passed' } };
    expect(
      scriptFor(radio, screenOf(node('button', 'A', { focused: true }), node('radio', 'Passed'))),
    ).toBeUndefined();
  });
});
