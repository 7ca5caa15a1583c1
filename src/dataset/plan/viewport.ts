import { UsageError } from '../../core/errors.ts';
import type { Recipe } from './recipe.ts';

/** Below it, design systems fold away what experts look for: PatternFly its side bar under 1200 px. */
const LEAST_DRAWN = { width: 1200, height: 600 };

/** UsageError for a viewport in which drawn screens do not show what the work needs. Screens of text have no size. */
export function refuseSmallViewport({ viewport }: Recipe, where: string): void {
  const { width, height } = viewport;
  if (width >= LEAST_DRAWN.width && height >= LEAST_DRAWN.height) return;
  throw new UsageError(`The viewport ${width} x ${height} is too small for drawn screens`, {
    where: `${where}, field viewport`,
    allowed: `${LEAST_DRAWN.width} x ${LEAST_DRAWN.height} or more, or any with --surface dom`,
  });
}
