import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize } from 'node:v8';
import { openOutput } from '../../src/dataset/output.ts';
import { openShard } from '../../src/dataset/shard.ts';
import type { Identity, ShardPlan } from '../../src/dataset/types.ts';
import type { Episode } from '../../src/env/types.ts';

/** What both sides of a race deliver. */
export interface Delivery {
  identity: Identity;
  plan: ShardPlan;
  episodes: Episode[];
}

/**
 * One side of many races: delivers the same shard once a round, each to a folder of its own, and publishes when
 * the other side is about to publish, too. Usage: deliver.ts DELIVERY FOLDER ROUNDS ME OTHER
 */
async function deliver([file = '', folder = '', rounds = '', me = '', other = '']: string[]): Promise<void> {
  const { identity, plan, episodes } = deserialize(readFileSync(file)) as Delivery;
  const labels = { appOf: () => 'desk', workflowOf: () => 'AU-03' };
  for (let round = 0; round < Number(rounds); round++) {
    const meet = (): void => {
      writeFileSync(join(folder, `${round}.${me}`), '');
      while (!existsSync(join(folder, `${round}.${other}`)));
    };
    let hasMet = false;
    const faultPoint = (name: string): void => {
      if (name === 'publish.before' && !hasMet) meet();
      hasMet ||= name === 'publish.before';
    };
    const output = openOutput({ folder: join(folder, String(round)), identity });
    const shard = openShard({ output, plan, labels, faultPoint });
    for (const episode of episodes) await shard.write(episode);
    await shard.commit();
  }
}

await deliver(process.argv.slice(2));
