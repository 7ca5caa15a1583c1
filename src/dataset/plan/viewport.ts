import { must } from '../../core/assert.ts';
import { drawBelow, drawOne } from '../../core/draw.ts';
import { UsageError } from '../../core/errors.ts';
import type { Viewport } from '../../screen/observation.ts';
import { isWholePicture, SCALES, VIEWPORT, viewportName } from '../../screen/viewport.ts';
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

type Screens = Pick<Recipe, 'viewports' | 'scales'>;

/** The screen of an episode, drawn by its own seed: its size, and how many pixels a CSS pixel of it is. */
export function viewportFor(seed: string, recipe: Screens): Viewport {
  const { viewports } = recipe;
  const drawn = drawOne(`${seed}/viewport`, viewports.map(viewportName));
  const size = must(
    viewports.find(each => viewportName(each) === drawn),
    'a viewport of the recipe',
  );
  const screens = scaled(size, recipe);
  let place = drawBelow(
    `${seed}/scale`,
    screens.reduce((sum, { weight }) => sum + weight, 0),
  );
  const found = screens.find(({ weight }) => {
    place -= weight;
    return place < 0;
  });
  return must(found, 'a scale of the recipe').viewport;
}

/** All screens that episodes of a recipe may have. */
export function screensOf(recipe: Screens): Viewport[] {
  return recipe.viewports.flatMap(size => scaled(size, recipe).map(({ viewport }) => viewport));
}

/** A size in each of the scales that give it whole pixels, with their weights. */
function scaled(size: Viewport, { scales }: Screens): { viewport: Viewport; weight: number }[] {
  return SCALES.flatMap(scale => {
    const viewport = scale === 1 ? size : { ...size, scale };
    const weight = scales[scale] ?? 0;
    return weight > 0 && isWholePicture(viewport) ? [{ viewport, weight }] : [];
  });
}

/** UsageError for a size that no scale of the recipe gives whole pixels. */
export function refuseHalfPixels(recipe: Screens, where: string): void {
  const size = recipe.viewports.find(each => scaled(each, recipe).length === 0);
  if (!size) return;
  throw new UsageError(`No scale gives the viewport ${size.width} x ${size.height} whole pixels`, {
    where: `${where}, field scales`,
    allowed: 'a weight of 1, or of another scale by which width and height are whole numbers',
  });
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
