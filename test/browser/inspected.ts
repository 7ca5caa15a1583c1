import { serveExchange } from '../../src/app/host/express.ts';
import type { Point } from '../../src/screen/action.ts';
import { findBrowser } from '../../src/surface/browser/binary.ts';
import { openCache } from '../../src/surface/browser/cache.ts';
import { framedDriver } from '../../src/surface/browser/framed.ts';
import type { Stage } from '../../src/surface/browser/stage.ts';
import { makeSurface } from '../../src/surface/browser/surface.ts';
import { openTab } from '../../src/surface/browser/tab.ts';
import type { SurfaceFactory } from '../../src/surface/surface.ts';

/** What the browser itself says lies under a point: the element and all around it, innermost first. */
export interface Hit {
  role: string;
  name: string;
}

/** Surfaces of a browser of their own, and a look below them. */
export interface Inspected {
  factory: SurfaceFactory;
  hitsAt(point: Point): Promise<Hit[]>;
}

/** A framed browser whose page can be asked what lies where, past our own reading of it. */
export async function inspectedBrowser(): Promise<Inspected> {
  const cache = openCache();
  const binary = await findBrowser({ cache, needsFull: false });
  const driver = framedDriver({ binary, cache, childEnv: {}, pictures: 'fast' });
  let stage: Stage | undefined;
  const factory: SurfaceFactory = {
    name: 'browser',
    open: async ({ exchange, viewport }) => {
      const server = await serveExchange({ exchange });
      stage = await driver.open({ viewport, port: server.port });
      const tab = await openTab(stage, server.pending);
      const leave = (): Promise<void> => server.close();
      return makeSurface({ tab, server, viewport, leave });
    },
    fingerprint: async () => null,
    close: () => driver.close(),
  };
  return {
    factory,
    hitsAt: async ({ x, y }) => {
      if (!stage) throw new Error('No page is open.');
      const { wire, during } = stage;
      return during(hitsOn(wire, { x, y }));
    },
  };
}

/** The element on top there, as the page itself tells; a label stands for its control. */
async function hitsOn(wire: Stage['wire'], { x, y }: Point): Promise<Hit[]> {
  await wire.send('Accessibility.enable');
  const { result } = await wire.send('Runtime.evaluate', {
    expression: `(element => element?.closest('label')?.control ?? element)(document.elementFromPoint(${x}, ${y}))`,
  });
  if (!result.objectId) return [];
  const { nodes } = await wire.send('Accessibility.getAXNodeAndAncestors', { objectId: result.objectId });
  return nodes.map(({ role, name }) => ({
    role: String(role?.value ?? ''),
    name: String(name?.value ?? ''),
  }));
}
