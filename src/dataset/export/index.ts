import type { Exporter } from './exporter.ts';
import { jsonl } from './jsonl.ts';

/** The exporters of the package. */
export const exporters: readonly Exporter[] = [jsonl];
