import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { RefusalKind } from './door-error.ts';
import type { TurnTaken } from './held.ts';

/** What whoever runs the server watches, in the form of Prometheus. */
export interface Metrics {
  /** Notes a turn that was taken, and how long it took in real seconds. */
  turn(taken: TurnTaken, seconds: number): void;
  refused(kind: RefusalKind): void;
  text(): Promise<string>;
}

/** From a turn in the process to a page in a browser on a machine with other work. */
const SECONDS = [0.001, 0.005, 0.02, 0.1, 0.5, 2, 10, 60];

export function createMetrics({ count, capacity }: { count: () => number; capacity: number }): Metrics {
  const registers = [new Registry()];
  const named = (name: string, help: string) => ({ name: `iam_range_${name}`, help, registers });
  const turns = new Histogram({ ...named('turn_seconds', 'Turns by how long they took.'), buckets: SECONDS });
  const acts = new Counter({ ...named('acts_total', 'Acts by what came of them.'), labelNames: ['status'] });
  const ends = new Counter({
    ...named('episodes_total', 'Episodes by how they ended.'),
    labelNames: ['status'],
  });
  const refusals = new Counter({ ...named('refusals_total', 'Refusals by kind.'), labelNames: ['kind'] });
  new Gauge({
    ...named('sessions', 'Sessions that there are.'),
    collect() {
      this.set(count());
    },
  });
  new Gauge(named('sessions_max', 'Sessions that there may be.')).set(capacity);
  new Gauge({
    ...{ name: 'process_resident_memory_bytes', help: 'Memory of the process.', registers },
    collect() {
      this.set(process.memoryUsage.rss());
    },
  });
  return {
    turn: (taken, seconds) => {
      turns.observe(seconds);
      for (const { status } of taken.acts) acts.inc({ status });
      if (taken.standing.isDone) ends.inc({ status: taken.standing.status });
    },
    refused: kind => refusals.inc({ kind }),
    text: async () => (await registers[0]?.metrics()) ?? '',
  };
}
