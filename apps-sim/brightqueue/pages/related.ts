import { type Given, listCard, timeline, card, type Widget, wordFor } from '#range';
import { STATES } from '../lists.ts';
import { ofApproval } from '../rows.ts';
import { approvalsOf, type DeskItem, type State } from '../state.ts';

/** What stands on the pages of more than one kind of record. */

/** The steps of an access request and who decided them. */
export function approvalList(given: Given<State>, request: string) {
  return ofApproval.list(given, {
    caption: 'Approvals',
    shows: 'Step, Approver, State, Decided, Delegation, Comment',
    rows: approvalsOf(given.state, request, given.request.nowMs),
    empty: 'No approvals are recorded.',
  });
}

/** What was asked when an item was ordered. */
export function variableList(item: DeskItem | undefined): Widget {
  return listCard({
    caption: 'Variables',
    rows: item?.variables ?? [],
    empty: 'This item has no variables.',
    columns: { Question: ({ label }) => label, Answer: ({ value }) => value },
  });
}

interface Line {
  who: string;
  when: { time: number };
  what: string;
  detail: string;
}

const isState = (word: string): boolean => STATES.some(state => state === word);

/** The state of a record that a change began or ended with, as the console prints it. */
function withStates(detail: string): string {
  return detail.replace(/(?<=: |→ )[^:;→]+(?=;| →|$)/g, word => (isState(word) ? wordFor(word) : word));
}

/** What the audit trail says of an entity, newest first, down to how it began. */
export function history(
  { state, request: { operator } }: Given<State>,
  entity: string,
  opened: readonly Line[] = [],
): Widget {
  const nameOf = (actor: string): string => (actor === operator.signIn ? operator.displayName : actor);
  const lines = state.audit
    .filter(entry => entry.entity === entity)
    .map(({ actor, atMs, verb, detail }) => {
      const spelt = detail.replace(
        /(^|; )([^:;→]+)(?=: )/g,
        (_, lead: string, label: string) => lead + wordFor(label),
      );
      return { who: nameOf(actor), when: { time: atMs }, what: wordFor(verb), detail: withStates(spelt) };
    })
    .reverse();
  return card(
    'History',
    timeline([...lines, ...opened], { empty: 'Nothing has changed since the item was ordered.' }),
  );
}
