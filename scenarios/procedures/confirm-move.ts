import { asPrinted, check, click, oneLine, readRows, type Script, tab } from '#range';
import type { Finding } from '../../apps-sim/brightqueue/skills.ts';
import * as hr from '../../apps-sim/peoplemere/skills.ts';

/**
 * Whether HR has moved a person, on the day that the ticket names; else what it shows, for HR Operations to
 * settle.
 */
export function findNoMove(about: {
  subject: string;
  to: string;
  effective: string;
}): Script<Finding | undefined> {
  const { subject, to, effective } = about;
  return check('confirm in HR', function* (): Script<Finding | undefined> {
    const thought = `Has HR moved ${subject} already? I read the record.`;
    const { organisation } = yield* hr.readWorker(subject, thought);
    yield* click(tab('Timeline'), `HR shows ${organisation}; since when, and is it done?`);
    const change = (yield* readRows('Events')).find(event => event.Event === 'Change job');
    if (organisation === to && change?.State === 'Completed') return undefined;
    const stands = change?.State ? (yield* asPrinted(change.State)).toLowerCase() : 'not entered';
    const findings = oneLine`The ticket moves ${subject} to ${to} on ${effective}; HR shows ${organisation},
      change of job ${stands}. Nothing was changed; HR Operations
      please confirm.`;
    return { reason: 'CONFLICTING_DATA', findings };
  });
}
