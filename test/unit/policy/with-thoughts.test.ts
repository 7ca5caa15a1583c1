import { describe, expect, it } from 'vitest';
import { expert } from '../../../src/policy/expert.ts';
import type { Step } from '../../../src/env/recorded.ts';
import { idleSteps, isIdle } from '../../../src/env/idle-thought.ts';
import { frameOf } from '../../../src/policy/thinking/frame.ts';
import { withThoughts } from '../../../src/policy/with-thoughts.ts';
import { textOf } from '../../../src/screen/find.ts';
import { act, makeEnv, makeTask, SCENARIOS } from '../../support/fixtures.ts';
import { share } from '../../support/share.ts';

const thinking = withThoughts(expert);

describe('thinking aloud', () => {
  it.each(SCENARIOS.slice(0, 4))('changes no act, and drops no reason: %s', async scenario => {
    const task = makeTask({ scenario, seed: 'thoughts', skins: 1 });
    const [silent, aloud] = [await act(task), await act(task, { policy: thinking })];
    expect(aloud.verdict.success).toBe(true);
    expect(aloud.steps.map(step => step.instruction)).toEqual(silent.steps.map(step => step.instruction));
    const said = aloud.steps.map(({ thought }) => thought).join('\n');
    for (const { thought } of silent.steps) {
      // What was noted for later stands at the end of both.
      expect(said).toContain(thought.replace(/ ?(I note|To remember|I write down|Noted): .*$/, ''));
    }
  });

  it('names only what the screen shows, in the words of the skin', async () => {
    for (const skins of [0, 1, 2]) {
      const { steps } = await act(makeTask({ scenario: 'requests/add-to-group', skins }), {
        policy: thinking,
      });
      const silent = await act(makeTask({ scenario: 'requests/add-to-group', skins }));
      let seen = '';
      for (const [i, step] of steps.entries()) {
        seen += `${textOf(step.observation.tree)}\n${step.observation.title}\n`;
        if (step.act?.kind !== 'click' || i === 0) continue;
        const own = step.thought.slice(silent.steps[i]?.thought.length ?? 0);
        for (const [, named = ''] of own.matchAll(/“([^”]+)”/g)) {
          expect(seen, step.instruction).toContain(named);
        }
      }
    }
  });

  it('rests every change and every ending on something, and says nothing idle, twice or in the same words', async () => {
    const env = makeEnv();
    const steps: Step[] = [];
    const idle: Step[] = [];
    for (const [skins, scenario] of share('idle', SCENARIOS, 4).entries()) {
      const episode = await act(makeTask({ scenario, skins }), { env, policy: thinking });
      const ends = episode.steps.filter(step => step.act === null || step.changes.length > 0);
      const groundless = ends.filter(step => !NAMES.test(step.thought) && isIdle(step));
      expect(groundless.map(sayThought), scenario).toEqual([]);
      steps.push(...episode.steps.filter(step => step.act !== null));
      idle.push(...idleSteps(episode.steps).filter(({ thought }) => thought !== ''));
    }
    await env.close();
    expect(steps.length).toBeGreaterThan(100);
    expect(idle.map(sayThought)).toEqual([]);
    const thought = steps.filter(step => step.thought !== '');
    expect(thought.length / steps.length).toBeGreaterThan(0.4);
    expect(thought.length / steps.length).toBeLessThan(0.9);
    const counts = new Map<string, number>();
    for (const sentence of thought.flatMap(step => step.thought.split(/(?<=[.!?]) /))) {
      const frame = frameOf(sentence);
      counts.set(frame, (counts.get(frame) ?? 0) + 1);
    }
    const [[frame, most] = ['', 0]] = [...counts].sort(([, a], [, b]) => b - a);
    expect(most / thought.length, frame).toBeLessThanOrEqual(0.05);
    expect(counts.size / thought.length).toBeGreaterThan(0.5);
  });

  it('says what the console answered, and what a change rests on', async () => {
    const { steps } = await act(makeTask({ scenario: 'requests/add-to-group' }), { policy: thinking });
    const change = steps.findIndex(step => step.changes.some(({ app }) => app === 'harborlight'));
    expect(steps[change]?.thought).toMatch(/Ticket number \S+.*(rests on|is that order)/);
    expect(steps[change + 1]?.thought).toMatch(/^It says: .* was added to /);
  });

  it('varies from seed to seed', async () => {
    const said = async (seed: string) =>
      (await act(makeTask({ scenario: 'requests/add-to-group', seed }), { policy: thinking })).steps
        .slice(0, 20)
        .map(step => step.thought.replace(/“[^”]*”/g, '…'));
    expect(await said('one')).not.toEqual(await said('two'));
    expect(await said('one')).toEqual(await said('one'));
  });

  it('names nothing that nobody has seen yet, whatever the scenario', async () => {
    const tried = share('thoughts', SCENARIOS, 8);
    const env = makeEnv();
    const unseen: string[] = [];
    const named = { inQuotes: 0, byNumber: 0, byAddress: 0 };
    for (const [skins, scenario] of tried.entries()) {
      const task = makeTask({ scenario, skins });
      const { steps } = await act(task, { env, policy: thinking });
      const seen = [task.goal, task.briefing];
      for (const { index, thought, observation } of steps) {
        seen.push(`${textOf(observation.tree)}\n${observation.title}\n${observation.url}`);
        const words = wordsNamed(thought);
        named.inQuotes += words.inQuotes.length;
        named.byNumber += words.byNumber.length;
        named.byAddress += words.byAddress.length;
        for (const word of [...words.inQuotes, ...words.byNumber, ...words.byAddress]) {
          if (!seen.some(text => text.includes(word)))
            unseen.push(`${scenario}, step ${index}, "${word}": ${thought}`);
        }
      }
    }
    await env.close();
    expect(unseen).toEqual([]);
    expect(named.inQuotes).toBeGreaterThan(20 * tried.length);
    expect(named.byNumber).toBeGreaterThan(8 * tried.length);
    expect(named.byAddress).toBeGreaterThan(tried.length);
  });
});

/** What was read somewhere: a name in quotes, a number, an address. */
const NAMES = /“|\d{2}|@/;

function sayThought({ thought, instruction }: Step): string {
  return `${thought} → ${instruction}`;
}

/** What a thought names for certain: what it quotes, tickets, people and articles by number, accounts by address. */
function wordsNamed(thought: string): { inQuotes: string[]; byNumber: string[]; byAddress: string[] } {
  const all = (pattern: RegExp): string[] => [...thought.matchAll(pattern)].map(found => found.at(-1) ?? '');
  return {
    inQuotes: all(/“([^”]+)”/g),
    byNumber: all(/\b[A-Z]+-?\d+\b|\b\d{4,}\b/g),
    byAddress: all(/[\w.-]+@[\w.-]+\w/g),
  };
}
