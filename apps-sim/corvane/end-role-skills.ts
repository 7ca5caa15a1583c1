import {
  attempt,
  button,
  check,
  click,
  expectScreen,
  field,
  fill,
  inside,
  type Observation,
  readDay,
  rowsOf,
  type Script,
  tab,
  type Target,
  tick,
} from '#range';
import { displayUser, openUserIn, printed } from './user-skills.ts';

const STRIP: Target = { role: 'tablist', name: 'User master' };

/** The personnel number that belongs to a worker number: eight digits with leading zeros. */
export function personnelNoOf(workerId: string): string {
  return workerId.replace(/\D/g, '').padStart(8, '0');
}

/** Checks that a user id belongs to the worker: an id that looks like a name proves nothing. */
export function* identifyErpUser(user: string, workerId: string): Script<Observation | undefined> {
  return yield* check('identity in the ERP', function* (): Script<Observation> {
    const number = personnelNoOf(workerId);
    const screen = yield* displayUser(
      user,
      'Address',
      `I check that the personnel number is that of ${workerId}.`,
    );
    expectScreen(screen, number);
    return screen;
  });
}

/** Ends roles of a user on a day, rows kept, unless they end then already. What was saved is still to be read back. */
export function* endRoles(
  user: string,
  roles: readonly string[],
  { day, ticket }: { day: string; ticket: string },
): Script<void> {
  yield* attempt(function* () {
    const before = yield* displayUser(user, 'Roles', `I look which roles ${user} holds.`);
    const open = rowsOf(before, 'Role assignments').filter(row => isOpen(row, roles, day));
    if (open.length === 0) return;
    yield* openUserIn('UA02', user);
    yield* click(inside(tab('Roles'), STRIP));
    for (const { Role = '', From = '' } of open) yield* tick(`Select ${Role} ${From}`, true);
    yield* fill(
      field('Delimit to'),
      printed(day),
      'Roles are ended, not deleted: the row tells who held what until when.',
    );
    yield* fill(field('Ticket/reference'), ticket);
    yield* click(button('Delimit row'));
    yield* click(button('Save'), 'The rows are only marked; Save keeps it.');
  });
}

function isOpen(row: Record<string, string>, roles: readonly string[], day: string): boolean {
  const to = readDay(row.To ?? '');
  const isInside = row.Kind?.startsWith('via') ?? false;
  return roles.includes(row.Role ?? '') && !isInside && row.Status !== 'Expired' && (!to || to > day);
}
