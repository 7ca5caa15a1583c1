import { browserSurfaces } from '../../src/surface/browser/index.ts';
import { describeSurface } from '../contracts/surface.ts';

describeSurface('browser, framed', () => browserSurfaces({ mode: 'framed' }));
describeSurface('browser, playwright', () => browserSurfaces({ mode: 'playwright' }));
