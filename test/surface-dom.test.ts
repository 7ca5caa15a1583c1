import { domSurfaces } from '../src/surface/dom/surface.ts';
import { describeSurface } from './contracts/surface.ts';

describeSurface('dom', async () => domSurfaces());
