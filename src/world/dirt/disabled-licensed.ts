import type { Account, Day } from '../world.ts';
import { defineDirt, recordOf } from './define-dirt.ts';

/** Whether an account is shut and still holds what has not ended. */
function isLicensed({ status, grants }: Account, today: Day): boolean {
  const isShut = status === 'deactivated' || status === 'locked';
  return isShut && grants.some(({ to }) => to === null || to >= today);
}

/**
 * Shut accounts whose rights nobody has taken back: as in any company, wherever there is no end to a right.
 */
export const disabledLicensed = defineDirt({
  name: 'disabled-licensed',
  summary: 'An account is shut and keeps its rights, and the seats that are paid for with them.',
  about: 'accounts',
  rate: [1000, 1000],
  lay({ days, consoles, accountsIn }) {
    return consoles.flatMap(({ name }) =>
      accountsIn(name)
        .filter(account => isLicensed(account, days.today))
        .map(account => {
          const count = account.grants.filter(({ to }) => to === null || to >= days.today).length;
          const why = `Shut, and still holding ${count} ${count === 1 ? 'right' : 'rights'}.`;
          return { record: recordOf(account), workerId: null, why };
        }),
    );
  },
});
