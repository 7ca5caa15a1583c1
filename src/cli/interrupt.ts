const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** Real milliseconds between two looks whether npm is still there. */
const LOOK_EVERY_MS = 500;

/** A user or a system that asks to stop. */
export interface Interrupt {
  signal: AbortSignal;
  /** Stops listening: from now on a signal ends the process at once. */
  done(): void;
}

/**
 * Listens for Ctrl+C and for a polite kill. The first one asks to stop, the second one ends the process at
 * once. A kill of `npx` ends npm and its shell and never comes through: who was started by it stops when they are gone.
 */
export function listenForInterrupt(): Interrupt {
  const asked = new AbortController();
  const parent = process.ppid;
  const watch = process.env.npm_command
    ? setInterval(() => {
        if (process.ppid !== parent) ask();
      }, LOOK_EVERY_MS).unref()
    : undefined;
  const done = (): void => {
    clearInterval(watch);
    for (const name of SIGNALS) process.off(name, ask);
  };
  const ask = (): void => {
    done();
    asked.abort();
  };
  for (const name of SIGNALS) process.on(name, ask);
  return { signal: asked.signal, done };
}

/** Waits until somebody asks to stop. */
export async function stopped(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>(end => signal.addEventListener('abort', () => end(), { once: true }));
}
