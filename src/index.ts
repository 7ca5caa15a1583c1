/** The public library: worlds, tasks, environments and surfaces. The consoles and scenarios of the package are `catalog`. */
export { catalog } from './catalog.ts';
export { createEnv, type Checkpoint, type Env, type Status, type StepResult } from './env/env.ts';
export { runEpisode } from './env/episode.ts';
export type { Episode, Step } from './env/types.ts';
export { buildTask, type TaskRequest } from './scenario/task.ts';
export type { Task, Verdict, Wanted } from './scenario/types.ts';
export type { Action, Observation, Outcome } from './screen/types.ts';
export { createHub } from './server/hub.ts';
export { serveHub } from './server/hub-server.ts';
export { browserSurfaces } from './surface/browser/index.ts';
export { domSurfaces } from './surface/dom/surface.ts';
export type { Surface, SurfaceFactory } from './surface/types.ts';
export { generateWorld } from './world/generate.ts';
export type { World } from './world/types.ts';
