import { apps } from '../apps-sim/index.ts';
import { kits } from '../apps-sim/kits/index.ts';
import { people } from '../apps-sim/people/index.ts';
import { fontPackages, shared } from '../apps-sim/shared/shared.ts';
import { scenarios } from '../scenarios/index.ts';
import { deskAlternatives } from '../scenarios/procedures/desk-alternatives.ts';
import { deskMistakes } from '../scenarios/procedures/desk-mistakes.ts';
import { splits } from '../scenarios/splits.ts';
import type { StatedApp } from './app/app.ts';
import { atHome } from './app/looks/at-home.ts';
import type { DatasetCatalog } from './dataset/catalog.ts';
import { exporters } from './dataset/export/index.ts';
import { tables } from './dataset/tables/index.ts';
import { faults } from './fault/index.ts';
import { alternatives } from './policy/alternatives/index.ts';
import { mistakes } from './policy/mistakes/index.ts';
import { nameScenarios } from './scenario/name-scenario.ts';
import { rules } from './scenario/rules/index.ts';
import { edges } from './world/edges/index.ts';

const range = {
  apps: atHome(apps as unknown as Record<string, StatedApp>, kits),
  kits,
  people,
  shared,
  fontPackages,
};

/** All that comes with the package, handed to whoever needs it: the only file that knows the folders and the lists. */
export const catalog: DatasetCatalog = {
  range,
  scenarios: nameScenarios(scenarios, {
    ...{ range, edges, faults },
    ...{ sharedMistakes: deskMistakes, sharedAlternatives: deskAlternatives },
  }),
  edges,
  faults,
  rules,
  mistakes,
  sharedMistakes: deskMistakes,
  alternatives,
  sharedAlternatives: deskAlternatives,
  splits,
  tables,
  exporters,
};
