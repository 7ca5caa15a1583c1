import { drawBelow } from '../core/draw.ts';
import type { Setting } from './trial.ts';

/** One of several parts of a certificate, for as many machines: the first is number 1. */
export interface CertificateShard {
  number: number;
  of: number;
}

/**
 * Whether a setting is tried in a shard. Each setting draws its shard by its own name: a scenario, edge or fault more
 * moves none of the others, and the shards of one number together are the whole, each setting once.
 */
export function isInShard(setting: Setting, { number, of }: CertificateShard): boolean {
  const { scenario, edge, fault, seed } = setting;
  return drawBelow(`certificate/${scenario}/${edge}/${fault}/${seed}`, of) === number - 1;
}
