import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

it('a server that npx started ends when npx is ended, and frees its port', async () => {
  const words = ['exec', '--no', '--', 'iam-range', 'serve', '--people', '50', '--port', '0'];
  const npx = spawn('npm', words, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  const address = await new Promise<string>((done, fail) => {
    npx.once('error', fail);
    npx.stdout.on('data', chunk => {
      said += String(chunk);
      const [, found] = /Open (http:\S+)[\s\S]*Ctrl\+C/.exec(said) ?? [];
      if (found) done(found);
    });
  });
  expect((await fetch(address)).status).toBe(200);
  // The pipe ends with the last process that holds it.
  const silent = new Promise(done => npx.stdout.once('close', done));
  npx.kill('SIGTERM');
  await silent;
  await expect(fetch(address)).rejects.toThrow();
});
