import { afterAll, describe, expect, it } from 'vitest';
import { catalog } from '../../../src/catalog.ts';
import { drawnOrder } from '../../../src/core/draw.ts';
import { runEpisode } from '../../../src/env/episode.ts';
import { policyNamed } from '../../../src/policy/named.ts';
import { mistakesOf, needsFault } from '../../../src/policy/with-mistake.ts';
import { scenarioNamed } from '../../../src/scenario/catalog.ts';
import { textOf } from '../../../src/screen/find.ts';
import { makeEnv, makeTask, SCENARIOS } from '../../support/fixtures.ts';
import { runs } from '../../support/share.ts';

const env = makeEnv();
afterAll(() => env.close());

/** What programs say and people do not: exceptions, commands, roles of elements, addresses of code. */
const TECHNICAL =
  /npx|not found:|TargetError|\bundefined\b|\bNaN\b|\[object|\.ts:\d|\bat [\w.]+ \((?:file:|node:|\/)|\b(textbox|searchbox|menuitem)\b/i;

describe('who goes wrong', () => {
  it.each(drawnOrder('plain', SCENARIOS).slice(0, runs({ few: 2, all: 10 })))(
    'thinks and writes plainly, cites no rule unseen, and ends wrong: %s',
    async name => {
      const scenario = scenarioNamed(catalog, name);
      const said: string[] = [];
      for (const kind of mistakesOf(catalog, scenario)) {
        const fault = needsFault(catalog, kind) ? (scenario.faults[0] ?? null) : null;
        const task = makeTask({ scenario: name, seed: 'plain/1', worldSeed: 'plain/1', fault });
        const policy = policyNamed(catalog, `with-mistake:${kind}`, scenario);
        const episode = await runEpisode({ id: 'test', catalog, env, task, policy });
        if (!episode) continue;
        const seen = [task.goal, task.briefing];
        for (const { observation, thought, label, act } of episode.steps) {
          seen.push(textOf(observation.tree));
          if (TECHNICAL.test(thought)) said.push(`${kind}: ${thought}`);
          for (const rule of thought.match(/\b(?:P|KB)-\d\d\b/g) ?? [])
            if (!seen.some(text => text.includes(rule)))
              said.push(`${kind} cites ${rule} unseen: ${thought}`);
          if (act === null && !episode.verdict.success && label !== 'wrong')
            said.push(`${kind} ends with ${label}`);
        }
      }
      expect(said).toEqual([]);
    },
    120_000,
  );
});
