import type { Episode } from '../../env/recorded.ts';
import type { FaultPoint } from '../commit/fault-point.ts';
import type { FileEntry } from '../commit/record.ts';
import type { ShardPlan } from '../plan/shard-plan.ts';

/** What rows say beyond what an episode holds. */
export interface Labels {
  /** The console that an address belongs to, or null for a page of none. */
  appOf(url: string): string | null;
  /** Entry of a scenario in the catalogue of workflows. */
  workflowOf(scenario: string): string;
}

/** Turns episodes of one shard into one file. Holds an open file until `finish` or `close`. */
export interface DatasetWriter {
  /** Name of the format; also the folder of its files and the config of its rows. */
  readonly format: string;
  write(episode: Episode): void | Promise<void>;
  /** Ends the file, brings it to the disk and says what it is. Nothing is published by it. */
  finish(): Promise<FileEntry[]>;
  /** Lets go of the open file without ending it; harmless after `finish`. */
  close(): void;
}

/** What a writer is made with. */
export interface WriterOptions {
  plan: Pick<ShardPlan, 'split' | 'index' | 'count'>;
  labels: Labels;
  /** Where the unpublished bytes of a published path go. */
  tempOf(path: string): string;
  faultPoint: FaultPoint;
}

/** A format: how its writer is made. */
export interface Format {
  name: string;
  open(options: WriterOptions): DatasetWriter;
}
