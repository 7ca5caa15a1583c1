import { UsageError } from '../../core/errors.ts';
import { daysFrom } from '../days.ts';
import { accountKey } from '../find.ts';
import { defineEdge, subjectOf } from './define-edge.ts';

/** E-22: the person has a second, privileged account under another name. */
export const adminAccount = defineEdge({
  name: 'admin-account',
  id: 'E-22',
  summary: 'The directory holds an administrator account of the person beside the primary one.',
  mayTurnTo: ['complete', 'escalate'],
  lay({ draft, focus, rng, consoles }) {
    const directory = consoles.find(({ kind, population }) => kind === 'idp' && population?.adminAccountFor);
    const account = directory?.population?.adminAccountFor?.(subjectOf(draft, focus), {
      rng,
      days: daysFrom(draft.today),
      domain: draft.company.domain,
      isTaken: nativeId => `${directory.name}/${nativeId}` in draft.accounts,
    });
    if (!account) {
      throw new UsageError('Edge "admin-account" needs an identity provider with administrator accounts.', {
        where: `consoles ${consoles.map(({ name }) => name).join(', ')}`,
        allowed: 'companies with a console of kind idp whose population has adminAccountFor()',
      });
    }
    draft.accounts[accountKey(account)] = account;
  },
});
