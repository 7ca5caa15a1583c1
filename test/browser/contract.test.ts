import { browserSurfaces } from '../../src/surface/browser/index.ts';
import { describeSurface } from '../contracts/surface.ts';

describeSurface('browser, framed', () => browserSurfaces({ mode: 'framed' }), { isCostly: true });
describeSurface('browser, framed, in a finer picture', () => browserSurfaces({ mode: 'framed' }), {
  isCostly: true,
  scale: 1.5,
});
describeSurface('browser, playwright', () => browserSurfaces({ mode: 'playwright' }), { isCostly: true });
