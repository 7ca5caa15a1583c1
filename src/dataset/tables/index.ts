import type { Table } from './define-table.ts';
import { steps } from './steps.ts';
import { trajectories } from './trajectories.ts';

/** The tables of the package. The first that a recipe takes is the default of its dataset. */
export const tables: readonly Table[] = [steps, trajectories];
