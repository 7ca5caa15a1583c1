import { describe, expect, it } from 'vitest';
import type { Step } from '../../../src/env/recorded.ts';
import { expert } from '../../../src/policy/expert.ts';
import { withThoughts } from '../../../src/policy/with-thoughts.ts';
import { textOf } from '../../../src/screen/find.ts';
import type { ScreenNode } from '../../../src/screen/observation.ts';
import { nodesOf } from '../../../src/screen/script/sight.ts';
import { act, makeEnv, makeTask, SCENARIOS } from '../../support/fixtures.ts';
import { share } from '../../support/share.ts';

/** What is known when a thought is thought. */
interface At {
  step: Step;
  goal: string;
  /** Whether a console has changed by an act before. */
  isChanged: boolean;
  /** What the words before it in the pattern's brackets name. */
  named: readonly string[];
  /** The texts of the screens so far, by what a page may call itself. */
  seen: readonly string[];
}

const nodes = ({ step }: At): readonly ScreenNode[] => nodesOf(step.observation.tree);
const isRow = ({ role, children = [] }: ScreenNode): boolean =>
  role === 'row' && children.some(child => child.role === 'cell');
const typed = ({ step }: At): string => (step.act?.kind === 'type' ? step.act.text : '');

/** What must hold wherever a thought has such words. */
const CLAIMS: [RegExp, (at: At) => boolean][] = [
  [/shows no row yet|shows nothing/, at => !nodes(at).some(isRow)],
  [/still has (.+) in its search|I searched “[^”]+” for ([^;]+);/, at => isHeld(at)],
  [/The last search, (.+), is still in it/, at => isHeld(at)],
  [/; (\S+) is that order/, at => /\d{3}$/.test(at.named[0] ?? '') && at.goal.includes(at.named[0] ?? '')],
  [/before the change|A message is no proof|If that was kept/, at => at.isChanged],
  [/shows it itself/, at => textOf(at.step.observation.tree).includes(typed(at))],
  [/The request names it|given with the request|I was given/, at => at.goal.includes(typed(at))],
  [/order behind it|on whose word|Who asks why|The order goes/, at => /^[A-Z]+[-_]?\d{3,}$/.test(typed(at))],
  [/The request (?:says|speaks of) “([^”]+)”/, at => at.goal.includes(at.named[0] ?? '')],
  [/It rests on .*read on “([^”]+)”/, at => isOfSame(at)],
  [/It rests on/, at => isGround(at)],
  [/It stands beside (.+) on “([^”]+)”; I copy/, at => isSource(at)],
  [/“([^”]+)” lists it under (.+), and “/, at => isSource(at)],
  [/“([^”]+)” is empty|“([^”]+)” is still open/, at => isEmpty(at)],
  [
    /not the case|something on record|untrue|what the last search left|older question|asked for a reason/,
    () => false,
  ],
];

function isHeld(at: At): boolean {
  return nodes(at).some(({ role, value = '' }) => role === 'searchbox' && at.named.includes(value));
}

/** What an act rests on was read on a page that speaks of something that the form in front holds or is about. */
function isOfSame(at: At): boolean {
  const headings = nodes(at).flatMap(({ role, name }) => (role === 'heading' ? [name] : []));
  const written = [...headings, ...nodes(at).map(({ value = '' }) => value)].join('\n');
  const numbers = (text: string): string[] => text.match(/\S+@\S+\w|\b[\w-]*\d{3,}\b/g) ?? [];
  // A console that has its own names for people says on another page whose name it is.
  const users = nodes(at).flatMap(({ role, value = '' }) =>
    role === 'textbox' && value.length > 3 ? [value] : [],
  );
  const linked = at.seen.filter(page => users.some(user => page.includes(user))).flatMap(numbers);
  const names = [...numbers(written), ...headings, titleOf(at.step), ...linked];
  const pages = at.seen.slice(0, -1).filter(text => text.includes(at.named[0] ?? ''));
  return pages.some(page => names.some(name => page.includes(name)));
}

const GROUNDS = /rests on (the approval|the decision|the verified call|what HR has): /;

/** What counts is named by its kind, and no more than that somebody is at work or that a grant has no end. */
function isGround({ step }: At): boolean {
  return GROUNDS.test(step.thought) && !/HR has: [^,“]*\bActive, read|No end, read/.test(step.thought);
}

/** A page of that name has shown the label and just what is typed. */
function isSource(at: At): boolean {
  return at.seen.some(page => [...at.named, typed(at)].every(text => page.includes(text)));
}

function titleOf({ observation }: Step): string {
  return observation.title.split(' · ')[0] ?? '';
}

function isEmpty(at: At): boolean {
  const isOpen = (value = ''): boolean => value === '' || value === 'All' || value.startsWith('--');
  return nodes(at).some(({ name, value }) => at.named.includes(name) && isOpen(value));
}

describe('what is thought is true', () => {
  it('says no more than the screen shows, the request says or was seen before, whatever the scenario', async () => {
    const env = makeEnv();
    const wrong: string[] = [];
    let claimed = 0;
    for (const [skins, scenario] of share('true', SCENARIOS, 3).entries()) {
      const task = makeTask({ scenario, skins });
      const { steps, unseen } = await act(task, { env, policy: withThoughts(expert) });
      wrong.push(...unseen.map(({ step, fact }) => `${scenario}, step ${step} uses ${fact} unseen`));
      const seen: string[] = [];
      let isChanged = false;
      for (const step of steps) {
        seen.push(`${step.observation.title}\n${textOf(step.observation.tree)}`);
        for (const [claim, holds] of CLAIMS) {
          const found = claim.exec(step.thought);
          if (!found) continue;
          claimed += 1;
          const at = { step, goal: task.goal, isChanged, named: found.slice(1), seen };
          if (!holds(at))
            wrong.push(`${scenario}, step ${step.index}: ${step.thought} → ${step.instruction}`);
        }
        isChanged ||= step.changes.length > 0;
      }
    }
    await env.close();
    expect(wrong).toEqual([]);
    expect(claimed).toBeGreaterThan(10);
  });
});
