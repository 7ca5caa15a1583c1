import { deepFreeze } from '../../core/json.ts';
import type { AppName, World } from '../../world/world.ts';
import type { App, AppState } from '../app.ts';

/** A state that a console began with, and the parts of the world that it was made from. */
interface Beginning {
  state: AppState;
  parts: ReadonlyMap<PropertyKey, unknown>;
}

/** Stands for the whole world among the parts: a console that looked at all of it. */
const WHOLE = Symbol('world');

/** How many beginnings of each console are remembered. */
const REMEMBERED = 6;

const beginnings = new WeakMap<App, Beginning[]>();

/**
 * The state that a console begins with. It depends on the world alone, and most tasks alter but a part of a world that
 * they share: a console that reads none of what differs begins with the state that it began with before.
 */
export function initialState(app: App, world: World): AppState {
  const known = beginnings.get(app) ?? [];
  const again = known.find(({ parts }) => isMadeOf(world, parts));
  if (again) {
    // What is asked for again and again stays longest: the beginning in a world that nobody altered.
    beginnings.set(app, [again, ...known.filter(other => other !== again)]);
    return again.state;
  }
  const parts = new Map<PropertyKey, unknown>();
  const state = deepFreeze(app.init(watch(world, parts)));
  if (Object.isFrozen(world) && [...parts.values()].every(Object.isFrozen)) {
    beginnings.set(app, [{ state, parts }, ...known].slice(0, REMEMBERED));
  }
  return state;
}

/** The states of consoles, by name. */
export type AppStates = Readonly<Record<AppName, AppState>>;

/**
 * The states that consoles begin with. Each is made when somebody first looks at it: an episode has the whole estate before
 * it and works in two or three consoles of it. To whoever looks, it is plain JSON that was there from the first.
 */
export function beginningOf(apps: readonly App[], world: World): AppStates {
  const states: Record<AppName, AppState> = {};
  for (const app of apps) {
    let made: AppState | undefined;
    const get = (): AppState => {
      made ??= initialState(app, world);
      return made;
    };
    Object.defineProperty(states, app.name, { enumerable: true, get });
  }
  return Object.freeze(states);
}

/** The same states but for one console. What nobody has looked at yet is not made for it. */
export function withState(states: AppStates, name: AppName, state: AppState): AppStates {
  const members = Object.getOwnPropertyDescriptors(states);
  members[name] = { enumerable: true, value: state };
  return Object.freeze(Object.defineProperties({}, members)) as AppStates;
}

/** Whether a console stands as it stood, answered without making the state of one that nobody has looked at. */
export function isUntouched(before: AppStates, after: AppStates, name: AppName): boolean {
  const [was, is] = [before, after].map(states => Object.getOwnPropertyDescriptor(states, name));
  return was?.get === is?.get && was?.value === is?.value;
}

function isMadeOf(world: World, parts: Beginning['parts']): boolean {
  for (const [key, part] of parts) if (partOf(world, key) !== part) return false;
  return true;
}

function partOf(world: World, key: PropertyKey): unknown {
  return key === WHOLE ? world : Reflect.get(world, key);
}

/** The world as it is; which of its parts are read is noted. */
function watch(world: World, parts: Map<PropertyKey, unknown>): World {
  const note = (key: PropertyKey): void => {
    parts.set(key, partOf(world, key));
  };
  return new Proxy(world, {
    get: (_, key) => {
      note(key);
      return partOf(world, key);
    },
    has: (_, key) => {
      note(WHOLE);
      return Reflect.has(world, key);
    },
    ownKeys: () => {
      note(WHOLE);
      return Reflect.ownKeys(world);
    },
    getOwnPropertyDescriptor: (_, key) => {
      note(WHOLE);
      return Reflect.getOwnPropertyDescriptor(world, key);
    },
  });
}
