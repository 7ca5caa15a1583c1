import { check, isWritten, oneLine, saying, type Script } from '#range';
import * as desk from '../../apps-sim/brightqueue/skills.ts';
import * as hr from '../../apps-sim/peoplemere/skills.ts';

const WHO_MAY_ORDER =
  'Neither of those. Who may order such a lock? I read the article before I turn it away.';

/**
 * What stands against an order to lock somebody out (KB-04): HR has taken it back, or the one who orders may
 * not.
 */
export function findNoAuthority(requester: string, subject: string): Script<desk.Finding | undefined> {
  return check('authority', function* (): Script<desk.Finding | undefined> {
    const thought = `HR decides on people: I read the record of ${subject} first.`;
    const { managerId } = yield* hr.readWorker(subject, thought);
    if (yield* isWritten('Termination was rescinded')) {
      const findings = oneLine`HR shows the termination of ${subject} as rescinded. Nothing was locked; HR
        Operations please confirm.`;
      return { reason: 'CONFLICTING_DATA', findings };
    }
    if (managerId === requester) return undefined;
    const why = oneLine`${requester} is not the manager whom HR names (${managerId || 'nobody'}); where
      ${requester} works tells whether the order counts all the same.`;
    const { organisation } = yield* saying(why, hr.readWorker(requester));
    if (/^(HR|Security) Operations/.test(organisation)) return undefined;
    yield* desk.readArticle('KB-04', 'An order of anybody else', WHO_MAY_ORDER);
    const findings = oneLine`${requester} (${organisation}) is neither HR or Security Operations nor the
      manager of ${subject} (KB-04). Nothing was locked.`;
    return { reason: 'OUT_OF_AUTHORITY', findings };
  });
}
