import { findAll, link, type Observation } from '#range';

/** Whether a list goes on after the page of it that is shown; at its end "Next" is there but dead. */
export function hasNextPage(screen: Observation): boolean {
  const [next] = findAll(screen.tree, link('Next'));
  return next !== undefined && !next.disabled;
}
