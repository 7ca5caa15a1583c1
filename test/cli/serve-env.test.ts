import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { clientOf, SMALL } from '../unit/server/agent/client.ts';

const bin = resolve(import.meta.dirname, '../../src/cli/bin.mjs');

let child: ChildProcess | undefined;
afterEach(() => child?.kill('SIGKILL'));

interface Printed {
  agent_url: string;
  agent_token: string;
  control_url: string;
  control_token: string;
}

/** Starts the command as a program does; gives what it prints of its doors. */
async function start(...more: string[]): Promise<Printed> {
  const words = ['serve-env', '--port', '0', '--control-port', '0', '--json', ...more];
  const { IAM_RANGE_AGENT_TOKEN: _agent, IAM_RANGE_CONTROL_TOKEN: _control, ...env } = process.env;
  const started = spawn(process.execPath, [bin, ...words], { env, stdio: ['pipe', 'pipe', 'inherit'] });
  child = started;
  const [line] = (await once(started.stdout, 'data')) as [Buffer];
  return JSON.parse(line.toString('utf8')) as Printed;
}

async function step(printed: Printed): Promise<number> {
  const control = clientOf(printed.control_url, printed.control_token);
  const { body } = await control.ask<{ session: string }>('/reset', SMALL);
  const agent = clientOf(printed.agent_url, printed.agent_token);
  return (await agent.step({ session: body.session, act: { kind: 'wait', ms: 1 } })).status;
}

it('serves with tokens of its own, and ends cleanly when it is asked to', async () => {
  const printed = await start('--sessions', '1');
  expect(printed.agent_token).not.toBe(printed.control_token);
  expect(await step(printed)).toBe(200);
  const full = await clientOf(printed.control_url, printed.control_token).ask('/reset', SMALL);
  expect(full).toMatchObject({ status: 503, body: { error: { kind: 'no_capacity' } } });
  child?.kill('SIGTERM');
  expect(await once(child as ChildProcess, 'exit')).toEqual([0, null]);
  await expect(fetch(`${printed.agent_url}/health`)).rejects.toThrow();
});

it('ends with the program that started it, when it is told so', async () => {
  const printed = await start('--until-input-ends');
  expect(await step(printed)).toBe(200);
  child?.stdin?.end();
  expect(await once(child as ChildProcess, 'exit')).toEqual([0, null]);
});
