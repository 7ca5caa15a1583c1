import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { UsageError } from '../core/errors.ts';
import { asWord } from '../core/shell.ts';
import { atNamedPlace, makeNamedFolder } from '../dataset/commit/files.ts';
import { treeText } from '../dataset/tables/screen-text.ts';
import { createEnv } from '../env/env.ts';
import { runEpisode, type Watcher } from '../env/episode.ts';
import { sayAct } from '../env/record.ts';
import { sayStep, sayVerdict } from '../env/transcript.ts';
import { policyNamed } from '../policy/named.ts';
import type { Task } from '../scenario/scenario.ts';
import { scenarioNamed } from '../scenario/catalog.ts';
import { buildTask, type SkinChoice } from '../scenario/task.ts';
import type { Observation, Viewport } from '../screen/observation.ts';
import { SCALES } from '../screen/viewport.ts';
import { withOption, seedText, wholeNumber } from './options.ts';
import { print } from './print.ts';
import { loadCatalog } from './own-folder.ts';
import { sayBroken, workOn } from './own-needs.ts';
import { openSurfaces, type SurfaceName, surfaceOption } from './surfaces.ts';

interface ReplayOptions {
  seed?: string;
  worldSeed?: string;
  people: number;
  edge?: string;
  fault?: string;
  consoles?: readonly string[];
  skins: SkinChoice;
  viewport?: Viewport;
  policy: string;
  until?: number;
  surface: SurfaceName;
  headed?: boolean;
  shots?: string;
  with?: string;
}

/** `replay SCENARIO`: one episode, step by step, as it happened and as it will always happen. */
export function replayCommand(command: Command, done: (code: number) => void): void {
  command
    .argument('<scenario>', 'family/name')
    .argument('[episode]', 'none: episodes of a dataset are looked at by `view`')
    .option('--seed <seed>', 'the seed of the task, which has to be named', seedText)
    .option('--world-seed <seed>', 'the seed of the company (default: as --seed)', seedText)
    .option('--people <n>', 'how many people the company has', wholeNumber(50, 25_000), 250)
    .option('--edge <name>', 'trouble in the data')
    .option('--fault <name>', 'trouble at run time')
    .option('--consoles <names>', 'the consoles in the bar, with commas between (default: all)', readNames)
    .option('--skins <skins>', 'home, drawn, a number, or console=skin,…', readSkins, 'home')
    .option(
      '--viewport <size>',
      'the size of drawn screens, and pixels for a CSS pixel: 1440x900@2 (default: 1280x800)',
      readViewport,
    )
    .option('--policy <name>', 'who acts: expert, second, with-recovery, with-mistake:KIND …', 'expert')
    .option('--until <n>', 'stop before step N and print the screen', wholeNumber(1, 100_000))
    .addOption(withOption())
    .addOption(surfaceOption('dom'))
    .option('--headed', 'show it in a window; needs a whole browser and a screen')
    .option('--shots <dir>', 'keep a PNG of every screen; takes the browser')
    .addHelpText(
      'after',
      '\nExamples:\n  $ iam-range replay authentication/mfa-reset --seed 42\n  $ iam-range replay requests/add-to-group --seed 42 --edge expired-approval --until 6\n  $ iam-range replay leavers/planned-leaver --seed 42 --shots /tmp/leaver',
    )
    .action(async (name: string, more: string | undefined, options: ReplayOptions) => {
      refuseDataset(name, more);
      done(await replay(name, options));
    });
}

/** A dataset and an episode of it are not replayed: they are looked at, and their rows name what a replay takes. */
function refuseDataset(name: string, more: string | undefined): void {
  const isFolder = existsSync(join(name, 'manifest.json')) || (more !== undefined && existsSync(name));
  if (!isFolder && more === undefined) return;
  throw new UsageError('A replay takes a scenario and a seed, not a dataset and an episode of it.', {
    where: [name, more ?? []].flat().join(' '),
    allowed: `family/name --seed SEED, as the episode's row of trajectories has them`,
    repeat: `npx iam-range view ${isFolder ? asWord(name) : 'DIR'} shows the episodes of a dataset`,
  });
}

function seedOf({ seed }: ReplayOptions, name: string): string {
  if (seed !== undefined) return seed;
  throw new UsageError('No seed is named: each is another episode.', {
    where: `replay ${name}`,
    allowed: '--seed with a number or a word',
    repeat: `npx iam-range replay ${asWord(name)} --seed 42`,
  });
}

async function replay(name: string, options: ReplayOptions): Promise<number> {
  const { worldSeed, people, edge, fault, consoles, skins, viewport, until, headed, shots } = options;
  const { catalog, broken } = await loadCatalog(options.with, workOn({ scenario: name, edge }));
  const scenario = scenarioNamed(catalog, name);
  const seed = seedOf(options, name);
  const policy = policyNamed(catalog, options.policy, scenario);
  const task = buildTask(catalog, {
    scenario: name,
    seed,
    people,
    skins,
    ...(worldSeed === undefined ? {} : { worldSeed }),
    ...(edge === undefined ? {} : { edge }),
    ...(fault === undefined ? {} : { fault }),
    ...(consoles === undefined ? {} : { consoles }),
    ...(viewport === undefined ? {} : { viewport }),
  });
  const surfaces = await openSurfaces(headed || shots ? 'browser' : options.surface, { headed });
  const env = createEnv({ catalog, surfaces });
  try {
    print(sayTask(task, policy.name));
    const keep = shots === undefined ? undefined : shotsIn(shots);
    const watch = watcher({ until, keep });
    const episode = await runEpisode({ id: 'replay', catalog, env, task, policy, watch });
    if (!episode) {
      if (!watch.isStopped()) print(`\n${policy.name} has no occasion in this task.`);
      return 0;
    }
    keep?.(episode.steps.length + 1, episode.final);
    const { wanted } = episode.verdict;
    print(`\nWanted  ${wanted.outcome}${wanted.reason ? ` (${wanted.reason})` : ''}`);
    print(sayVerdict(episode));
    return episode.verdict.success ? 0 : 1;
  } finally {
    await env.close();
    await surfaces.close();
    sayBroken(broken);
  }
}

function sayTask(task: Task, policy: string): string {
  const { scenario, seed, worldSeed, people, edge, fault, skins, world } = task;
  const looks = Object.entries(skins).map(([app, skin]) => `${app} ${skin.name} (${skin.kit})`);
  return [
    `# ${scenario}`,
    `seed ${seed} · ${people} people of ${world.company.name}, seed ${worldSeed}`,
    `edge ${edge ?? 'none'} · fault ${fault ?? 'none'} · policy ${policy}`,
    `looks ${looks.join(' · ')}`,
    '',
    `Goal    ${task.goal.replace(/\n/g, '\n        ')}`,
    '',
  ].join('\n');
}

type Keep = (number: number, screen: Observation) => void;

/** Prints each step when it was done; before step `until` it prints the screen and ends the episode. */
function watcher(given: { until: number | undefined; keep: Keep | undefined }): Watcher & {
  isStopped(): boolean;
} {
  const { until, keep } = given;
  let isStopped = false;
  return {
    isStopped: () => isStopped,
    before: ({ index, screen, action }) => {
      keep?.(index + 1, screen);
      isStopped = index + 1 === until;
      if (!isStopped) return true;
      print(`\nBefore step ${until}: ${screen.url}\n\n${treeText(screen.tree)}\n`);
      print(`Next    ${action.thought ? `${action.thought} → ` : ''}${sayAct(action, undefined)}`);
      return false;
    },
    after: step => print(sayStep(step)),
  };
}

function shotsIn(folder: string): Keep {
  makeNamedFolder(folder);
  return (number, { screenshot }) => {
    if (!screenshot) return;
    const file = join(folder, `${String(number).padStart(3, '0')}.png`);
    atNamedPlace(file, () => writeFileSync(file, screenshot));
  };
}

/** `1440x900`, `1440x900@2`. */
export function readViewport(text: string): Viewport {
  const [, width, height, scale] = /^(\d{3,4})x(\d{3,4})(?:@([\d.]{1,4}))?$/.exec(text) ?? [];
  const size = { width: Number(width), height: Number(height) };
  if (width && height) return scale === undefined ? size : { ...size, scale: Number(scale) };
  throw new UsageError(`Size not understood: "${text}"`, {
    allowed: `width and height, such as 1440x900, and one of ${SCALES.join(', ')}, as in 1440x900@2`,
  });
}

function readNames(text: string): string[] {
  return text.split(',');
}

/** `home`, `drawn`, a number, or `console=skin` pairs with commas between, as lists and recipes say it too: `console/skin`. */
export function readSkins(text: string): SkinChoice {
  if (text === 'home' || text === 'drawn') return text;
  if (/^\d{1,6}$/.test(text)) return Number(text);
  const pairs = text.split(',').map(pair => pair.split(/[=/]/));
  if (pairs.some(pair => pair.length !== 2)) {
    throw new UsageError(`Skins not understood: "${text}"`, {
      allowed: 'home, drawn, a number, or console=skin,console=skin',
    });
  }
  return Object.fromEntries(pairs) as Record<string, string>;
}
