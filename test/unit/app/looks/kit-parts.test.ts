import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { base } from '../../../../apps-sim/kits/base/base.ts';
import { kits } from '../../../../apps-sim/kits/index.ts';
import type { Kit } from '../../../../src/app/looks/kit.ts';
import { SIGNS, SLOTS } from '../../../../src/app/looks/kit-parts.ts';
import { findAsset } from '../../../../src/app/looks/assets.ts';
import { addressOfLook } from '../../../../src/app/looks/look-sheet.ts';
import { drawSample, SAMPLE_SKIN } from '../../../support/kit-sample.ts';
import { plainKit } from '../../../support/plain-kit/kit.ts';

const all: readonly Kit[] = Object.values(kits);

function templatesIn(folder: URL): string[] {
  const names = readdirSync(folder).filter(name => name.endsWith('.ejs'));
  return names.sort().map(name => readFileSync(new URL(name, folder), 'utf8'));
}

/** The parts whose classes templates print: `c.button`. */
function slotsIn(templates: readonly string[]): Set<string> {
  return new Set(templates.flatMap(text => text.match(/(?<=\bc\.)[a-zA-Z]+/g) ?? []));
}

describe('the parts of kits', () => {
  it('are each printed by a partial of the base, and no partial prints another', () => {
    expect([...SLOTS].sort()).toEqual([...new Set(SLOTS)].sort());
    expect([...slotsIn(templatesIn(base))].sort()).toEqual([...SLOTS].sort());
  });

  it.each(all.map(kit => [kit.name, kit] as const))('%s prints known parts only', (_name, kit) => {
    const unknown = [...slotsIn(templatesIn(kit.folder))].filter(
      slot => !(SLOTS as readonly string[]).includes(slot),
    );
    expect(unknown).toEqual([]);
  });

  it.each(all.map(kit => [kit.name, kit] as const))(
    '%s has a sign for every tone and for a record',
    (_name, kit) => {
      const needed = ['record', 'success', 'info', 'warning', 'danger', 'caret'] as const;
      expect(needed.filter(sign => !kit.signs?.[sign])).toEqual([]);
      expect(
        Object.keys(kit.signs ?? {}).filter(sign => !(SIGNS as readonly string[]).includes(sign)),
      ).toEqual([]);
    },
  );

  it('leave each kind of console at home in one kit at most', () => {
    const homes = all.flatMap(kit => kit.homeOf);
    expect(homes).toEqual([...new Set(homes)]);
  });
});

describe('a kit of classes alone', () => {
  it('is drawn by the base, with its classes beside those of the base', () => {
    const html = drawSample(plainKit, { ...SAMPLE_SKIN, kit: 'plain' }, 'v');
    expect(html).toContain('class="k-button k-button-primary plain-button plain-primary"');
    expect(html).toContain('plain-pill plain-success');
    expect(html).toContain('k-empty plain-empty');
    expect(html).toContain('k-sign-dot');
    expect(html).not.toContain('{tone}');
    expect(html).not.toContain('undefined');
  });

  it('serves the sheets of the base before its own, and its signs as pictures', () => {
    const shared = new URL('../../../../apps-sim/shared/', import.meta.url);
    const look = findAsset(addressOfLook(plainKit), { shared, kits: { plain: plainKit }, fontPackages: [] });
    const css = String(look?.body);
    expect(css.indexOf('.k-frame')).toBeLessThan(css.indexOf('.plain-button'));
    expect(css).toMatch(/\.k-sign-dot \{ --k-sign: url\("data:image\/svg\+xml;base64,/);
  });
});
