import { browserSurfaces } from '../../src/surface/browser/index.ts';
import { describeSurface } from '../contracts/surface.ts';
import { runs } from '../support/share.ts';

describeSurface('browser, framed', () => browserSurfaces({ mode: 'framed' }), { isCostly: true });
describeSurface('browser, playwright', () => browserSurfaces({ mode: 'playwright' }), { isCostly: true });

if (runs({ few: 0, all: 1 }) > 0)
  describeSurface('browser, framed, in a finer picture', () => browserSurfaces({ mode: 'framed' }), {
    isCostly: true,
    scale: 1.5,
  });
