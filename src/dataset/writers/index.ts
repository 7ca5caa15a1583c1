import type { Format } from '../types.ts';
import { parquetSteps } from './parquet-steps.ts';
import { parquetTrajectories } from './parquet-trajectories.ts';

/** All formats, by name. */
export const FORMATS: readonly Format[] = [parquetSteps, parquetTrajectories];
