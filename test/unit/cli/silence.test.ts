import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { watchSilence } from '../../../src/cli/silence.ts';

/** Says that it lives for a while, then turns in a circle, as a worker does whose event loop hangs. */
const HANGS = `
let beats = 0;
setInterval(() => {
  process.stdout.write('.');
  if (++beats === 5) for (;;);
}, 20);`;

it('a process whose event loop hangs is noticed, and not before', async () => {
  const child = spawn(process.execPath, ['-e', HANGS], { stdio: ['ignore', 'pipe', 'ignore'] });
  let beats = 0;
  const watch = watchSilence(() => child.kill('SIGKILL'), { beatMs: 50, missedMax: 20 });
  child.stdout.on('data', (text: Buffer) => {
    beats += text.length;
    watch.heard();
  });
  const [, signal] = (await once(child, 'exit')) as [number | null, string];
  expect([beats, signal]).toEqual([5, 'SIGKILL']);
});

it('a watch that has ended calls nobody', async () => {
  let called = 0;
  const watch = watchSilence(() => called++, { beatMs: 5, missedMax: 1 });
  watch.end();
  const later = watchSilence(() => {}, { beatMs: 5, missedMax: 8 });
  await once(AbortSignal.timeout(60), 'abort');
  later.end();
  expect(called).toBe(0);
});
