import { check, type Script } from '#range';
import * as erp from '../../apps-sim/corvane/skills.ts';

/** Reads whether an administrator has locked an ERP user, which nobody but administrators may undo. */
export function isLockedByAdmin(erpUser: string): Script<boolean | undefined> {
  return check('reason of the lock', function* (): Script<boolean> {
    const thought = 'Who set the lock? The value adds several up.';
    yield* erp.openUserIn('UA05', erpUser, thought);
    return yield* erp.isSet('Administrator lock');
  });
}
