import { STEPS } from '../columns.ts';
import { stepRows } from '../rows.ts';
import type { Format } from '../types.ts';
import { openParquetWriter } from './parquet.ts';

/** One row a step. */
export const parquetSteps: Format = {
  name: STEPS.name,
  open: options => openParquetWriter({ ...options, config: STEPS, rowsOf: stepRows }),
};
