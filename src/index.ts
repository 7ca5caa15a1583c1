/** The public library: worlds, tasks, environments, surfaces and recipes. The consoles and scenarios of the package are `catalog`. */
import { catalog } from './catalog.ts';
import { open, refuseMisfit } from './core/form.ts';
import { generateWorld as makeWorld, type WorldOptions } from './world/generate.ts';
import type { World } from './world/world.ts';

export { catalog };
export type { Actor } from './env/actor.ts';
export { type Checkpoint, createEnv, type Env } from './env/env.ts';
export { type EpisodeRequest, runEpisode } from './env/episode.ts';
export { defineRecipe, type RecipeInput } from './dataset/plan/recipe.ts';
export type { Status, StepResult, Turn } from './env/step-result.ts';
export { notesOf } from './env/notes.ts';
export type { Episode, Step } from './env/recorded.ts';
export { type Answer, asking } from './policy/asking.ts';
export { policyNamed } from './policy/named.ts';
export type { Policy, PolicyCase } from './policy/policy.ts';
export { UsageError } from './core/errors.ts';
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
export type { PopulatedApp, Population } from './world/population.ts';
export type { World } from './world/world.ts';

/**
 * The company of a seed as data, with accounts and rights in each console: those of the package unless others are given.
 *
 * @example
 * const { persons, accounts } = generateWorld({ seed: 'acme', people: 500 });
 */
export function generateWorld(request: WorldRequest): World {
  refuseMisfit('generateWorld: the request', open({}), request);
  return makeWorld({ ...request, consoles: request.consoles ?? Object.values(catalog.range.apps) });
}

/** What a world is made of: a seed, how many people (250 if left out), and the consoles that the company uses. */
export type WorldRequest = Omit<WorldOptions, 'consoles'> & Partial<Pick<WorldOptions, 'consoles'>>;
