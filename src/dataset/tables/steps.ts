import { STEPS } from './columns.ts';
import type { Format } from './format.ts';
import { stepRows } from './rows.ts';
import { openParquetWriter } from './writer.ts';

/** One row a step. */
export const parquetSteps: Format = {
  name: STEPS.name,
  open: options => openParquetWriter({ ...options, config: STEPS, rowsOf: stepRows }),
};
