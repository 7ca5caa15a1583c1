import type { Measures } from './measure.ts';

/** The headings of counts that version 1 of the manifest had, each at its top. */
const HEADINGS = [
  'outcomes',
  'wanted',
  'edges',
  'faults',
  'policies',
  'success',
  'templates',
  'labels',
  'actions',
  'apps',
  'kits',
  'phases',
];

/** What version 1 of the manifest would say of the same tables: its rows were those of `steps`. */
export function asVersion1({
  counts,
  splits,
  steps,
  rows: _,
  foretold: __,
  ...same
}: Measures): Record<string, unknown> {
  return {
    ...same,
    rows: steps,
    trainRows: counts.trained?.true ?? 0,
    splits: Object.fromEntries(
      Object.entries(splits).map(([name, { steps: own, ...split }]) => [name, { ...split, rows: own }]),
    ),
    ...Object.fromEntries(HEADINGS.map(heading => [heading, counts[heading] ?? {}])),
  };
}
