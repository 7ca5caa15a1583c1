import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import type { Kit } from '../../../src/app/looks/kit.ts';
import { catalog } from '../../../src/catalog.ts';
import { main } from '../../../src/cli/main.ts';
import { must } from '../../../src/core/assert.ts';
import { describeKit, outline, seeSample } from '../../contracts/kit.ts';
import { crawl } from '../../support/crawl.ts';
import { makeFolder } from '../../support/folders.ts';
import { makeHost } from '../../support/fixtures.ts';
import { SAMPLE_SKIN } from '../../support/kit-sample.ts';

const quiet = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
afterAll(() => quiet.mockRestore());

/** A kit as `new kit` writes it. */
async function makeKit(name: string, ...options: string[]): Promise<Kit> {
  const folder = makeFolder();
  if ((await main(['new', 'kit', name, '--in', folder, ...options])) !== 0) throw new Error(`no kit ${name}`);
  const module = (await import(join(folder, `apps-sim/kits/${name}/kit.ts`))) as { kit: Kit };
  return module.kit;
}

const plainly = await makeKit('plainly');
const bluewood = await makeKit('bluewood', '--like', 'win98');
const kits: Record<string, Kit> = { ...catalog.range.kits, plainly, bluewood };

for (const kit of [plainly, bluewood]) describeKit(kit, kits);

describe('a new kit', () => {
  it('draws every page of a console', () => {
    const app = must(catalog.range.apps.freightlane, 'freightlane');
    const [first, second] = app.skins.map(skin => ({ ...skin, kit: 'plainly' }));
    const drawn = { ...app, skins: [must(first, 'a skin'), must(second, 'a skin')] as const };
    const range = { ...catalog.range, kits, apps: { freightlane: drawn } };
    const { visits, problems } = crawl(makeHost({ range }), drawn, { pages: 40, perRoute: 1 });
    expect(problems).toEqual([]);
    expect(visits.length).toBeGreaterThan(10);
  });

  it('that is like another has its partials, and leaves it the consoles that are at home in it', async () => {
    const { win98 } = kits;
    const screens = [must(win98, 'win98'), bluewood].map(kit =>
      seeSample(kit, { ...SAMPLE_SKIN, kit: kit.name }),
    );
    const [old, now] = await Promise.all(screens);
    expect(outline(must(now, 'a screen'))).toEqual(outline(must(old, 'a screen')));
    expect([win98?.homeOf, bluewood.homeOf]).toEqual([['erp'], []]);
    expect([bluewood.name, bluewood.title, bluewood.summary]).toEqual([
      'bluewood',
      'Bluewood',
      win98?.summary,
    ]);
    expect(bluewood.folder).not.toEqual(win98?.folder);
  });

  it('takes the name of no kit, and not that of what they share', async () => {
    const refused = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    for (const name of ['tabler', 'base'])
      expect(await main(['new', 'kit', name, '--in', makeFolder()]), name).toBe(2);
    expect(String(refused.mock.calls)).toContain('The package has the kit base already.');
    refused.mockRestore();
  });
});
