import { Option } from 'commander';
import { UsageError } from '../core/errors.ts';
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
  if (name === 'dom') return (await import('../surface/dom/surface.ts')).domSurfaces();
  const { IAM_RANGE_BROWSER: browserPath, DISPLAY, XAUTHORITY, WAYLAND_DISPLAY } = process.env;
  const screen = Object.entries({ DISPLAY, XAUTHORITY, WAYLAND_DISPLAY }).flatMap(([key, value]) =>
    headed && value ? [[key, value]] : [],
  );
  if (headed && process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY) {
    throw new UsageError('There is no screen to show a window on.', {
      where: '--headed',
      allowed: 'a desktop, or `xvfb-run -a` before the command; --shots DIR keeps pictures without a screen',
    });
  }
  const { browserSurfaces } = await import('../surface/browser/index.ts');
  return browserSurfaces({
    headed,
    childEnv: Object.fromEntries(screen),
    ...(browserPath ? { browserPath } : {}),
  });
}
