import type { AppName } from '../world/world.ts';
import type { Skin } from './app.ts';

/** A look of a console that stands elsewhere: what it changes of that console's home. */
export interface OwnSkin extends Partial<Skin> {
  name: string;
  app: AppName;
}

/**
 * States one more look of a console. The name of its file is its name.
 *
 * @example
 * export default defineSkin({ app: 'staffbook', name: 'night', theme: 'dark', density: 'dense' });
 */
export function defineSkin(skin: OwnSkin): OwnSkin {
  return skin;
}
