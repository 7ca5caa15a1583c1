import { apps } from '../apps-sim/index.ts';
import { kits } from '../apps-sim/kits/index.ts';
import { fontPackages, shared } from '../apps-sim/shared/shared.ts';
import { scenarios } from '../scenarios/index.ts';
import { deskMistakes } from '../scenarios/procedures/desk-mistakes.ts';
import { splits } from '../scenarios/splits.ts';
import type { App } from './app/app.ts';
import type { Kit } from './app/pages/widgets.ts';
import type { DatasetCatalog } from './dataset/catalog.ts';
import { tables } from './dataset/tables/index.ts';
import { nameScenarios } from './scenario/name-scenario.ts';

/** All that comes with the package. The only file that knows the folders scenarios/ and apps-sim/. */
export const catalog: DatasetCatalog = {
  range: {
    apps: apps as unknown as Record<string, App>,
    kits: kits as unknown as Record<string, Kit>,
    shared,
    fontPackages,
  },
  scenarios: nameScenarios(scenarios, deskMistakes),
  mistakes: deskMistakes,
  splits,
  tables,
};
