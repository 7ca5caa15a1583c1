/** Every place between two effects on the disk, in the order of a shard's life. */
export const FAULT_POINTS = [
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
export type FaultPointName = (typeof FAULT_POINTS)[number];

/** Called at each fault point; tests throw or kill there. */
export type FaultPoint = (name: FaultPointName) => void;

/** The fault point of a real run: does nothing. */
export const NO_FAULT: FaultPoint = () => {};
