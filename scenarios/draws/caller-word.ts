import { must, type Rng, spanOf, type World } from '#range';

/** What callers write below their tickets that turns nothing. */
const ASIDES = [
  'Thank you in advance!',
  'No hurry, but it would be nice to have this done within the week.',
  'I am in meetings until noon, a short note here is enough.',
  'Is there any news on this?',
  'My colleague has told me that you are the right team for it.',
];

/**
 * Has the caller of a ticket write something on it, every other time: that somebody wrote says nothing yet.
 */
export function layAside(draft: World, ticket: string, rng: Rng): void {
  if (!rng.chance(1, 2)) return;
  const { caller, openedMs, comments } = must(draft.tickets[ticket], ticket);
  const atMs = openedMs + spanOf(`${draft.seed}/${ticket}/aside`, [2, 5]);
  comments.push({ author: caller, atMs, kind: 'comment', text: rng.pick(ASIDES) });
}
