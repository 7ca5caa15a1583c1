import type { Identity } from '../dataset/commit/record.ts';
import type { Recipe } from '../dataset/plan/recipe.ts';
import { sourceSha256, version } from './package.ts';
import { openSurfaces, type SurfaceName } from './surfaces.ts';

/**
 * What a dataset made here and now depends on. `added` is the digest of scenarios from outside the package.
 */
export async function identityOf(
  recipe: Recipe,
  { surface, added }: { surface: SurfaceName; added: string },
): Promise<Identity> {
  const surfaces = await openSurfaces(surface);
  try {
    const render = await surfaces.fingerprint();
    return { recipe, generator: { version: version(), sourceSha256: sourceSha256(added) }, render };
  } finally {
    await surfaces.close();
  }
}
