import type { Kit } from './kit.ts';

/** What some kits can do and others cannot. `toolbar`: the frame draws the functions of a screen above the page. */
export type Ability = 'toolbar';

/** What a console may know of how its pages are drawn. */
export interface Look {
  /**
   * Whether the kit can do something of its own.
   *
   * @example
   * if (request.look.has('toolbar')) return { frame: { toolbar } };
   */
  has(ability: Ability): boolean;
}

/** The look of pages that a kit draws. */
export function lookOf(kit: Pick<Kit, 'abilities'>): Look {
  return { has: ability => kit.abilities?.includes(ability) ?? false };
}
