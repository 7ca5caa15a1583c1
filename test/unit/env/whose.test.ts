import { describe, expect, it } from 'vitest';
import { finderOn, readScreen, sayLine } from '../../../src/env/screen-lines.ts';
import type { ScreenNode } from '../../../src/screen/observation.ts';

const node = (role: string, name: string, ...children: ScreenNode[]): ScreenNode => ({
  ...{ ref: `${role} ${name}`, role, name },
  children,
});
const fact = (label: string, value: string): ScreenNode[] => [
  node('term', '', node('text', label)),
  node('definition', '', node('text', value)),
];
const cell = (text: string): ScreenNode => node('cell', '', node('text', text));
const linked = (text: string): ScreenNode => node('cell', '', node('link', text));
const table = (columns: readonly string[], ...rows: ScreenNode[][]): ScreenNode =>
  node(
    'table',
    'Direct reports',
    node('row', '', ...columns.map(name => node('columnheader', name))),
    ...rows.map(cells => node('row', '', ...cells)),
  );

const screen = (...children: ScreenNode[]) =>
  readScreen({
    url: 'http://hr.example/people',
    title: '',
    tree: node('document', '', ...children),
    viewport: { width: 1280, height: 800 },
  });

const COLUMNS = ['Position', 'Name'];
const head = screen(
  ...fact('Name', 'Jana Kos'),
  ...fact('Position', 'Head of Sales'),
  table(COLUMNS, [cell('Intern'), linked('Ivo Ban')], [cell('Clerk'), linked('Eva Lis')]),
);
const intern = screen(...fact('Name', 'Ivo Ban'), ...fact('Position', 'Intern'));
const list = screen(table(COLUMNS, [cell('Intern'), linked('Ivo Ban')]));

/** What is noted of a fact that screens have shown. */
function noted(text: string, ...screens: Parameters<typeof finderOn>[0]): string {
  const found = finderOn(screens, [text])(text);
  return found ? `${found.step} ${sayLine(found.line, text)}` : '';
}

describe('what is noted of a record', () => {
  it('is what the record says of itself, though a table below another has it later', () => {
    expect(noted('Intern', intern, head)).toBe('0 Position: Intern');
    expect(noted('Intern', head, intern)).toBe('1 Position: Intern');
  });

  it('says whose it is where only such a table has it', () => {
    expect(noted('Intern', head)).toBe('0 Position of Ivo Ban: Intern');
    expect(noted('Clerk', head)).toBe('0 Position of Eva Lis: Clerk');
    expect(noted('Head of Sales', head)).toBe('0 Position: Head of Sales');
    expect(noted('Ivo Ban', head)).toBe('0 Name: Ivo Ban');
  });

  it('is a row like any other where no record is in front', () => {
    expect(noted('Intern', intern, list)).toBe('1 Position: Intern');
  });

  it('is that of the row that holds what is told beside it', () => {
    const found = finderOn([head, screen(...fact('Ticket', 'INC1'))], ['INC1', 'Clerk'])('Clerk');
    expect(found && sayLine(found.line, 'Clerk')).toBe('Position of Eva Lis: Clerk');
  });
});
