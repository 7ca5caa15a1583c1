import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { PassThrough, type Readable } from 'node:stream';
import { beforeAll, expect, it, vi } from 'vitest';
import type { ExchangeServer } from '../../src/app/host/express.ts';
import { createRng, type Rng } from '../../src/core/rng.ts';
import { type Made, makeShard, underLoad } from './browser-shard.ts';

/** A browser whose answers come late, or the requests of its page, or both. */

const LATE_MS = 200;
let delays = createRng('none');

/** What comes late. */
interface Late {
  messages: boolean;
  requests: boolean;
}
let late: Late = { messages: false, requests: false };
/** How much came late. */
let held = { messages: 0, requests: 0 };

vi.mock(import('../../src/surface/browser/pipe.ts'), async load => {
  const real = await load();
  return {
    ...real,
    openPipe: (input, output, patience) =>
      real.openPipe(input, late.messages ? lateMessages(output, delays) : output, patience),
  };
});

vi.mock(import('../../src/app/host/express.ts'), async load => {
  const real = await load();
  return {
    ...real,
    serveExchange: async options => {
      const server = await real.serveExchange(options);
      return late.requests ? lateRequests(server, delays) : server;
    },
  };
});

/** Lets pieces through in their order, each one some milliseconds after it came or later. */
function holdBack(rng: Rng): (letThrough: () => void) => void {
  let before = Promise.resolve();
  return letThrough => {
    const ms = rng.int(0, LATE_MS);
    const due = new Promise<void>(done => setTimeout(done, ms));
    before = Promise.all([before, due]).then(letThrough);
  };
}

/** The messages of a browser, which end with a zero byte. */
function lateMessages(output: Readable, rng: Rng): Readable {
  const delayed = new PassThrough();
  const hold = holdBack(rng);
  let rest = Buffer.alloc(0);
  output.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      const message = rest.subarray(0, end + 1);
      rest = rest.subarray(end + 1);
      held.messages++;
      hold(() => void delayed.write(message));
    }
  });
  return delayed;
}

/** A proxy in front of the proxy of a session, which hands on late what a page asks for. */
async function lateRequests(server: ExchangeServer, rng: Rng): Promise<ExchangeServer> {
  const all = new Set<Socket>();
  const front = createServer(near => {
    const far = connect(server.port, '127.0.0.1');
    for (const socket of [near, far]) all.add(socket.on('error', () => socket.destroy()));
    near.on('close', () => far.destroy());
    const hold = holdBack(rng);
    near.on('data', chunk => {
      held.requests++;
      hold(() => void far.write(chunk));
    });
    far.pipe(near);
  });
  await new Promise<void>(done => front.listen(0, '127.0.0.1', done));
  return {
    ...server,
    port: (front.address() as AddressInfo).port,
    close: async () => {
      front.close();
      for (const socket of all) socket.destroy();
      await server.close();
    },
  };
}

const recipe = { episodes: 1, scenarios: ['questions/who-approved'] };

let clean: Made = { files: {}, notes: [] };
beforeAll(async () => {
  clean = await makeShard({ recipe });
  expect(held).toEqual({ messages: 0, requests: 0 });
}, 120_000);

const CIRCUMSTANCES: { what: string; are: Late; around: typeof underLoad }[] = [
  { what: 'the answers of the browser', are: { messages: true, requests: false }, around: work => work() },
  { what: 'the requests of its page', are: { messages: false, requests: true }, around: work => work() },
  { what: 'both, on a busy machine', are: { messages: true, requests: true }, around: underLoad },
];
for (const { what, are, around } of CIRCUMSTANCES) {
  it(`comes to the same bytes, pictures included, however late: ${what}`, async () => {
    delays = createRng('delays');
    late = are;
    held = { messages: 0, requests: 0 };
    expect(await around(() => makeShard({ recipe }))).toEqual(clean);
    expect(held.messages > 200).toBe(are.messages);
    expect(held.requests > 20).toBe(are.requests);
    expect(clean.notes).toEqual([]);
    expect(Object.keys(clean.files).some(file => file.startsWith('steps'))).toBe(true);
  }, 180_000);
}
