/** Simulated time, in milliseconds since 1970 UTC. Only `env/` moves it. */
export interface Clock {
  readonly nowMs: number;
}

/** A clock that its owner can set forward. */
export interface MovableClock extends Clock {
  advance(ms: number): void;
  set(ms: number): void;
}

export function createClock(startMs: number): MovableClock {
  let nowMs = startMs;
  return {
    get nowMs() {
      return nowMs;
    },
    advance: ms => {
      nowMs += ms;
    },
    set: ms => {
      nowMs = ms;
    },
  };
}
