import { afterAll, beforeAll, expect, it } from 'vitest';
import { ACT } from '../../../../src/server/agent/schema.ts';
import { readMove } from '../../../../src/screen/wire.ts';
import { type Served, serve } from './client.ts';

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.close());

interface Document {
  openapi: string;
  paths: Record<string, Record<string, { requestBody?: object; responses: Record<string, unknown> }>>;
}

it('each door tells its own routes and no others, to anybody', async () => {
  const pathsOf = async (url: string): Promise<string[]> => {
    const document = (await (await fetch(`${url}/openapi.json`)).json()) as Document;
    expect(document.openapi).toBe('3.1.0');
    for (const path of Object.values(document.paths))
      for (const operation of Object.values(path)) expect(operation.responses).toHaveProperty('200');
    return Object.keys(document.paths);
  };
  expect(await pathsOf(served.agentUrl)).toEqual(['/health', '/observe', '/step']);
  expect(await pathsOf(served.controlUrl)).toEqual(
    expect.arrayContaining(['/reset', '/evaluate', '/close', '/tasks', '/step']),
  );
});

it('everything that a document refers to stands in it', async () => {
  for (const url of [served.agentUrl, served.controlUrl]) {
    const text = await (await fetch(`${url}/openapi.json`)).text();
    const document: unknown = JSON.parse(text);
    const refs = [...text.matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, ref = '']) => ref.split('/'));
    expect(refs.length).toBeGreaterThan(3);
    for (const ref of refs) expect(document).toHaveProperty(ref);
    expect(text).not.toContain('$defs');
  }
});

it('the document of the agents names nothing of the judge', async () => {
  const text = await (await fetch(`${served.agentUrl}/openapi.json`)).text();
  for (const word of ['reward', 'verdict', 'scenario', 'edge', 'state_hash'])
    expect(text).not.toContain(`"${word}"`);
});

it.each([
  { kind: 'click', at: { ref: 'e1' } },
  { kind: 'hover', at: { x: 1, y: 2 } },
  { kind: 'double_click', at: { role: 'row', name: 'x', within: { role: 'table', name: 'y' } } },
  { kind: 'type', text: 'x', thought: 'Now.' },
  { kind: 'key', keys: 'ctrl+a' },
  { kind: 'scroll', at: { ref: 'e1' }, dx: 0, dy: 100 },
  { kind: 'drag', from: { ref: 'e1' }, to: { x: 1, y: 1 } },
  { kind: 'wait', ms: 1000 },
  { kind: 'answer', note: 'Two.', values: { count: 2 } },
  { kind: 'escalate', reason: 'LEGAL_HOLD', note: 'Held.' },
])('what the document calls an act is read as one: $kind', move => {
  expect(ACT.safeParse(move).success).toBe(true);
  expect(readMove(move).is).not.toBe('problem');
});
