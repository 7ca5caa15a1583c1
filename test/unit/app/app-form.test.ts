import { describe, expect, it } from 'vitest';
import { APP_FORM, KIT_FORM, OWN_SKIN_FORM } from '../../../src/app/app-form.ts';
import { catalog } from '../../../src/catalog.ts';
import { closed, open, sayMisfit } from '../../../src/core/form.ts';
import { defineFault, FAULT_FORM } from '../../../src/fault/define-fault.ts';
import { RULE_FORM } from '../../../src/scenario/rule-form.ts';
import { EDGE_FORM } from '../../../src/world/edges/define-edge.ts';

const { range, edges, faults, rules } = catalog;
const app = Object.values(range.apps)[0] as unknown as Record<string, unknown>;
const edge = Object.values(edges)[0] as unknown as Record<string, unknown>;
const skin = { app: 'orderly', name: 'night', theme: 'dark' };

describe('what an author hands in', () => {
  it('is taken when it is what the package itself is made of', () => {
    const lists = [
      [closed(APP_FORM), range.apps],
      [open(KIT_FORM), range.kits],
      [closed(EDGE_FORM), edges],
      [closed(FAULT_FORM), faults],
      [closed(RULE_FORM), rules],
    ] as const;
    for (const [check, list] of lists)
      for (const part of Object.values(list)) expect([part, check(part)]).toEqual([part, undefined]);
  });

  const skins: [given: object, said: string, allowed: string][] = [
    [{ theme: 'drak' }, 'The skin\'s "theme" is "drak". Did you mean "dark"?', 'light, dark'],
    [{ densty: 'dense' }, 'The skin\'s "densty" is an unknown key. Did you mean "density"?', 'density'],
    [{ pageSize: '25' }, 'The skin\'s "pageSize" is "25".', 'a whole number from 1'],
    [{ pageSize: 0 }, 'The skin\'s "pageSize" is 0.', 'a whole number from 1'],
    [{ dayFormat: 'day' }, 'The skin\'s "dayFormat" is "day".', 'YYYY-MM-DD'],
    [{ name: undefined }, 'The skin\'s "name" is missing.', 'a name'],
  ];
  it.each(skins)('a skin: %o', (given, said, allowed) => {
    const misfit = closed(OWN_SKIN_FORM)({ ...skin, ...given });
    expect(misfit && sayMisfit('The skin', misfit)).toBe(said);
    expect(misfit?.allowed).toContain(allowed);
  });

  const brands: [brand: object, said: string][] = [
    [{ colour: 'tomato' }, '"brand.colour" is "tomato".'],
    [{ colour: '#12345' }, '"brand.colour" is "#12345".'],
    [{ accent: 7 }, '"brand.accent" is 7.'],
    [{ logo: 'logo.svg' }, '"brand.logo" is "logo.svg".'],
    [{ icon: 'lighthuose' }, '"brand.icon" is "lighthuose". Did you mean "lighthouse"?'],
    [{ color: '#123456' }, '"brand.color" is an unknown key. Did you mean "colour"?'],
  ];
  it.each(brands)('a brand: %o', (brand, said) => {
    const misfit = closed(APP_FORM)({ ...app, brand });
    expect(misfit && sayMisfit('The app', misfit)).toBe(`The app's ${said}`);
  });

  it('a fault that answers with no function', () => {
    const stated = { ...Object.values(faults)[0], memory: () => 1, respond: 3 };
    expect(() => defineFault(stated as unknown as Parameters<typeof defineFault>[0])).toThrow(
      'The fault\'s "respond" is 3.',
    );
  });

  const edgesGiven: [given: object, said: string][] = [
    [{ id: 'F-90' }, '"id" is "F-90".'],
    [{ mayTurnTo: ['refused'] }, '"mayTurnTo.0" is "refused". Did you mean "refuse"?'],
    [{ mayTurnTo: [] }, '"mayTurnTo" is an empty list.'],
    [{ lay: 'x' }, '"lay" is "x".'],
  ];
  it.each(edgesGiven)('an edge: %o', (given, said) => {
    const misfit = closed(EDGE_FORM)({ ...edge, ...given });
    expect(misfit && sayMisfit('The edge', misfit)).toBe(`The edge's ${said}`);
  });
});
