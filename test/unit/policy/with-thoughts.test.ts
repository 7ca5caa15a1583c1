import { describe, expect, it } from 'vitest';
import { expert } from '../../../src/policy/expert.ts';
import type { Step } from '../../../src/env/recorded.ts';
import { idleSteps } from '../../../src/env/idle-thought.ts';
import { frameOf } from '../../../src/policy/thinking/frame.ts';
import { withThoughts } from '../../../src/policy/with-thoughts.ts';
import { textOf } from '../../../src/screen/find.ts';
import { act, makeEnv, makeTask, SCENARIOS } from '../../support/fixtures.ts';
import { share } from '../../support/share.ts';

const thinking = withThoughts(expert);

describe('thinking aloud', () => {
  it.each(SCENARIOS.slice(0, 4))('changes no act and leaves none without a thought: %s', async scenario => {
    const task = makeTask({ scenario, seed: 'thoughts', skins: 1 });
    const [silent, aloud] = [await act(task), await act(task, { policy: thinking })];
    expect(aloud.verdict.success).toBe(true);
    expect(aloud.steps.map(step => step.instruction)).toEqual(silent.steps.map(step => step.instruction));
    const acts = aloud.steps.filter(step => step.act !== null && step.act.kind !== 'scroll');
    expect(acts.filter(step => step.thought === '')).toEqual([]);
    for (const [i, { thought }] of silent.steps.entries()) {
      // What was noted for later stands at the end of both.
      const own = thought.replace(/ ?(I note|To remember|I write down|Noted): .*$/, '');
      expect(aloud.steps[i]?.thought, thought).toContain(own);
    }
  });

  it('names only what the screen shows, in the words of the skin', async () => {
    for (const skins of [0, 1, 2]) {
      const { steps } = await act(makeTask({ scenario: 'requests/add-to-group', skins }), {
        policy: thinking,
      });
      const silent = await act(makeTask({ scenario: 'requests/add-to-group', skins }));
      for (const [i, step] of steps.entries()) {
        if (step.act?.kind !== 'click' || i === 0) continue;
        const own = step.thought.slice(silent.steps[i]?.thought.length ?? 0);
        for (const [, named = ''] of own.matchAll(/“([^”]+)”/g)) {
          expect(textOf(step.observation.tree), step.instruction).toContain(named);
        }
      }
    }
  });

  it('says something at nine steps of ten, nothing twice, and little in the same words', async () => {
    const env = makeEnv();
    const steps: Step[] = [];
    const idle: Step[] = [];
    for (const [skins, scenario] of share('idle', SCENARIOS, 6).entries()) {
      const episode = await act(makeTask({ scenario, skins }), { env, policy: thinking });
      steps.push(...episode.steps.filter(step => step.act !== null));
      idle.push(...idleSteps(episode.steps));
    }
    await env.close();
    expect(steps.length).toBeGreaterThan(200);
    const said = idle.map(({ thought, instruction }) => `${thought} → ${instruction}`);
    expect(idle.length / steps.length, said.join('\n')).toBeLessThanOrEqual(0.1);
    const plain = steps.filter(({ thought }) => RESTATES.test(thought));
    expect(plain.length / steps.length, plain.map(({ thought }) => thought).join('\n')).toBeLessThan(0.06);
    const counts = new Map<string, number>();
    for (const { thought } of steps)
      for (const sentence of thought.split(/(?<=[.!?]) /)) {
        const frame = frameOf(sentence);
        counts.set(frame, (counts.get(frame) ?? 0) + 1);
      }
    const [[frame, most] = ['', 0]] = [...counts].sort(([, a], [, b]) => b - a);
    expect(most / steps.length, frame).toBeLessThanOrEqual(0.04);
    expect(counts.size / steps.length).toBeGreaterThan(0.45);
  });

  it('says what the console answered, and what a change rests on', async () => {
    const { steps } = await act(makeTask({ scenario: 'requests/add-to-group' }), { policy: thinking });
    const change = steps.findIndex(step => step.changes.some(({ app }) => app === 'harborlight'));
    expect(steps[change]?.thought).toMatch(/Ticket number \S+.*(rests on|is that order|was asked)/);
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

/** Words that tell no more than the act: what the page says, what was read and what is expected go before them. */
const RESTATES = new RegExp(
  [
    'gets exactly this|made up my mind|I compare it once|I know what I put in|nothing has to be cleared',
    'field of .* that comes now|a text; that changes now|takes what I know of the record|is the act\\.',
    'so “.*” comes now|nothing else comes before|as a link; I see|and look under|What I do next I do under',
    'that is where I mean to be|so I read the list first|which of its lines I need|hands stay on the keyboard',
    'has done its part|as far as I have to|go on as planned|No line of|is not set yet|Of the tabs of',
  ].join('|'),
);

/** What a thought names for certain: what it quotes, tickets, people and articles by number, accounts by address. */
function wordsNamed(thought: string): { inQuotes: string[]; byNumber: string[]; byAddress: string[] } {
  const all = (pattern: RegExp): string[] => [...thought.matchAll(pattern)].map(found => found.at(-1) ?? '');
  return {
    inQuotes: all(/“([^”]+)”/g),
    byNumber: all(/\b[A-Z]+-?\d+\b|\b\d{4,}\b/g),
    byAddress: all(/[\w.-]+@[\w.-]+\w/g),
  };
}
