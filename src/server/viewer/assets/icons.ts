import { svg } from './dom.ts';

/** Strokes of the icons on a field of 16 by 16. */
const PATHS: Record<string, string> = {
  click: 'M4 3l8.5 4.2-3.8 1.1L7.4 12z',
  double_click: 'M3 2.5l7 3.5-3.1.9L5.8 10zM9 9l4.5 2.2-2 .6-.8 2z',
  right_click: 'M4 3l8.5 4.2-3.8 1.1L7.4 12zM12.5 12.5h.01',
  hover: 'M4 3l8.5 4.2-3.8 1.1L7.4 12z',
  type: 'M3.5 4V3h9v1M8 3v10M6.3 13h3.4',
  key: 'M2 5h12v7H2zM4.5 7.3h.01M7 7.3h.01M9.5 7.3h.01M12 7.3h.01M5 9.8h6',
  scroll: 'M8 2.5v11M5 5.2L8 2.4l3 2.8M5 10.8l3 2.8 3-2.8',
  drag: 'M2.5 8h11M10.6 5.2L13.6 8l-3 2.8',
  wait: 'M8 2.5a5.5 5.5 0 100 11 5.5 5.5 0 000-11zM8 5.2V8l2 1.4',
  finish: 'M4 14V2.5h8l-2 3 2 3H4',
  ok: 'M3.5 8.4l3 3 6-6.6',
  bad: 'M4.5 4.5l7 7M11.5 4.5l-7 7',
};

/** An icon by name; a dot for a name that is unknown. */
export function icon(name: string): SVGSVGElement {
  const d = Object.hasOwn(PATHS, name) ? PATHS[name] : 'M8 8h.01';
  const path = svg('path', {
    d,
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': 1.6,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  });
  return svg('svg', { viewBox: '0 0 16 16', class: 'icon', 'aria-hidden': 'true' }, path);
}
