import { sha256 } from '../../core/hash.ts';
import type { Episode, Step } from '../../env/recorded.ts';

/**
 * The picture of a step as the one column that holds it; null without pixels. Its path is bare and unique, so that
 * whoever writes the pictures to files gets no clash.
 */
export function imageOf(step: Step, episode: Episode): { bytes: Uint8Array; path: string } | null {
  const bytes = step.observation.screenshot;
  return bytes ? { bytes, path: `${episode.id}_${step.index}.png` } : null;
}

/** The name by which tables speak of the picture of a step; null without pixels. */
export function imageHash({ observation }: Step): string | null {
  return observation.screenshot ? sha256(observation.screenshot) : null;
}
