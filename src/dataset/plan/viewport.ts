import { must } from '../../core/assert.ts';
import { drawOne } from '../../core/draw.ts';
import { UsageError } from '../../core/errors.ts';
import type { Viewport } from '../../screen/observation.ts';
import { VIEWPORT, viewportName } from '../../screen/viewport.ts';
import type { Recipe } from './recipe.ts';

/** The sizes of screens that a recipe gets which names none: the commonest ones of desks and laptops. */
export const VIEWPORTS: readonly Viewport[] = [
  VIEWPORT,
  { width: 1366, height: 768 },
  { width: 1440, height: 900 },
  { width: 1920, height: 1080 },
];

/** Below it, design systems fold away what experts look for: PatternFly its side bar under 1200 px. */
const LEAST_DRAWN = { width: 1200, height: 600 };

/** The size of the screens of an episode, drawn by its own seed. */
export function viewportFor(seed: string, { viewports }: Pick<Recipe, 'viewports'>): Viewport {
  const drawn = drawOne(`${seed}/viewport`, viewports.map(viewportName));
  const found = viewports.find(size => viewportName(size) === drawn);
  return must(found, 'a viewport of the recipe');
}

/** UsageError for a viewport in which drawn screens do not show what the work needs. Screens of text have no size. */
export function refuseSmallViewport({ viewports }: Recipe, where: string): void {
  const small = viewports.find(
    ({ width, height }) => width < LEAST_DRAWN.width || height < LEAST_DRAWN.height,
  );
  if (!small) return;
  throw new UsageError(`The viewport ${small.width} x ${small.height} is too small for drawn screens`, {
    where: `${where}, field viewports`,
    allowed: `${LEAST_DRAWN.width} x ${LEAST_DRAWN.height} or more, or any with --surface dom`,
  });
}
