import type { Viewport } from './observation.ts';

/** The size of screens where nobody asks for another. */
export const VIEWPORT: Viewport = { width: 1280, height: 800 };

/** `1280x800`, as commands and draws name it. */
export function viewportName({ width, height }: Viewport): string {
  return `${width}x${height}`;
}
