import { TRAJECTORIES } from './columns.ts';
import type { Format } from './format.ts';
import { trajectoryRow } from './rows.ts';
import { openParquetWriter } from './writer.ts';

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
