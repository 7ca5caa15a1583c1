import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { kits } from '../apps-sim/kits/index.ts';
import type { Kit } from '../src/app/widgets.ts';
import { button } from '../src/policy/verbs.ts';
import { describeKit, outline, seeSample } from './contracts/kit.ts';
import { SAMPLE_SKIN } from './support/kit-sample.ts';

const all: Record<string, Kit> = kits;
/** Where kits may differ: the head of an empty table, and a landmark around the paging. */
const LOOSE = ['columnheader Day', 'columnheader Note', 'navigation Pages', 'table Log'];
const names = readdirSync(new URL('../apps-sim/kits/', import.meta.url), { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(entry => entry.name)
  .sort();

describe('kits', () => {
  it('are all listed under their own names: run npm run fix', () => {
    expect(Object.keys(all).sort()).toEqual(names);
    expect(Object.values(all).map(kit => kit.name)).toEqual(Object.keys(all));
  });

  it.each(names.slice(1))('%s tells the same as the first kit', async name => {
    for (const choices of ['select', 'radios'] as const) {
      const see = async (kit: string): Promise<string[]> => {
        const skin = { ...SAMPLE_SKIN, kit, choices };
        const screen = await seeSample(all[kit] as Kit, skin, [button('Actions')]);
        return outline(screen).filter(line => !LOOSE.includes(line));
      };
      expect(await see(name)).toEqual(await see(names[0] ?? ''));
    }
  });
});

for (const name of names) describeKit(all[name] as Kit, all);
