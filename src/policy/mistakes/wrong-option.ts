import type { Action, Target } from '../../screen/action.ts';
import { findAll } from '../../screen/find.ts';
import type { Observation } from '../../screen/observation.ts';
import { appAt } from '../../world/find.ts';
import { hostOf, nodesOf } from '../../screen/script/sight.ts';
import type { ActedStep } from '../../scenario/mistake.ts';
import { carelessly, wrongly } from './carelessly.ts';
import { type Known, savesOn } from './saves.ts';
import type { Task } from '../../scenario/scenario.ts';
import type { Mistake } from '../../scenario/mistake.ts';

const KIND = 'wrong-option';

/** Takes the neighbour of the right option, in a list or among radio buttons. */
export const wrongOption: Mistake = {
  name: KIND,
  summary: 'The option beside the right one is chosen in a form.',
  begin: ({ script, briefing, rng }) => {
    let left = rng.fork('which').int(1, 2);
    return carelessly(script, {
      kind: KIND,
      twist: (action, screen) => {
        const other = optionBeside(action, screen);
        if (!other || looksUpOnly(briefing, screen) || --left !== 0) return undefined;
        return wrongly({ ...action, kind: 'click', at: other }, KIND);
      },
    });
  },
  isMade: wasSent,
};

/** Whether nothing on a page keeps what is chosen there: another question on the telephone is asked, and no harm is done. */
function looksUpOnly({ consoles }: Known, { url, tree }: Observation): boolean {
  const { lookUp = [] } = appAt({ consoles }, url)?.buttons ?? {};
  const labels = nodesOf(tree).flatMap(node => (node.role === 'button' ? (node.canonical ?? node.name) : []));
  return labels.length > 0 && labels.every(label => lookUp.includes(label));
}

/** The option after the clicked one, or before it where it is the last. */
function optionBeside(action: Action, screen: Observation): Target | undefined {
  if (action.kind !== 'click' || !('role' in action.at)) return undefined;
  const { role, within } = action.at;
  if (role !== 'option' && role !== 'radio') return undefined;
  const [chosen] = findAll(screen.tree, action.at);
  if (!chosen) return undefined;
  const scopes = within ? findAll(screen.tree, within) : [screen.tree];
  const options = scopes.flatMap(nodesOf).filter(node => node.role === role && node.name !== '');
  const at = options.indexOf(chosen);
  const beside = at < 0 ? undefined : (options[at + 1] ?? options[at - 1]);
  return beside && { ...action.at, name: beside.canonical ?? beside.name };
}

/** A choice that only filters a list does no harm: it must have been sent with a form of the same console. */
function wasSent(steps: readonly ActedStep[], task: Task): boolean {
  const at = steps.findIndex(({ label }) => label === 'wrong');
  const chosenOn = steps[at] && hostOf(steps[at].observation);
  const after = steps.slice(at + 1);
  const left = after.findIndex(({ observation }) => hostOf(observation) !== chosenOn);
  return after
    .slice(0, left < 0 ? undefined : left)
    .some(({ act, observation }) => act !== null && savesOn(task.world, observation, act));
}
