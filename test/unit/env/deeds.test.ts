import { describe, expect, it } from 'vitest';
import { deedsOf, sayDeed } from '../../../src/env/deeds.ts';
import { groundsOf } from '../../../src/env/evidence.ts';
import type { Step } from '../../../src/env/recorded.ts';
import type { Act } from '../../../src/screen/action.ts';
import type { ScreenNode } from '../../../src/screen/observation.ts';

const node = (role: string, name: string, more: Partial<ScreenNode> = {}): ScreenNode => ({
  ref: 'e1',
  role,
  name,
  ...more,
});
const fact = (label: string, value: string): ScreenNode[] => [
  node('term', '', { children: [node('text', label)] }),
  node('definition', '', { children: [node('text', value)] }),
];
const row = (...cells: string[]): ScreenNode =>
  node('row', '', { children: cells.map(cell => node('cell', cell)) });

interface Shown {
  url: string;
  nodes: readonly ScreenNode[];
  act?: Act | null;
  changes?: boolean;
  button?: string;
}

const press: Act = { kind: 'click', at: { role: 'button', name: 'Save' } };

function stepsOf(...shown: readonly Shown[]): Step[] {
  return shown.map(({ url, nodes, act = press, changes = false, button = 'Save' }, index) => ({
    index,
    observation: {
      url: `http://id.example/${url}`,
      title: '',
      tree: node('document', '', { children: [node('main', '', { children: [...nodes] })] }),
      viewport: { width: 1280, height: 800 },
    },
    act,
    point: null,
    aimed: act === null ? null : { ref: 'e9', role: 'button', name: button, box: null },
    instruction: '',
    thought: '',
    label: act ? 'good' : 'terminal',
    fault: null,
    phase: 'nominal',
    changes: changes ? [{ app: 'x', entity: 'users/ana@x.example', field: 's', before: 1, after: 2 }] : [],
    stateHash: '',
    actionError: null,
    evidence: [],
    notes: [],
  }));
}

const ana = [node('heading', 'Ana Ruiz'), ...fact('Employee number', 'E100207')];
const field = (value: string): ScreenNode => node('textbox', 'Reason', { value });
const note = { kind: 'complete', note: 'Suspended ana@x.example.' } as const;
const said = node('status', 'Ana Ruiz was suspended.');
const suspending: readonly Shown[] = [
  { url: 'users/ana@x.example', nodes: ana },
  {
    url: 'users/ana@x.example',
    nodes: [node('dialog', '', { children: [node('heading', 'Suspend user'), field('')] })],
  },
  {
    url: 'users/ana@x.example',
    nodes: [node('dialog', '', { children: [node('heading', 'Suspend user'), field('Leave')] })],
    changes: true,
  },
  { url: 'users/ana@x.example', nodes: [...ana, said] },
];
const done = 'Done: Suspend user, Ana Ruiz (ana@x.example, E100207); Reason Leave: Ana Ruiz was suspended.';

describe('a deed', () => {
  it('is told by the place, the record, what was filled in, and the answer of the console', () => {
    expect(deedsOf(stepsOf(...suspending)).map(sayDeed)).toEqual([done]);
  });

  it('is no visit that leaves a trace, and nothing that no button was pressed for', () => {
    const [, , act, after] = suspending as readonly [Shown, Shown, Shown, Shown];
    const quiet = stepsOf({ ...act, changes: false }, after);
    const waiting = stepsOf({ ...act, act: { kind: 'wait', ms: 1000 } }, after).map(step => ({
      ...step,
      aimed: null,
    }));
    expect([...deedsOf(quiet), ...deedsOf(waiting)]).toEqual([]);
  });

  it('tells the rows that came, not those that stood there', () => {
    const table = (...rows: ScreenNode[]): ScreenNode =>
      node('table', '', { children: [row('ROLE_A', 'Active'), ...rows] });
    const page = node('heading', 'Roles');
    const steps = stepsOf(
      { url: 'roles/ANAR', nodes: [page, table()] },
      { url: 'roles/ANAR', nodes: [page, table(row('ROLE_B', 'New'))], changes: true },
      { url: 'roles/ANAR', nodes: [page, node('status', 'User ANAR saved')] },
    );
    expect(deedsOf(steps).map(sayDeed)).toEqual(['Done: Save, Roles (ANAR); ROLE_B New: User ANAR saved']);
  });

  it('keeps no secret', () => {
    const table = node('table', '', { children: [row('SYNTH-PASS-6FEG-N3FT')] });
    const page = node('heading', 'Pass');
    const steps = stepsOf(
      { url: 'p/1', nodes: [page], changes: true },
      { url: 'p/1', nodes: [page, table, node('status', 'Pass SYNTH-PASS-6FEG-N3FT')] },
    );
    expect(deedsOf(steps).map(sayDeed)).toEqual(['Done: Save, Pass (1)']);
  });
});

describe('notes', () => {
  const closing: readonly Shown[] = [
    { url: 'home', nodes: [node('heading', 'Home')] },
    { url: 'home', nodes: [node('heading', 'Home')], act: null },
  ];

  it('hold a deed from where its answer stands no more to the end', () => {
    const { notes } = groundsOf(stepsOf(...suspending, ...closing), note, []);
    expect(notes.map(lines => lines.includes(done))).toEqual([false, false, false, false, true, true]);
  });

  it('say what a record showed when it was read again', () => {
    const again: Shown = { url: 'users/ana@x.example', nodes: [...ana, ...fact('Status', 'Suspended')] };
    const { notes } = groundsOf(stepsOf(...suspending, again, ...closing), note, []);
    const back = 'Read back: Ana Ruiz (ana@x.example, E100207): Status Suspended';
    const page = 'Ana Ruiz (ana@x.example, E100207): Status: Suspended';
    expect(notes.at(-1)).toEqual([done, back, page]);
    const unread = groundsOf(stepsOf(...suspending, ...closing), note, []).notes.at(-1);
    expect(unread?.filter(line => line.startsWith('Read back'))).toEqual([]);
  });

  it('say so of another record, too, that the deed was about', () => {
    const group = [node('heading', 'APP-Crane')];
    const answer = node('status', 'Ana Ruiz was removed from APP-Crane.');
    const steps = stepsOf(
      { url: 'groups/APP-Crane', nodes: group, changes: true },
      { url: 'groups/APP-Crane', nodes: [...group, answer] },
      { url: 'users/ana@x.example', nodes: [...ana, node('text', 'No groups yet')] },
      ...closing,
    );
    expect(groundsOf(steps, note, []).notes.at(-1)).toEqual([
      'Done: Save, APP-Crane: Ana Ruiz was removed from APP-Crane.',
      'Read back: Ana Ruiz (ana@x.example, E100207): No groups yet',
    ]);
  });

  it('hold a list whole, whatever of it is told later, and of a longer one what rows are called', () => {
    const groups = (count: number): ScreenNode =>
      node('table', 'Groups', {
        children: Array.from({ length: count }, (_, i) => row(`GG-${i}`, 'Assigned by the house itself')),
      });
    const noted = (count: number, told: string) =>
      groundsOf(
        stepsOf(
          { url: 'tickets/SCTASK0100001', nodes: [node('heading', 'SCTASK0100001')] },
          { url: 'users/ana@x.example', nodes: [...ana, groups(count)] },
          { url: 'home', nodes: [node('heading', 'Home')] },
          { url: 'home', nodes: [node('heading', 'Home')], act: null },
        ),
        { kind: 'complete', note: told },
        [],
      ).notes[2]?.filter(line => line.startsWith('Groups'));
    const of = 'Groups of Ana Ruiz (ana@x.example, E100207)';
    expect(noted(2, 'It is GG-1 alone.')).toEqual([
      `${of} (2 rows): GG-0, Assigned by the house itself; GG-1, Assigned by the house itself`,
    ]);
    expect(noted(40, 'It is GG-1 alone.')).toEqual(noted(40, 'Done.'));
    expect(noted(40, 'Done.')?.[0]).toMatch(/\(40 rows\): GG-0; GG-1; .*GG-39$/);
    expect(noted(200, 'Done.')).toEqual([`${of} (200 rows)`]);
  });

  it('say nothing of what only stands in a field: it was typed there', () => {
    const form = [node('heading', 'Form'), node('textbox', 'Unit', { value: 'General Accounting' })];
    const told = { kind: 'escalate', note: 'HR shows E100207 in General Accounting.' } as const;
    const steps = stepsOf({ url: 'form', nodes: form }, ...closing);
    expect(groundsOf(steps, told, []).notes.at(-1)).toEqual([]);
  });

  it('put questions and answers on one line', () => {
    const asked = (...rows: ScreenNode[]): readonly ScreenNode[] => [
      node('heading', 'Call'),
      node('table', '', { children: rows }),
      node('status', 'The answer stands below.'),
    ];
    const [one, two] = [row('Where do you work?', 'In Zagreb.'), row('Who is your manager?', 'Ivo Kos.')];
    const steps = stepsOf(
      { url: 'calls/1', nodes: [node('heading', 'Call')], changes: true, button: 'Ask' },
      { url: 'calls/1', nodes: asked(one), changes: true, button: 'Ask' },
      { url: 'calls/1', nodes: asked(one, two), button: 'Ask' },
      ...closing,
    );
    expect(groundsOf(steps, note, []).notes.at(-1)).toEqual([
      'Done: Ask, Call (1); Where do you work? In Zagreb.; Who is your manager? Ivo Kos.: The answer stands below.',
    ]);
  });
});
