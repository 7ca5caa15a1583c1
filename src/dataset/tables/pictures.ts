import type { Episode } from '../../env/recorded.ts';
import type { Observation } from '../../screen/observation.ts';

/** Bare and unique, so that whoever writes the pictures to files gets no clash. */
export function imagePath(episode: Episode, step: number): string {
  return `${episode.id}_${step}.png`;
}

/** The picture of a screen as a column holds it; null without pixels. */
export function imageOf(screen: Observation, path: string): { bytes: Uint8Array; path: string } | null {
  return screen.screenshot ? { bytes: screen.screenshot, path } : null;
}
