import { textOn } from '../screen/script/sight.ts';
import { SECRET } from '../screen/secret.ts';
import type { Step } from './recorded.ts';

/** By step: whether its screen shows a secret that none before it has shown. */
export function secretsSeen(steps: readonly Step[]): boolean[] {
  const seen = new Set<string>();
  return steps.map(({ observation }) => {
    const shown = textOn(observation).match(new RegExp(SECRET, 'g')) ?? [];
    const isNew = shown.some(secret => !seen.has(secret));
    for (const secret of shown) seen.add(secret);
    return isNew;
  });
}
