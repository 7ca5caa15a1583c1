import { check, click, oneLine, readRows, type Script, tab } from '#range';
import type { Finding } from '../../apps-sim/brightqueue/skills.ts';

/** Whether HR has completed a change of name; else what it shows, for HR Operations to settle. */
export function findNoChange(subject: string): Script<Finding | undefined> {
  return check('change in HR', function* (): Script<Finding | undefined> {
    yield* click(tab('Timeline'), `Has HR completed the change of name? The timeline of ${subject} tells.`);
    const change = (yield* readRows('Events')).find(event => event.Event === 'Change name');
    if (change?.State === 'Completed') return undefined;
    const findings = oneLine`HR shows the change of name of ${subject} as
      ${change?.State?.toLowerCase() ?? 'not entered'}. Nothing was changed; HR Operations please confirm.`;
    return { reason: 'CONFLICTING_DATA', findings, rule: NOT_YET };
  });
}

const NOT_YET = ['KB-18', 'in progress, or none'] as const;
