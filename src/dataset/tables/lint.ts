import { isQuotedWhole } from '../../core/quoted.ts';
import type { Viewport } from '../../screen/observation.ts';
import { viewportName } from '../../screen/viewport.ts';
import type { Row } from './define-table.ts';

/** Reports what is wrong with a row. */
export type Complain = (reason: string) => void;

/** What the steps of an episode say that other tables must repeat. */
export interface EpisodeFacts {
  steps: number;
  images: (string | null)[];
  outcome: unknown;
  success: unknown;
  seed: unknown;
  width: unknown;
  height: unknown;
  scale: unknown;
}

/** The file that rows are checked in, and what the dataset promises about them. */
export interface LintedFile {
  /** The sizes and scales that screens may have. */
  viewports: readonly Viewport[];
  hasPixels: boolean;
  split: string;
  /** How many episodes it has to hold. */
  episodes: number;
  /** Takes over the check of a picture's size and pixels, which others do meanwhile. */
  decode(bytes: Uint8Array, size: Viewport, complain: Complain): void;
  /** What the tables of one shard hand on, earlier ones to later ones; null until one has set it. */
  shard: { facts: ReadonlyMap<string, EpisodeFacts> | null };
}

/** Checks rows in their order. */
export interface RowLint<R> {
  check(row: R, complain: Complain): void;
  /** Checks what only the end of the file can show. */
  end?(complain: Complain): void;
}

/** The size and scale of the screens of a row. */
export function sizeOf({ width, height, scale }: Row): Viewport & { scale: number } {
  return { width: Number(width), height: Number(height), scale: Number(scale) };
}

/** Complains of a row whose screens have a size or scale that the dataset does not have. */
export function checkSize(row: Row, { viewports }: LintedFile, complain: Complain): void {
  const name = viewportName(sizeOf(row));
  if (!viewports.some(size => viewportName(size) === name)) complain(`the screen is ${name}`);
}

/** Complains of a quotation that does not end: a reader takes what follows it for the words of another. */
export function checkQuoted(row: Row, name: string, complain: Complain): void {
  const text = String(row[name] ?? '');
  if (!isQuotedWhole(text)) complain(`${name} leaves a quotation open: ${text}`);
}

/** Complains of text that is not JSON. */
export function checkJson(value: unknown, name: string, complain: Complain): void {
  try {
    JSON.parse(String(value));
  } catch {
    complain(`${name} is not JSON`);
  }
}
