import { join } from 'node:path';
import { canonicalJson } from '../../core/json.ts';
import { type Manifest, setAsideIn } from '../card/manifest.ts';
import { readIfThere } from '../commit/files.ts';
import type { ShardCommit } from '../commit/record.ts';
import { sidecarName } from '../commit/shard.ts';

type Report = (file: string, reason: string) => void;

/**
 * Checks what is missing of the plan: what is written and what is set aside are together as many episodes as the recipe
 * asks, and the manifest sets aside what the records of the shards do. Manifests without such a list set nothing aside.
 */
export function checkSetAside(folder: string, manifest: Manifest, report: Report): void {
  const { setAside, measures, config } = manifest;
  if (setAside === undefined) return;
  const planned = config.inline.episodes;
  if (measures.episodes + setAside.length !== planned) {
    const found = `${measures.episodes} episodes are written and ${setAside.length} set aside`;
    report('manifest.json', `${found}, but the recipe asks for ${planned}`);
  }
  const shards = [...new Map(manifest.shards.map(shard => [shard.shard, shard])).values()];
  const commits = shards.map(({ shard }) => readCommit(folder, shard));
  const recorded = commits.filter(commit => commit !== null);
  for (const [at, { shard, episodes }] of shards.entries()) {
    const commit = commits[at];
    const isRecorded = commit?.episodes.length === episodes;
    if (!isRecorded)
      report(sidecarName(shard), `records other episodes than the ${episodes} of the manifest`);
    const both = commit?.setAside.find(({ id }) => commit.episodes.includes(id));
    if (both) report(sidecarName(shard), `says of ${both.id} that it is written and set aside`);
  }
  if (canonicalJson(setAsideIn(recorded)) !== canonicalJson(setAside))
    report('manifest.json', 'sets other episodes aside than the records of the shards');
}

function readCommit(folder: string, shard: number): ShardCommit | null {
  try {
    const commit = JSON.parse(readIfThere(join(folder, sidecarName(shard))) ?? '') as Partial<ShardCommit>;
    return [commit.episodes, commit.setAside].every(Array.isArray) ? (commit as ShardCommit) : null;
  } catch {
    return null;
  }
}
