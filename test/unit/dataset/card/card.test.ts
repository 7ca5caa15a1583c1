import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { tables } from '../../../../src/dataset/tables/index.ts';
import { UsageError } from '../../../../src/core/errors.ts';
import { askedText } from '../../../../src/dataset/card/asked-text.ts';
import { cardText, sizeCategory } from '../../../../src/dataset/card/card.ts';
import { surveyDataset } from '../../../../src/dataset/card/measure.ts';
import type { Identity } from '../../../../src/dataset/commit/record.ts';
import { HOSTILE } from '../../../contracts/hostile-texts.ts';
import { verifyDataset } from '../../../../src/dataset/verify/verify.ts';
import { CARD, makeDataset, makeIdentity } from '../../../support/dataset.ts';

/** A title full of signs that Markdown, HTML and YAML take for their own. */
const TITLE = 'A: <script>x()</script> [title](http://x.example) `#` & *more*';

/** A few hostile texts of each kind, and all that may end a line or be no character. */
const { breaks = [], planes = [] } = HOSTILE;
const TITLES = [...Object.values(HOSTILE).flatMap(texts => texts.slice(0, 2)), ...breaks, ...planes];

/** What readers of YAML refuse or take for the end of a line. */
const UNREADABLE = /[^\P{Cc}\n]|[\p{Zl}\p{Zp}\p{Cs}\ufffe\uffff]/u;

/** A heading as it is read. */
function plain(heading: string): string {
  return heading.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
}

describe('card', () => {
  let text = '';
  let matter: Record<string, unknown> = {};
  beforeAll(async () => {
    const { folder } = await makeDataset({ episodes: 16, shardEpisodes: 4, title: TITLE });
    text = readFileSync(join(folder, 'README.md'), 'utf8');
    matter = parse(text.split('---\n')[1] ?? '') as Record<string, unknown>;
  });

  it('prints what the recipe asks beside what the rows hold', () => {
    const counts = {
      wanted: { answer: 1, complete: 4, escalate: 3 },
      edges: { namesake: 2, none: 6 },
      policies: { expert: 7, 'with-recovery': 1 },
    };
    const asked = { edgeShare: 50, faultShare: 25, otherEndingShare: 30 };
    const [shown = ''] = askedText({ counts }, asked);
    for (const row of [
      '| an edge | 50 % | 25.0 % |',
      '| a fault that is overcome | 25 % | 12.5 % |',
      '| 30 %, by edges | 50.0 % in all: answer 12.5 %, escalate 37.5 % |',
    ])
      expect(shown).toContain(row);
    expect(askedText({ counts: {} }, asked)).toEqual([]);
    expect(text).toContain('## Asked and got');
  });

  it('names the sizes of its screens and counts the episodes of each', () => {
    expect(text).toMatch(
      /Screens are PNG of test, an episode in one size: 320 x 240 CSS pixels\.\nA picture has `scale` times .*\nEach picture stands once, in `steps`;/,
    );
    expect(text).toContain('| screen size | 320 x 240 16 |');
    expect(text).toContain('| pixels for a CSS pixel | 1 16 |');
  });

  it('says of screens that were never drawn which columns are empty, and counts and compares no pixels', async () => {
    const { folder } = await makeDataset({ episodes: 16, shardEpisodes: 4 }, { hasPixels: false });
    const card = readFileSync(join(folder, 'README.md'), 'utf8');
    const [ofSteps = '', ofTrajectories = ''] = card.match(/^Config .*$/gm) ?? [];
    expect(ofSteps).toContain('Empty in all rows: `image`, `image_sha256`, `x`, `y`, `target_bbox`.');
    expect(ofTrajectories).toContain('Empty in all rows: `image_sha256`.');
    expect(card).not.toMatch(/CSS pixels, x to the right|pixels for a CSS pixel|hash of the picture/);
    expect(card).toContain('screens are not compared');
    expect(card).toMatch(/^\| `test_template` \|(?: \d+ \|){4} – \|/m);
    expect(text).not.toMatch(/Empty in all rows|No screen was drawn/);
    const { problems } = await verifyDataset(folder);
    expect(problems).toEqual([]);
  });

  it('says how many steps are thought over, and whether changes and endings have grounds', () => {
    expect(text).toMatch(
      /thought is empty: \d+ % of the steps have a thought; \d+ % of the thoughts only restate .*; \d+ % of the changes and endings say/,
    );
  });

  it('names its tables, their splits and their rows for loaders', () => {
    expect(matter).toMatchObject({
      pretty_name: TITLE,
      license: 'cc-by-4.0',
      size_categories: ['n<1K'],
    });
    const configs = matter.configs as { config_name: string; default?: boolean; data_files: unknown[] }[];
    expect(configs.map(config => config.config_name)).toEqual(['steps', 'trajectories']);
    expect(configs[0]).toMatchObject({ default: true });
    expect(configs[0]?.data_files[0]).toEqual({ split: 'train', path: 'steps/train-*.parquet' });
    const info = matter.dataset_info as {
      features: { name: string }[];
      splits: { name: string; num_examples: number }[];
    }[];
    expect(info.map(config => config.features.map(feature => feature.name))).toEqual(
      tables.map(config => config.columns.map(column => column.name)),
    );
    expect(info[0]?.splits.map(split => split.num_examples).reduce((a, b) => a + b)).toBe(48);
    expect(info[1]?.splits.map(split => split.num_examples).reduce((a, b) => a + b)).toBe(16);
  });

  it('prints its title as text', () => {
    const heading = /^# (.*)$/m.exec(text)?.[1] ?? '';
    expect(heading).not.toMatch(/[<>[\]`*]/);
    expect(plain(heading)).toBe(TITLE);
  });

  it('is printed and loaded with a hostile title that a recipe may have', async () => {
    const { measures } = await surveyDataset('', { files: [], tables });
    const taken = TITLES.flatMap(title => {
      try {
        return [makeIdentity({ title })];
      } catch (error) {
        expect(error).toBeInstanceOf(UsageError);
        return [];
      }
    });
    const cardOf = (identity: Identity): string =>
      cardText({ identity, files: [], measures, setAside: [], facts: CARD, tables });
    const lines = cardOf(makeIdentity()).split('\n').length;
    expect(taken.length).toBeGreaterThan(TITLES.length / 2);
    for (const identity of taken) {
      const title = identity.recipe.title ?? '';
      const card = cardOf(identity);
      expect(card, title).not.toMatch(UNREADABLE);
      expect(parse(/^---\n(.*?)^configs:/ms.exec(card)?.[1] ?? ''), title).toMatchObject({
        pretty_name: title,
        license: 'cc-by-4.0',
      });
      const heading = /^# (.*)$/m.exec(card)?.[1] ?? '';
      expect(heading.replace(/&#\d+;/g, ''), title).not.toMatch(/[<>[\]`*_|~&\\]/);
      expect(plain(heading), title).toBe(title);
      expect(card.split('\n').length, title).toBe(lines);
    }
  });

  it('says what people must know', () => {
    for (const column of tables.flatMap(config => config.columns))
      expect(text).toContain(`| \`${column.name}\` |`);
    for (const part of [
      'No customer data',
      'load_dataset(',
      '`test_template`',
      'npx iam-range generate',
      'Look: Plain, MIT',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('sorts rows into the size categories of the Hub', () => {
    expect([999, 1000, 99_999, 1_000_000].map(sizeCategory)).toEqual([
      'n<1K',
      '1K<n<10K',
      '10K<n<100K',
      '1M<n<10M',
    ]);
  });
});
