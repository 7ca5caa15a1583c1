import { expect, it } from 'vitest';
import { segmentsOf } from '../../../../src/scenario/record/segments.ts';

const moodOf = (text: string, piece: string): string | undefined =>
  segmentsOf(text).find(segment => segment.text.startsWith(piece))?.mood;

it.each([
  ['it is there by a rule; taken out here, the membership would come back', 'taken out here'],
  ['Removed by us, it would be back tomorrow', 'Removed by us'],
  ['In the group by "rule": ended here, it would come again', 'ended here'],
])('what only says on which condition is no claim: %s', (text, piece) => {
  expect(moodOf(text, piece)).not.toBe('done');
});

it.each([
  ['Removed ana@hall.example from GG-1, which would break nothing', 'Removed ana'],
  ['Removed the user from the group, all else stays', 'Removed the user'],
  ['Suspended her, ended her sessions', 'Suspended her'],
])('what was done stays a claim, whatever comes next: %s', (text, piece) => {
  expect(moodOf(text, piece)).toBe('done');
});
