import { describe, expect, it } from 'vitest';
import { printedBy } from '../../../../src/app/looks/printed-classes.ts';

describe('printedBy', () => {
  const templates = [
    "<% const look = { ok: 'b-green' }[w.tone]; %><p class=\"b <%= look %><%= w.on ? ' b-on' : '' %>\">",
    '<i class="i i-<%= icons[w.icon] %> m-<%= w.span %>-col">',
    ['const tone = `t-', '{w.tone}`;'].join('$'),
    "const icons = { home: 'house-door' };",
  ];
  it.each(['b', 'b-green', 'b-on', 'i-house-door', 'm-12-col', 't-ok'])('%s can be printed', name => {
    expect(printedBy(templates)(name)).toBe(true);
  });
  it.each(['b-red', 'i-car', 'm-x-col', 'bb', 'm-col', 'col-i'])('%s cannot', name => {
    expect(printedBy(templates)(name)).toBe(false);
  });
});
