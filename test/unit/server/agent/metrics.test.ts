import { expect, it } from 'vitest';
import { CONTROL_TOKEN, serve } from './client.ts';

it('tells the trainer of sessions, acts, endings and refusals, a repeated turn once', async () => {
  const served = await serve({ capacity: 3 });
  const { session } = await served.begin();
  const wait = { kind: 'wait', ms: 1 };
  for (let time = 0; time < 3; time++)
    await served.agent.step({ session, acts: [wait, { kind: 'clik' }, wait], operation_id: 'one' });
  await served.agent.step({ session, act: { kind: 'complete', note: 'Done.' } });
  await served.agent.ask('/step', { session, act: wait });
  const reply = await fetch(`${served.controlUrl}/metrics`, {
    headers: { authorization: `Bearer ${CONTROL_TOKEN}` },
  });
  expect(reply.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  const lines = (await reply.text()).split('\n');
  expect(lines).toEqual(
    expect.arrayContaining([
      'iam_range_sessions 1',
      'iam_range_sessions_max 3',
      'iam_range_turn_seconds_count 2',
      'iam_range_acts_total{status="done"} 2',
      'iam_range_acts_total{status="failed"} 1',
      'iam_range_acts_total{status="not_done"} 1',
      'iam_range_episodes_total{status="failure"} 1',
      'iam_range_refusals_total{kind="episode_over"} 1',
    ]),
  );
  await served.close();
});
