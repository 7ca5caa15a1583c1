import { HARBORLIGHT } from '../entitlements.ts';
import { firstFree, shortName } from '../names/draw.ts';
import { makeAdmin } from '../special-accounts.ts';
import { defineEdge, subjectOf } from './define-edge.ts';

/** E-22: the person has a second, privileged account under another name. */
export const adminAccount = defineEdge({
  name: 'admin-account',
  id: 'E-22',
  summary: 'The directory holds an administrator account of the person beside the primary one.',
  mayTurnTo: ['complete', 'escalate'],
  lay(draft, focus, rng) {
    const subject = subjectOf(draft, focus);
    const { domain } = draft.company;
    const base = `adm-${shortName(subject.asciiGiven, subject.asciiFamily)}`;
    const login = firstFree(base, name => `${HARBORLIGHT}/${name}@${domain}` in draft.accounts);
    const account = makeAdmin(rng, subject, {
      nativeId: `${login}@${domain}`,
      roles: ['User Administrator'],
    });
    draft.accounts[`${HARBORLIGHT}/${account.nativeId}`] = account;
  },
});
