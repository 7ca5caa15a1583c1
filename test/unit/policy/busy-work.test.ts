import { describe, expect, it } from 'vitest';
import type { Step } from '../../../src/env/recorded.ts';
import { expert } from '../../../src/policy/expert.ts';
import type { ScriptedPolicy } from '../../../src/policy/policy.ts';
import { withReasons } from '../../../src/policy/with-thoughts.ts';
import type { Observation, ScreenNode } from '../../../src/screen/observation.ts';
import { mapScript } from '../../../src/screen/script/map-script.ts';
import { focusedOn, isTextField, nodesOf } from '../../../src/screen/script/sight.ts';
import { act, makeTask, SCENARIOS } from '../../support/fixtures.ts';
import { runs } from '../../support/share.ts';

/** The expert, with the reason that its script gives for each act written down. */
function reasoned(reasons: (string | undefined)[]): ScriptedPolicy {
  return {
    ...expert,
    begin: given => {
      const script = expert.begin(given);
      return (
        script &&
        mapScript(withReasons(script), {
          *act(action) {
            reasons.push(action.thought);
            return yield action;
          },
        })
      );
    },
  };
}

/** The address of a page, whatever part of it is looked for. */
const placeOf = ({ url }: Observation): string => url.split('?')[0] ?? '';

const PASSING = new Set(['status', 'alert']);

/** What a screen shows of its page, without the bar above it, what it announces in passing, and the time. */
function pageOn({ url, tree }: Observation): string {
  const lines: string[] = [url];
  const read = (node: ScreenNode): void => {
    if (PASSING.has(node.role) || (node.canonical ?? node.name) === 'Workspace') return;
    const { role, name, value = '', checked, selected, expanded } = node;
    lines.push([role, name, value, checked, selected, expanded].join('|'));
    for (const child of node.children ?? []) read(child);
  };
  read(tree);
  return lines.join('\n').replace(/\b\d{2}:\d{2}(:\d{2})?\b/g, '');
}

/** Whether an act may have a page shown: a click on a field or a choice, and what is typed, does not. */
function isOpening({ act: done, aimed }: Step): boolean {
  if (done?.kind === 'key') return done.keys === 'enter';
  return done?.kind === 'click' && /^(link|tab|button)$/.test(aimed?.role ?? '');
}

/** Whether an act only goes on its way: a tab of the bar, or a place of a console's navigation. */
function isOnTheWay({ aimed, observation }: Step): boolean {
  const ways = nodesOf(observation.tree).filter(({ role }) => role === 'navigation');
  return ways.some(way => nodesOf(way).some(({ ref }) => ref === aimed?.ref));
}

/**
 * The steps that show a page again which has been shown as it is, without a reason: none was given since the last place that
 * was new and no way station, or the last change.
 */
function busyWork(steps: readonly Step[], final: Observation, reasons: readonly (string | undefined)[]) {
  const pages = new Set<string>();
  const places = new Set<string>();
  let hasReason = false;
  return steps.flatMap(step => {
    const after = steps[step.index + 1]?.observation ?? final;
    pages.add(pageOn(step.observation));
    places.add(placeOf(step.observation));
    hasReason ||= reasons[step.index] !== undefined;
    if (!isOpening(step)) return [];
    if (!hasReason && pages.has(pageOn(after)))
      return [`${step.index}: ${step.instruction} on ${step.observation.url}`];
    const isArrival = !places.has(placeOf(after)) && !isOnTheWay(step);
    if (isArrival || step.changes.length > 0) hasReason = false;
    return [];
  });
}

/** The clicks into a text field that the screen shows to have the focus. */
function idleClicks(steps: readonly Step[]): string[] {
  return steps.flatMap(({ index, act: done, aimed, instruction, observation }) => {
    const held = done?.kind === 'click' ? focusedOn(observation) : undefined;
    const isIdle = held !== undefined && isTextField(held) && held.ref === aimed?.ref;
    return isIdle ? [`${index}: ${instruction} on ${observation.url}`] : [];
  });
}

/** The searches for what a link in view is called, and no other, which is then opened: one click would have done. */
function idleSearches(steps: readonly Step[]): string[] {
  return steps.flatMap(({ index, act: done, aimed, instruction, observation }) => {
    if (done?.kind !== 'type' || aimed?.role !== 'searchbox') return [];
    const links = nodesOf(observation.tree).filter(({ role, name }) => role === 'link' && name === done.text);
    const next = steps.slice(index).find(step => step.act?.kind === 'click' && step.aimed?.role === 'link');
    const isIdle = links.length === 1 && next?.aimed?.name === done.text;
    return isIdle ? [`${index}: ${instruction} on ${observation.url}`] : [];
  });
}

describe.each(SCENARIOS)('the expert of %s', scenario => {
  const seeds = Array.from({ length: runs({ few: 1, all: 4 }) }, (_, i) => `busy/${i + 1}`);

  it.each(seeds)(
    'opens nothing again without a reason, clicks into no field that it is in, and searches for no link in view (%s)',
    async seed => {
      const reasons: (string | undefined)[] = [];
      const { steps, final, stuck } = await act(makeTask({ scenario, seed, worldSeed: seed, people: 120 }), {
        policy: reasoned(reasons),
      });
      expect(stuck).toBeNull();
      expect(busyWork(steps, final, reasons)).toEqual([]);
      expect(idleClicks(steps)).toEqual([]);
      expect(idleSearches(steps)).toEqual([]);
    },
  );
});
