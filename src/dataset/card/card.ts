import { stringify } from 'yaml';
import type { Identity } from '../commit/record.ts';
import { cardFeatures, holdsImages, typeName } from '../tables/column.ts';
import type { Table } from '../tables/define-table.ts';
import { askedText } from './asked-text.ts';
import { asText, markdownTable } from './markdown.ts';
import type { ManifestShard, ShardSetAside } from './manifest.ts';
import type { Counts, Measures } from './measure.ts';
import { setAsideText } from './set-aside-text.ts';
import { splitText } from './split-text.ts';

/** What the card says that neither rows nor recipe hold. */
export interface CardFacts {
  /** The consoles and what they are. */
  apps: readonly { title: string; summary: string }[];
  /** The design systems and fonts on the screens, with their licences; one line each. */
  looks: readonly string[];
  /** The command that makes the same bytes again. */
  regenerate: string;
}

/** What a card is made from. */
export interface CardSource {
  /** The tables that the dataset has. */
  tables: readonly Table[];
  identity: Identity;
  files: readonly ManifestShard[];
  measures: Measures;
  setAside: readonly ShardSetAside[];
  facts: CardFacts;
}

/** The card of a dataset, `README.md`: front matter for loaders, then words and numbers for people. */
export function cardText(source: CardSource): string {
  const { recipe, render } = source.identity;
  const hasPictures = render !== null;
  const parts = [
    `---\n${frontMatter(source)}---`,
    `# ${asText(recipe.title ?? recipe.name)}`,
    aboutText(source),
    loadText(source),
    ...source.tables.map(table => columnText(table, hasPictures)),
    ...new Set(source.tables.flatMap(({ notes }) => notes ?? [])),
    splitText(source.measures, { recipe, hasPictures }),
    mixText(source.measures, hasPictures),
    ...askedText(source.measures, recipe),
    ...setAsideText(source.setAside, recipe.episodes),
    rightsText(source),
    regenerateText(source),
  ];
  return `${parts.join('\n\n')}\n`;
}

function frontMatter(source: CardSource): string {
  const { identity, measures } = source;
  const { recipe } = identity;
  const splits = Object.keys(measures.splits);
  const matter = {
    pretty_name: recipe.title ?? recipe.name,
    license: recipe.license,
    language: ['en'],
    annotations_creators: ['machine-generated'],
    language_creators: ['machine-generated'],
    multilinguality: ['monolingual'],
    source_datasets: ['original'],
    size_categories: [sizeCategory(measures.rows)],
    task_categories: ['image-text-to-text'],
    tags: [
      'computer-use',
      'gui-agents',
      'web-agents',
      'trajectories',
      'synthetic',
      'iam',
      'reinforcement-learning',
    ],
    configs: source.tables.map((config, index) => ({
      config_name: config.name,
      ...(index === 0 ? { default: true } : {}),
      data_files: splits.map(split => ({ split, path: `${config.name}/${split}-*.parquet` })),
    })),
    dataset_info: source.tables.map(config => infoOf(config, measures)),
  };
  return stringify(matter, { lineWidth: 0 });
}

function infoOf(config: Table, { splits }: Measures): unknown {
  const sizes = Object.entries(splits).map(([name, { configs }]) => ({
    name,
    num_bytes: configs[config.name]?.bytes ?? 0,
    num_examples: configs[config.name]?.rows ?? 0,
  }));
  const bytes = sizes.reduce((sum, size) => sum + size.num_bytes, 0);
  const features = cardFeatures(config.columns);
  return { config_name: config.name, features, splits: sizes, download_size: bytes, dataset_size: bytes };
}

/** The Hub's word for a number of rows. */
export function sizeCategory(rows: number): string {
  const steps: readonly [number, string][] = [
    [1e3, 'n<1K'],
    [1e4, '1K<n<10K'],
    [1e5, '10K<n<100K'],
    [1e6, '100K<n<1M'],
    [1e7, '1M<n<10M'],
  ];
  return steps.find(([limit]) => rows < limit)?.[1] ?? '10M<n<100M';
}

function aboutText(source: CardSource): string {
  const { measures, facts } = source;
  const apps = facts.apps.map(app => `- **${app.title}**: ${app.summary}`);
  return [
    `${measures.episodes} episodes, ${measures.steps} steps, of identity and access management work on`,
    'simulated consoles. Every episode was acted out on the screen and judged against the exact change that',
    'was wanted: all that had to change, nothing else, no operator rule broken. Escalating and refusing are',
    'right endings where they are right.',
    picturesText(source),
    ...(apps.length > 0 ? ['', ...apps] : []),
  ].join('\n');
}

function picturesText({ identity, tables }: CardSource): string {
  const { recipe, render } = identity;
  if (!render) return 'Screens are accessibility trees; there are no pictures in it.';
  const holders = tables.filter(({ columns }) => columns.some(({ type }) => holdsImages(type)));
  if (holders.length === 0) return `Screens were pictures of ${render.browser}; no table of it holds them.`;
  const sizes = recipe.viewports.map(({ width, height }) => `${width} x ${height}`).join(', ');
  const names = holders.map(({ name }) => `\`${name}\``).join(', ');
  return [
    `Screens are PNG of ${render.browser}, an episode in one size: ${sizes} CSS pixels.`,
    'A picture has `scale` times as many pixels on each side; coordinates are CSS pixels in all of them.',
    `Each picture stands once, in ${names}; other tables name it by its SHA-256.`,
  ].join('\n');
}

function loadText(source: CardSource): string {
  const lines = source.tables.map(
    config => `${config.name} = load_dataset("<folder or repository>", "${config.name}")  # ${config.about}`,
  );
  return `## Load\n\n\`\`\`python\nfrom datasets import load_dataset\n\n${lines.join('\n')}\n\`\`\``;
}

function columnText(config: Table, hasPictures: boolean): string {
  const units = hasPictures
    ? 'Coordinates are whole CSS pixels, x to the right, y down, boxes half open.'
    : withoutPictures(config);
  const intro = `Config \`${config.name}\`: ${config.about}. ${units}`;
  const rows = config.columns.map(column => [
    `\`${column.name}\``,
    `\`${typeName(column.type)}\``,
    column.about,
  ]);
  return `## Columns of \`${config.name}\`\n\n${intro}\n\n${markdownTable(['column', 'type', 'meaning'], rows)}`;
}

/** What rows do not hold whose screens were never drawn. */
function withoutPictures({ drawn }: Table): string {
  const names = drawn.map(name => `\`${name}\``).join(', ');
  const empty = names === '' ? '' : ` Empty in all rows: ${names}.`;
  return `No screen was drawn: there are no coordinates and no boxes.${empty}`;
}

/** What the headings of counts are called in the card; others go by their own name. */
const HEADINGS: Record<string, string> = {
  wanted: 'wanted outcome',
  outcomes: 'outcome',
  success: 'success',
  policies: 'policy',
  edges: 'edge',
  faults: 'fault',
  labels: 'step label',
  phases: 'fault phase',
  routine: 'routine (where a step acts follows from the one before)',
  thoughts: 'thoughts (none: the act goes without saying; restating: only the act or its page again)',
  grounds: 'grounds in the thoughts of changes and endings',
  actions: 'action type',
  apps: 'console',
  kits: 'design system',
  viewports: 'screen size',
  scales: 'pixels for a CSS pixel',
  templates: 'template',
  registers: 'register of the goal',
  told_facts: 'facts that texts tell, by whether the row holds them',
  told_deeds: 'deeds that texts tell, by whether the row holds them',
};

/** Counts of what only pictures have. */
const DRAWN_COUNTS: ReadonlySet<string> = new Set(['viewports', 'scales']);

/** How much of the steps needs no look at the screen, as far as a table can tell. */
function foretoldText({ foretold }: Measures): string {
  const shares = foretold
    .filter(({ steps }) => steps > 0)
    .map(({ split, steps, foretold: right }) => `${Math.round((100 * right) / steps)} % of \`${split}\``);
  if (shares.length === 0) return '';
  return `\n\nA table of "template and last step → next step", learnt on \`train\`, foretells the action and its target of ${shares.join(', ')}: these steps say little of what a model has understood. \`is_routine\` marks those that go on with the same control or form.`;
}

/** How many steps are thought over, and what the thoughts are worth. */
function thoughtsText({ counts }: Measures): string {
  const { none = 0, restating = 0, telling = 0 } = counts.thoughts ?? {};
  const { given = 0, missing = 0 } = counts.grounds ?? {};
  if (restating + telling === 0) return '';
  const shares = [
    `${percent(restating + telling, none)} of the steps have a thought`,
    `${percent(restating, telling)} of the thoughts only restate the act, by a count of words`,
    `${percent(given, missing)} of the changes and endings say what they rest on`,
  ];
  return `\n\nWhere an act goes without saying its thought is empty: ${shares.join('; ')}.`;
}

/** The share of some beside the others. */
function percent(some: number, others: number): string {
  return `${Math.round((100 * some) / Math.max(1, some + others))} %`;
}

function mixText(measures: Measures, hasPictures: boolean): string {
  const { counts } = measures;
  const { trained, ...all } = counts;
  // A screen that was never drawn has no pixels.
  const mixes = hasPictures
    ? all
    : Object.fromEntries(Object.entries(all).filter(([name]) => !DRAWN_COUNTS.has(name)));
  const rank = (name: string): number => (Object.keys(HEADINGS).indexOf(name) + 100) % 100;
  const rows = Object.keys(mixes)
    .sort((a, b) => rank(a) - rank(b))
    .map(name => [HEADINGS[name] ?? name, mixWords(mixes[name] ?? {})]);
  const shown = markdownTable(['of', 'how often'], rows);
  const foretold = `${thoughtsText(measures)}${foretoldText(measures)}`;
  if (!trained) return `## Mix\n\n${shown}${foretold}`;
  const { true: yes = 0, false: no = 0 } = trained;
  const words = [
    `${yes} of ${yes + no} steps carry \`train_on\`: good, recovery, repair and terminal`,
    'ones of successful episodes. Failed episodes are in the same tables, under `success`.',
  ].join('\n');
  return `## Mix\n\n${words}\n\n${shown}${foretold}`;
}

function mixWords(counts: Counts): string {
  return Object.entries(counts)
    .map(([word, count]) => `${word} ${count}`)
    .join(', ');
}

function rightsText({ identity, facts }: CardSource): string {
  return [
    '## Origin and rights',
    '',
    'No customer data: every person, company, account and document was generated from a seed. Addresses,',
    'domains and numbers come from ranges reserved for documentation. No person, tenant or customer system',
    'was recorded, and no data from outside went in (`inputs` of `manifest.json` is empty). Product names',
    'are invented.',
    '',
    `- Data: ${asText(identity.recipe.license)}. Code of the generator: Apache-2.0.`,
    ...facts.looks.map(line => `- ${line}`),
  ].join('\n');
}

function regenerateText({ identity, facts }: CardSource): string {
  return [
    '## Regenerate and verify',
    '',
    'The same recipe, code and browser give the same bytes, whatever the number of workers or the machine.',
    '',
    '```sh',
    facts.regenerate,
    'npx iam-range verify <folder>',
    'sha256sum -c manifest.sha256',
    '```',
    '',
    `Generator ${identity.generator.version}; \`manifest.json\` holds recipe, digests and counts.`,
  ].join('\n');
}
