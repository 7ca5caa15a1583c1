import type { Viewport } from '../../screen/observation.ts';
import type { Send, Wire } from './wire.ts';

/**
 * The line to a page in a window as large as its picture. The page takes several pixels of the window for one of its own,
 * and what it draws is enlarged by as much, or it would fill a corner of the window alone. Input then goes by pixels of
 * the window; who acts names those of the page.
 */
export async function enlarge(wire: Wire, { width, height, scale = 1 }: Viewport): Promise<Wire> {
  if (scale === 1) return wire;
  const metrics = { width, height, deviceScaleFactor: scale, scale, mobile: false };
  await wire.send('Emulation.setDeviceMetricsOverride', { ...metrics, dontSetVisibleSize: true });
  const send = (method: string, params: { x: number; y: number }): Promise<unknown> => {
    if (method !== 'Input.dispatchMouseEvent') return wire.send(method as never, params as never);
    return wire.send(method, { ...params, x: params.x * scale, y: params.y * scale } as never);
  };
  return { ...wire, send: send as Send };
}
