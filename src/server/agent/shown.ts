import { elementsOf, treeText } from '../../dataset/tables/screen-text.ts';
import type { Observation } from '../../screen/observation.ts';
import type { Part, ShownScreen } from './schema.ts';

/** A screen as a door shows it: named members alone, each of what one could perceive. */
export function shownScreen(screen: Observation, parts: readonly Part[]): ShownScreen {
  const { url, title, tree, viewport, screenshot } = screen;
  const { width, height, scale } = viewport;
  return {
    url,
    title,
    viewport: { width, height, ...(scale === undefined ? {} : { scale: scale as 1 }) },
    ...(parts.includes('tree') ? { tree: treeText(tree) } : {}),
    ...(parts.includes('elements')
      ? { elements: elementsOf(tree).map(({ bbox, ...element }) => ({ ...element, box: bbox })) }
      : {}),
    ...(parts.includes('screenshot') && screenshot
      ? { screenshot: { media_type: 'image/png', base64: Buffer.from(screenshot).toString('base64') } }
      : {}),
  };
}
