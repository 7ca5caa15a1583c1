import { describe, expect, it } from 'vitest';
import { ofWriting } from '../../../src/policy/thinking/of-writing.ts';
import { groundOf } from '../../../src/policy/thinking/grounds.ts';
import { sourceOf } from '../../../src/policy/thinking/sources.ts';
import type { Observation, ScreenNode } from '../../../src/screen/observation.ts';

let count = 0;
function node(role: string, name: string, more: Partial<ScreenNode> = {}): ScreenNode {
  count += 1;
  return { ref: `e${count}`, role, name, ...more };
}

const facts = (stated: Record<string, string>): ScreenNode[] =>
  Object.entries(stated).flatMap(([label, value]) => [
    node('term', '', { children: [node('text', label)] }),
    node('definition', '', { children: value.split(' | ').map(part => node('text', part)) }),
  ]);

function table(columns: string[], ...rows: string[][]): ScreenNode {
  const row = (role: string, names: string[]): ScreenNode =>
    node('row', '', { children: names.map(name => node(role, name)) });
  return node('table', 'List', {
    children: [row('columnheader', columns), ...rows.map(names => row('cell', names))],
  });
}

function page(host: string, title: string, children: ScreenNode[]): Observation {
  const main = node('main', '', { children: [node('heading', title, { level: 1 }), ...children] });
  const tree = node('document', '', { children: [main] });
  return {
    url: `http://${host}.x.example/${title}`,
    title: `${title} · X`,
    tree,
    viewport: { width: 9, height: 9 },
  };
}

const form = (title: string, values: Record<string, string>): Observation =>
  page(
    'id',
    title,
    Object.entries(values).map(([label, value]) => node('textbox', label, { value })),
  );

const STEPS = ['Step', 'Approver', 'State', 'Decided'];
const approvals = (access: string, state = 'Approved'): Observation =>
  page('desk', 'SCTASK0100001', [
    ...facts({ 'Requested access': access, 'Valid to': 'No end', 'Access request': 'AR-300001' }),
    table(STEPS, ['1. Line manager', 'Jana Kos E100200', state, '2026-02-01']),
  ]);
const hr = (name: string, id: string, stated: Record<string, string>): Observation =>
  page('hr', `${name} (${id})`, facts({ 'Worker ID': id, 'Hire date': '1 Mar 2026', ...stated }));
const verified = page('desk', 'INC0100001', [
  ...facts({ Status: 'Open' }),
  table(
    ['Method', 'Number called', 'Result'],
    ['Call-back', '+1 555', 'Not reached'],
    ['Call-back', '+1 556', 'Passed'],
  ),
]);

describe('what an act rests on', () => {
  const grant = form('GG-A', { 'User name': 'eva.k@x.example', Ticket: 'SCTASK0100001' });

  it('is the approval of just what is given, with who gave it', () => {
    const seen = [approvals('GG-A'), hr('Eva Kral', 'E100300', { Status: 'Active' })];
    expect(groundOf(seen, grant)).toEqual({
      text: 'the approval: 1. Line manager, Jana Kos E100200, Approved, 2026-02-01',
      place: 'SCTASK0100001',
    });
  });

  it.each([
    ['another access', [approvals('GG-B')]],
    ['a step that is still open', [approvals('GG-A', 'Requested')]],
    ['nothing that was read of it', []],
    ['the record of somebody else', [hr('Jan Sikora', 'E100301', { Status: 'Terminated' })]],
    ['that an employee is one', [hr('Eva Kral', 'E100300', { Status: 'Active', Email: 'eva.k@x.example' })]],
  ])('is not %s', (_, seen) => {
    expect(groundOf(seen, grant)).toBeUndefined();
  });

  it('is the record of whom an account is for, not of the manager whom the form names', () => {
    const account = form('New user', { 'Employee number': 'E100300', Manager: 'E100301' });
    const joiner = hr('Eva Kral', 'E100300', { Status: 'Prehire', Manager: 'Jan Sikora | E100301' });
    const manager = hr('Jan Sikora', 'E100301', { Status: 'Terminated', 'Termination date': '2 Feb 2026' });
    expect(groundOf([joiner, manager], account)?.text).toBe(
      'what HR has: Status Prehire, Hire date 1 Mar 2026',
    );
  });

  it('is found by the number of the person, however a console writes it', () => {
    const left = hr('Eva Kral', 'E100300', { Status: 'Terminated', 'Termination date': '2 Feb 2026' });
    const user = page('id', 'EKRAL', facts({ 'Personnel number': '00100300' }));
    const lock = form('EKRAL', { Ticket: 'SCTASK0100001' });
    expect(groundOf([left, user, lock], lock)?.text).toBe(
      'what HR has: Status Terminated, Termination date 2 Feb 2026',
    );
  });

  it('is the call that was passed, the decision of the owner, the last event', () => {
    expect(groundOf([verified], form('Eva Kral', { Ticket: 'INC0100001' }))?.text).toBe(
      'the verified call: Call-back, +1 556, Passed',
    );
    const decided = page('desk', 'SCTASK0100002', [
      table(
        ['Question', 'Answer'],
        ['1. Eva Kral (E100300): group GG-B, user eva.k@x.example', 'Keep, decided by Jana Kos'],
        ['2. Eva Kral (E100300): group GG-A, user eva.k@x.example', 'Revoke, decided by Jana Kos'],
      ),
    ]);
    expect(groundOf([decided], grant)?.text).toBe('the decision: Revoke, decided by Jana Kos');
    const events = page('hr', 'Eva Kral (E100300)', [
      ...facts({ Email: 'eva.k@x.example' }),
      table(
        ['Event', 'Effective', 'State'],
        ['Change job', '1 May', 'Completed'],
        ['Hire', '1 Mar', 'Completed'],
      ),
    ]);
    expect(groundOf([events], grant)?.text).toBe('what HR has: Change job, 1 May, Completed');
  });
});

describe('where something was read', () => {
  const at = (label: string, values: Record<string, string> = {}) => {
    const screen = form('New user', values);
    return { screen, node: node('textbox', label) };
  };
  const start = page('hr', 'Good morning, Owen', facts({ 'My job': 'Auditor' }));
  const ticket = page('desk', 'SCTASK0100001', [
    node('text', 'Please create an account for Lenka Prochazkova (E100300).'),
  ]);
  const home = page('desk', 'My work', []);
  const joiner = hr('Lenka Procházková', 'E100300', { 'Last name': 'Procházková', Title: 'Auditor' });
  const manager = hr('Jan Sikora', 'E100301', { 'Last name': 'Sikora', Title: 'Auditor' });

  it('is the fact with that spelling, not a text that has it otherwise', () => {
    const seen = [home, ticket, start, joiner];
    expect(sourceOf(seen, 'Procházková', at('Last name'))).toEqual({
      place: 'Lenka Procházková (E100300)',
      label: 'Last name',
      kind: 'fact',
    });
    expect(sourceOf(seen, 'Prochazkova', at('Last name'))).toBeUndefined();
    expect(sourceOf(seen, 'E100300', at('Find'))?.label).toBe('Worker ID');
    expect(sourceOf([home, ticket], 'E100300', at('Find'))).toEqual({
      place: 'SCTASK0100001',
      label: '',
      kind: 'text',
    });
  });

  it('is no greeting, and the record of the same person before another that says the same', () => {
    expect(sourceOf([home, start], 'Auditor', at('Title'))).toBeUndefined();
    const seen = [home, start, joiner, manager];
    expect(sourceOf(seen, 'Auditor', at('Title', { 'Last name': 'Procházková' }))?.place).toContain('Lenka');
    expect(sourceOf(seen, 'Auditor', at('Title', { 'Last name': 'Sikora' }))?.place).toContain('Jan');
  });

  it('is a row, or the entry that a code opens', () => {
    const users = page('id', 'Users', [table(['Name', 'Login'], ['Eva Kral', 'eva.k@x.example'])]);
    const menu = page('erp', 'Menu', [node('link', 'UA03 Display user')]);
    expect(sourceOf([menu, home, users, menu], 'UA03', at('Command'))).toMatchObject({
      label: 'Display user',
      kind: 'entry',
    });
    expect(sourceOf([menu], 'UA03', { ...at('Command'), screen: menu })?.label).toBe('Display user');
    const groups = page('id', 'Groups', []);
    expect(sourceOf([groups, users], 'eva.k@x.example', at('Find'))).toMatchObject({
      label: 'Login',
      kind: 'cell',
    });
  });
});

it('what goes to a person is not meant to be compared with a log', () => {
  const reply = ofWriting('Comments', 'Your access is ready. Please sign in once more.', []);
  expect(reply.join(' ')).not.toMatch(/logs|guesses|checked later/);
  expect(ofWriting('Work notes', 'E100300 was added to GG-A.', ['Member added.']).join(' ')).toContain(
    'Member added.',
  );
});
