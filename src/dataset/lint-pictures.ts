import type { Complain } from './lint.ts';
import { checkPng } from './png.ts';

/** As many as are unpacked at a time: enough for every thread, and few megabytes. */
const AT_ONCE = 4;

/**
 * Decodes pictures and compares their size with the viewport, on other threads than the caller's. Complains in
 * the order in which the pictures came. `room` waits until another may be added, `end` until all are done.
 */
export function createPictureLint({ width, height }: { width: number; height: number }): {
  add(bytes: Uint8Array, complain: Complain): void;
  room(): Promise<void>;
  end(): Promise<void>;
} {
  const running: { reason: Promise<string | null>; complain: Complain }[] = [];
  const waitUntil = async (count: number): Promise<void> => {
    while (running.length > count) {
      const picture = running.shift();
      const reason = await picture?.reason;
      if (reason) picture?.complain(reason);
    }
  };
  return {
    add: (bytes, complain) => void running.push({ reason: problemOf(bytes, { width, height }), complain }),
    room: () => waitUntil(AT_ONCE - 1),
    end: () => waitUntil(0),
  };
}

async function problemOf(
  bytes: Uint8Array,
  viewport: { width: number; height: number },
): Promise<string | null> {
  try {
    const png = await checkPng(bytes);
    if (png.width !== viewport.width || png.height !== viewport.height)
      return `the picture is ${png.width} x ${png.height}`;
    return png.isBlank ? 'the picture is blank' : null;
  } catch (error) {
    return `the picture ${error instanceof Error ? error.message : String(error)}`;
  }
}
