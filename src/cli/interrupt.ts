const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** A user or a system that asks to stop. */
export interface Interrupt {
  signal: AbortSignal;
  /** Stops listening: from now on a signal ends the process at once. */
  done(): void;
}

/**
 * Listens for Ctrl+C and for a polite kill. The first one asks to stop, the second one ends the process at
 * once.
 */
export function listenForInterrupt(): Interrupt {
  const asked = new AbortController();
  const done = (): void => {
    for (const name of SIGNALS) process.off(name, ask);
  };
  const ask = (): void => {
    done();
    asked.abort();
  };
  for (const name of SIGNALS) process.on(name, ask);
  return { signal: asked.signal, done };
}
