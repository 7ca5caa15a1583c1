import { Option } from 'commander';
import { browserSurfaces } from '../surface/browser/index.ts';
import { domSurfaces } from '../surface/dom/surface.ts';
import type { SurfaceFactory } from '../surface/surface.ts';

export type SurfaceName = 'browser' | 'dom';

export function surfaceOption(byDefault: SurfaceName): Option {
  return new Option('--surface <name>', 'browser: screens as pictures; dom: text only, without a browser')
    .choices(['browser', 'dom'])
    .default(byDefault);
}

/**
 * The surfaces that a command works on; the browser may be chosen by IAM_RANGE_BROWSER. `headed` shows a window, which
 * needs a whole browser and a screen.
 */
export async function openSurfaces(name: SurfaceName, { headed = false } = {}): Promise<SurfaceFactory> {
  if (name === 'dom') return domSurfaces();
  const { IAM_RANGE_BROWSER: browserPath, DISPLAY, XAUTHORITY, WAYLAND_DISPLAY } = process.env;
  const screen = Object.entries({ DISPLAY, XAUTHORITY, WAYLAND_DISPLAY }).flatMap(([key, value]) =>
    headed && value ? [[key, value]] : [],
  );
  return browserSurfaces({
    headed,
    childEnv: Object.fromEntries(screen),
    ...(browserPath ? { browserPath } : {}),
  });
}
