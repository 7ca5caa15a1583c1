import { describe, expect, it } from 'vitest';
import { notesOf } from '../../../src/env/notes.ts';
import { secretsSeen } from '../../../src/env/secrets-seen.ts';
import type { Step } from '../../../src/env/recorded.ts';
import type { ScreenNode } from '../../../src/screen/observation.ts';

const node = (role: string, name: string, ...children: ScreenNode[]): ScreenNode => ({
  ref: 'e1',
  role,
  name,
  ...(children.length > 0 ? { children } : {}),
});
const text = (name: string): ScreenNode => node('text', name);
const fact = (label: string, value: string): ScreenNode[] => [
  node('term', '', text(label)),
  node('definition', '', text(value)),
];
const row = (...cells: string[]): ScreenNode => node('row', '', ...cells.map(cell => node('cell', cell)));
const table = (name: string, ...rows: ScreenNode[]): ScreenNode => node('table', name, ...rows);

interface Shown {
  url: string;
  nodes: readonly ScreenNode[];
  typed?: string;
  changes?: boolean;
}

function stepsOf(...shown: readonly Shown[]): Step[] {
  return shown.map(({ url, nodes, typed, changes = false }, index) => ({
    index,
    observation: {
      url: `http://id.example/${url}`,
      title: '',
      tree: node('document', '', node('main', '', ...nodes)),
      viewport: { width: 1280, height: 800 },
    },
    act: typed === undefined ? { kind: 'key', keys: 'enter' } : { kind: 'type', text: typed },
    point: null,
    aimed: { ref: 'e9', role: 'button', name: 'Save', box: null },
    instruction: '',
    thought: '',
    label: 'good',
    fault: null,
    phase: 'nominal',
    changes: changes ? [{ app: 'x', entity: 'y', field: 's', before: 1, after: 2 }] : [],
    stateHash: '',
    actionError: null,
    evidence: [],
    notes: [],
  }));
}

const heading = (name: string): ScreenNode => node('heading', name);
const home: Shown = { url: 'home', nodes: [heading('Home')] };
const order: Shown = {
  url: 'tickets/SCTASK0100001',
  nodes: [heading('SCTASK0100001'), text('Please lock ANARUIZ for me at once. It is really urgent now.')],
};
const held = (goal: string, ...shown: readonly Shown[]): string[] =>
  notesOf(stepsOf(...shown), goal).at(-1) ?? [];

describe('what was read', () => {
  it('is the whole text of the order, and of other records what nobody could guess', () => {
    const words = [text('It is just a page with words.'), text('Ask Marta before you lock ANARUIZ here.')];
    const other = { url: 'users/U100', nodes: [heading('U100'), ...words] };
    expect(held('Do SCTASK0100001.', order, other, home)).toEqual([
      'SCTASK0100001: Please lock ANARUIZ for me at once. It is really urgent now.',
      'U100: Ask Marta before you lock ANARUIZ here.',
    ]);
    expect(held('Do it.', other, home)).toEqual([
      'U100: It is just a page with words. Ask Marta before you lock ANARUIZ here.',
    ]);
  });

  it('is nothing that stands on the screen, nor what whoever reads it has written', () => {
    expect(held('Do SCTASK0100001.', order, order)).toEqual([]);
    const mine = 'I have locked ANARUIZ as you asked.';
    const said = { ...order, nodes: [heading('SCTASK0100001'), text(mine)] };
    expect(held('Do it.', { ...home, typed: mine }, said, home)).toEqual([]);
  });

  it('is of a list that is passed the rows that the work is about, and all of one that was asked for', () => {
    const users = table('Users', row('ANARUIZ', 'Open'), row('IVOKOS', 'Locked'));
    const list = { url: 'users', nodes: [heading('Users'), users] };
    expect(held('Do SCTASK0100001.', order, list, home).at(-1)).toBe('Users, among others: ANARUIZ, Open');
    const asked = { ...list, url: 'users?state=any' };
    expect(held('Do SCTASK0100001.', order, asked, home).at(-1)).toBe(
      'Users (2 rows): ANARUIZ, Open; IVOKOS, Locked',
    );
    expect(held('Do IT.', list, home)).toEqual([]);
  });

  it('is what a menu offers under codes', () => {
    const menu = { url: '', nodes: [heading('Menu'), node('link', 'UA03 Show user'), node('link', 'Help')] };
    expect(held('Do it.', menu, home)).toEqual(['Menu: UA03 Show user']);
  });

  it('is of a list that was changed what stands in it no more', () => {
    const page = (...rows: ScreenNode[]): Shown => ({
      url: 'users/U100',
      nodes: [heading('U100'), table('Keys', ...rows)],
    });
    const [one, two] = [row('Key one', 'Open'), row('Key two', 'Open')];
    const changed = { ...page(one, two), changes: true };
    expect(held('Do it.', changed, page(two), home)).toContain(
      'Keys of U100 (one row): Key two, Open; before: Key one, Open',
    );
    expect(held('Do it.', changed, page(row('Key one', 'Shut'), two), home)).toContain(
      'Keys of U100 (2 rows): Key one, Shut; Key two, Open',
    );
  });

  it('says first how a record stands, and nothing that its name says', () => {
    const facts = [...fact('Worker ID', 'U100'), ...fact('Room', '4'), ...fact('Status', 'Open')];
    expect(held('Do it.', { url: 'users/U100', nodes: [heading('U100'), ...facts] }, home)).toEqual([
      'U100: Status: Open; Room: 4',
    ]);
  });

  it('is begun, and then gone, where there is too much: the oldest first of what the work is not about; the order stays', () => {
    const page = (at: number, of = ''): Shown => ({
      url: `users/U${100 + at}`,
      nodes: [
        heading(`U${100 + at}`),
        ...Array.from({ length: 9 }, (_, i) =>
          text(`The part ${i} of ${of} X${at}0 is ${'long '.repeat(8)}.`),
        ),
      ],
    });
    const many = Array.from({ length: 40 }, (_, i) => page(i, i === 0 ? 'ANARUIZ' : ''));
    const lines = held('Do SCTASK0100001.', order, ...many, home);
    const heads = lines.map(line => line.split(':')[0]);
    expect(lines.join('').length).toBeLessThanOrEqual(7000);
    expect(heads.slice(0, 2)).toEqual(['SCTASK0100001', 'U100']);
    expect(heads.at(-1)).toBe('U139');
    expect(heads).not.toContain('U101');
    expect(lines.map(line => line.endsWith('…')).join()).toMatch(/^false,false,(?:true,)+(?:false,?)+$/);
  });

  it('is what was not taken, from where it stands no more', () => {
    const locked = { url: 'users/U100', nodes: [heading('Locked'), node('alert', 'Held since 11:52.')] };
    const steps = stepsOf(home, locked, home, home);
    if (steps[0]) steps[0].actionError = 'Held since 11:52.';
    expect(notesOf(steps, 'Do it.')).toEqual([
      [],
      [],
      ['Not taken: Held since 11:52.'],
      ['Not taken: Held since 11:52.'],
    ]);
  });

  it('is how a record stood that has changed', () => {
    const stands = (state: string): Shown => ({
      url: 'users/U100',
      nodes: [heading('U100'), ...fact('Status', state), ...fact('Room', state)],
    });
    expect(held('Do it.', { ...stands('Open'), changes: true }, stands('Shut'), home)).toContain(
      'U100: Status: Shut; Room: Shut; before: Status: Open',
    );
  });

  it('is no secret, and of one it is only known that it stands there', () => {
    const page = {
      url: 'users/U100',
      nodes: [
        heading('U100'),
        ...fact('Pass', 'SYNTH-PASS-6FEG'),
        text('Your pass is SYNTH-PASS-6FEG for U100.'),
      ],
    };
    const steps = stepsOf(page, page, home);
    expect(notesOf(steps, 'Do it.').flat().join()).not.toContain('SYNTH');
    expect(secretsSeen(steps)).toEqual([true, false, false]);
  });
});

describe('an article that was opened', () => {
  it('is held by its number, though nothing telling was read of it yet', () => {
    const top: Shown = {
      url: 'knowledge/KB-02',
      nodes: [
        heading('KB-02 How to close a record'),
        text('Every record that is done gets an ending of its own.'),
      ],
    };
    expect(held('Lock ANARUIZ.', order, top, home)).toContainEqual(
      expect.stringMatching(/^KB-02 .+: Every record that is done/),
    );
  });
});

describe('the record that gives the order', () => {
  it('is held with what its approvals rest on, however much stands beside labels', () => {
    const facts = Array.from({ length: 12 }, (_, n) =>
      fact(`Label of a form ${n}`, `Somebody Somewhere E10000${n}`),
    );
    const form: Shown = {
      url: 'tickets/SCTASK0100001',
      nodes: [heading('SCTASK0100001'), ...facts.flat(), ...fact('Conflict analysis', 'SOD-22, let pass')],
    };
    expect(held('Work on SCTASK0100001.', form, home).join('\n')).toContain('SOD-22');
  });
});
