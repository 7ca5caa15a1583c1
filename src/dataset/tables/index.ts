import type { Format } from './format.ts';
import { parquetSteps } from './steps.ts';
import { parquetTrajectories } from './trajectories.ts';

/** All formats, by name. */
export const FORMATS: readonly Format[] = [parquetSteps, parquetTrajectories];
