/** Every place between two effects on the disk, in the order of a shard's life. */
export const CRASH_POINTS = [
  'file.open',
  'row.encode',
  'rowgroup.flush',
  'footer.write',
  'file.fsync',
  'file.close',
  'publish.before',
  'publish.after',
  'dir.fsync',
  'sidecar.before',
  'sidecar.after',
  'manifest.before',
  'manifest.after',
] as const;
export type CrashPointName = (typeof CRASH_POINTS)[number];

/** Called at each crash point; tests throw or kill there. */
export type CrashPoint = (name: CrashPointName) => void;

/** The crash point of a real run: does nothing. */
export const NO_CRASH: CrashPoint = () => {};
