import { Option } from 'commander';
import { browserSurfaces } from '../surface/browser/index.ts';
import { domSurfaces } from '../surface/dom/surface.ts';
import type { SurfaceFactory } from '../surface/types.ts';

export type SurfaceName = 'browser' | 'dom';

export function surfaceOption(byDefault: SurfaceName): Option {
  return new Option('--surface <name>', 'browser: screens as pictures; dom: text only, without a browser')
    .choices(['browser', 'dom'])
    .default(byDefault);
}

/** The surfaces that a command works on; the browser may be chosen by IAM_RANGE_BROWSER. */
export async function openSurfaces(name: SurfaceName): Promise<SurfaceFactory> {
  if (name === 'dom') return domSurfaces();
  const browserPath = process.env.IAM_RANGE_BROWSER;
  return browserSurfaces(browserPath ? { browserPath } : {});
}
