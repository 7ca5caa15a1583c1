import { TRAJECTORIES } from '../columns.ts';
import { trajectoryRow } from '../rows.ts';
import type { Format } from '../types.ts';
import { openParquetWriter } from './parquet.ts';

/** One row an episode. */
export const parquetTrajectories: Format = {
  name: TRAJECTORIES.name,
  open: options =>
    openParquetWriter({
      ...options,
      config: TRAJECTORIES,
      rowsOf: (episode, context) => [trajectoryRow(episode, context)],
    }),
};
