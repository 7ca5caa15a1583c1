import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize } from 'node:v8';
import { tables } from '../../src/dataset/tables/index.ts';
import type { CrashPoint } from '../../src/dataset/commit/crash-point.ts';
import { openOutput } from '../../src/dataset/commit/output.ts';
import type { Identity } from '../../src/dataset/commit/record.ts';
import { openShard } from '../../src/dataset/commit/shard.ts';
import type { ShardPlan } from '../../src/dataset/plan/shard-plan.ts';
import type { Episode } from '../../src/env/recorded.ts';
import { inodes } from './inodes.ts';

/** What both sides of a race deliver. */
export interface Delivery {
  identity: Identity;
  plan: ShardPlan;
  episodes: Episode[];
}

/** What a side saw in a round, whenever it had published something: each published file by its inode. */
export type Sights = Record<string, number>[];

/** How often a side looks for the other one before it gives it up: for half a minute at least. */
const LOOKS = 30_000_000;

/** Comes back when the other side is there, too. Spins: both have to go on at the same moment. */
function meet(folder: string, round: number, [me, other]: readonly [string, string]): void {
  writeFileSync(join(folder, `${round}.${me}`), '');
  for (let look = 0; !existsSync(join(folder, `${round}.${other}`)); look++) {
    if (look === LOOKS) throw new Error(`${other} did not come to round ${round}`);
  }
}

/**
 * One side of many races: delivers the same shard once a round, each to a folder of its own, and publishes
 * when the other side is about to publish, too. Leaves what it saw in `ME.json`. A side that is its own other
 * one delivers undisturbed. Usage: deliver.ts DELIVERY FOLDER ROUNDS ME OTHER
 */
async function deliver([file = '', races = '', rounds = '', me = '', other = '']: string[]): Promise<void> {
  const { identity, plan, episodes } = deserialize(readFileSync(file)) as Delivery;
  const labels = { appOf: () => 'desk', workflowOf: () => 'AU-03' };
  const seen: Sights[] = [];
  for (let round = 0; round < Number(rounds); round++) {
    const folder = join(races, String(round));
    const sights: Sights = [];
    const look: CrashPoint = name => {
      if (name === 'publish.after') sights.push(inodes(folder));
    };
    let hasMet = false;
    const crashPoint: CrashPoint = name => {
      if (name === 'publish.before' && !hasMet) {
        hasMet = true;
        meet(races, round, [me, other]);
      }
      look(name);
    };
    const output = openOutput({ folder, identity, crashPoint: look });
    const shard = openShard({ tables, output, plan, labels, crashPoint });
    for (const episode of episodes) await shard.write(episode);
    await shard.commit();
    seen.push(sights);
  }
  writeFileSync(join(races, `${me}.json`), JSON.stringify(seen));
}

await deliver(process.argv.slice(2));
