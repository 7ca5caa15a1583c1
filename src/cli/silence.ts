/** How often a worker says that its event loop turns. */
export const BEAT_MS = 5_000;

/**
 * Beats that may be missed. The longest work without a turn, a company of 25,000 people on a loaded core, takes a
 * fraction of that.
 */
const MISSED_MAX = 36;

/** Notices that nothing was heard for too long. */
export interface SilenceWatch {
  /** Something was heard. */
  heard(): void;
  end(): void;
}

/**
 * Calls `onSilent` once when nothing was heard for that many beats. Beats are counted by this process's own turns: a
 * machine that slept, or a process that was stopped, takes nobody for dead.
 */
export function watchSilence(
  onSilent: () => void,
  { beatMs = BEAT_MS, missedMax = MISSED_MAX }: { beatMs?: number; missedMax?: number } = {},
): SilenceWatch {
  let missed = 0;
  const timer = setInterval(() => {
    missed += 1;
    if (missed < missedMax) return;
    clearInterval(timer);
    onSilent();
  }, beatMs);
  timer.unref();
  return {
    heard: () => {
      missed = 0;
    },
    end: () => clearInterval(timer),
  };
}
