import type { Viewport } from './observation.ts';

/** The size of screens where nobody asks for another. */
export const VIEWPORT: Viewport = { width: 1280, height: 800 };

/** How many pixels in a row a CSS pixel may be, as systems offer it to those who want to read more easily. */
export const SCALES = [1, 1.25, 1.5, 2] as const;
export type Scale = (typeof SCALES)[number];

/** The size of the picture of a screen. */
export function pictureSize({ width, height, scale = 1 }: Viewport): { width: number; height: number } {
  return { width: width * scale, height: height * scale };
}

/** Whether the picture of a screen ends with a whole pixel on both sides, as every picture does. */
export function isWholePicture(viewport: Viewport): boolean {
  return Object.values(pictureSize(viewport)).every(Number.isInteger);
}

/** `1280x800`, and `1280x800@1.5` where a CSS pixel is more than one of the picture: as commands and draws name it. */
export function viewportName({ width, height, scale = 1 }: Viewport): string {
  return scale === 1 ? `${width}x${height}` : `${width}x${height}@${scale}`;
}
