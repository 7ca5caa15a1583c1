/** The public library: worlds, tasks, environments and surfaces. The consoles and scenarios of the package are `catalog`. */
export { catalog } from './catalog.ts';
export { type Checkpoint, createEnv, type Env } from './env/env.ts';
export { runEpisode } from './env/episode.ts';
export type { Status, StepResult } from './env/step-result.ts';
export type { Episode, Step } from './env/recorded.ts';
export type { Task, Verdict, Wanted } from './scenario/scenario.ts';
export { buildTask, type TaskRequest } from './scenario/task.ts';
export type { Action } from './screen/action.ts';
export type { Observation } from './screen/observation.ts';
export type { Outcome } from './screen/outcome.ts';
export { createHub } from './server/hub/hub.ts';
export { serveHub } from './server/hub/server.ts';
export { browserSurfaces } from './surface/browser/index.ts';
export { domSurfaces } from './surface/dom/surface.ts';
export type { Surface, SurfaceFactory } from './surface/surface.ts';
export { generateWorld } from './world/generate.ts';
export type { World } from './world/world.ts';
