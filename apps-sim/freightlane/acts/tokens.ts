import { alert, card, code, dayOf, facts, nextId, text, lowWordFor, wordFor } from '#range';
import { endingOf, secretOf } from '../init.ts';
import { act, form, tokens } from '../state.ts';

/** Makes a token of the operator's own; its secret is shown once. */
export const createToken = form({
  path: '/tokens/new',
  title: 'New API token',
  label: 'Create token',
  submit: 'Create token',
  verb: 'Create API token',
  from: 'API tokens',
  effect: 'CRED',
  text: `A ${lowWordFor('API token')} does what you may do, until it is deleted. Treat it like a password.`,
  fields: { name: text('Token name', { required: true, max: 60, placeholder: 'What will use it?' }) },
  change: ({ draft, values: { name }, request: { nowMs, operator } }) => {
    const id = `tok-${String(nextId(draft, 'token')).padStart(3, '0')}`;
    const secret = secretOf(draft, id);
    const creator = Object.entries(draft.addresses).find(([, id]) => id === operator.workerId)?.[0] ?? '';
    const made = { creator, ending: endingOf(secret), createdDay: dayOf(nowMs), lastUsedMs: null };
    draft.tokens[id] = { id, name, ...made };
    return {
      detail: name,
      line: { entity: `tokens/${id}` },
      message: '',
      page: {
        title: 'API token created',
        crumbs: [{ label: 'API tokens', href: '/tokens' }, { label: name }],
        body: card('', [
          alert('warning', `Copy the ${lowWordFor('API token')} now. You won't see it again.`),
          facts([
            ['Token name', name],
            ['Token', code(secret)],
          ]),
        ]),
      },
    };
  },
});

/** Deletes a token: what uses it stops at once. */
export const deleteToken = act(tokens, {
  name: 'delete',
  label: 'Delete',
  title: 'Delete API token',
  submit: 'Delete token',
  effect: 'REVOKE',
  isDanger: true,
  text: ({ name, creator, ending }) =>
    `${name} (ends in ${ending}), created by ${creator}, stops working at once. This can't be undone.`,
  change: ({ draft, record: { id, name, creator } }) => {
    delete draft.tokens[id];
    return {
      detail: `${name} of ${creator}`,
      message: `${wordFor('API token')} ${name} was deleted.`,
      // What else the same member made is likely to be next.
      to: `/tokens?q=${encodeURIComponent(creator)}`,
    };
  },
});
