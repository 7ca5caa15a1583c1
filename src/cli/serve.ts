import { accessSync, closeSync, constants, existsSync, openSync, rmSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Command } from 'commander';
import type { Catalog } from '../scenario/catalog.ts';
import { UsageError } from '../core/errors.ts';
import { asWord } from '../core/shell.ts';
import { atNamedPlace } from '../dataset/commit/files.ts';
import type { SkinChoice } from '../scenario/task.ts';
import { allApps } from '../server/hub/addresses.ts';
import { TOKEN_HEADER } from '../server/hub/guard.ts';
import { createHub, type Hub } from '../server/hub/hub.ts';
import { type HubServer, serveHub } from '../server/hub/server.ts';
import { keepState, readState, resumeState } from '../server/hub/state.ts';
import { isLoopback } from '../server/listen.ts';
import { listenForInterrupt, stopped } from './interrupt.ts';
import { madeToken } from './made-token.ts';
import { seedText, wholeNumber, withOption } from './options.ts';
import { loadCatalog } from './own-folder.ts';
import { NEEDS, sayBroken } from './own-needs.ts';
import { version } from './package.ts';
import { print, printError } from './print.ts';
import { readSkins } from './replay.ts';

const DEFAULT_PORT = 7430;
const DEFAULT_PEOPLE = 250;

interface ServeOptions {
  port: number;
  publicPort?: number;
  seed?: string;
  people?: number;
  skins?: SkinChoice;
  state?: string;
  host: string;
  name?: string;
  token?: string;
  with?: string;
}

/** `serve`: the consoles of one company for people and test code, with a start page and controls. */
export function serveCommand(command: Command, done: (code: number) => void): void {
  command
    .option(
      '--port <port>',
      'the port to listen at; 0 takes a free one',
      wholeNumber(0, 65_535),
      DEFAULT_PORT,
    )
    .option('--public-port <port>', 'the port that browsers come to, if it is mapped', wholeNumber(1, 65_535))
    .option('--seed <seed>', 'the seed of the company (default: 1)', seedText)
    .option('--people <n>', 'how many people it has (default: 250)', wholeNumber(50, 25_000))
    .option('--skin, --skins <skins>', 'home, drawn, a number, or console=skin,… (default: home)', readSkins)
    .option('--state <file>', 'keep the state in this file, over restarts; the token is no part of it')
    .option('--host <address>', 'the address to listen at; beyond loopback it takes --token', '127.0.0.1')
    .option('--name <name>', 'the name browsers use; consoles are names below it (default: localhost)')
    .option('--token <token>', 'what controls ask for; else IAM_RANGE_TOKEN, else one is made and printed')
    .addOption(withOption())
    .addHelpText('after', NOTES)
    .action(async (options: ServeOptions) => done(await serve(options)));
}

const NOTES = `
A start page lists the consoles, records to try, and the controls. Each console has its own name below
localhost, which browsers and curl lead to loopback: http://id.localhost:${DEFAULT_PORT}/. A program that
does not know these names sends the Host header to 127.0.0.1 instead. Agents under evaluation belong on the
environment, not here: the controls are in reach.

One state is shared by everybody who looks: what one browser changes, another sees, sign-ins and the bar's
back and forward included. The clock of the company stands, and moves by 3 s with each page or form of a
console that is asked for, so that the same requests happen at the same times.

Controls: JSON on the start page's origin, with the header ${TOKEN_HEADER}. Each answers with the state.
  GET  /_control/state[?app=NAME]   clock, consoles, changes, task and verdict; with NAME its whole state
  POST /_control/reset    {"seed"?, "people"?, "skins"?, "edges"?, "task"?}   lay it again, with what is named
  POST /_control/clock    {"advanceMs": 3600000}
  POST /_control/faults   {"arm"?: [NAME, …], "disarm"?: [NAME, …]}   strikes at the next occasion
  POST /_control/edges    {"edges": [NAME, …]}   lay the company again with these, without a task
  POST /_control/task     {"scenario": NAME or null, "seed"?, "edge"?, "fault"?}
  POST /_control/outcome  {"kind": "complete" …, "reason"?, "note"?, "values"?}   what a person says

Requests are answered under the names and the port that are printed, and under no other. A container that maps
9000 to ${DEFAULT_PORT} (-p 9000:${DEFAULT_PORT}) takes --host 0.0.0.0 and --public-port 9000. A made token is
another one at each start: --token or IAM_RANGE_TOKEN keeps it, and --state keeps the revision too.

Beyond loopback every page asks for the token: by Basic sign-in, any user name, the token as password. It is
not encrypted.

Examples:
  $ iam-range serve
  $ iam-range serve --seed 7 --people 1000 --skins drawn --state qa.json
  $ IAM_RANGE_TOKEN=… iam-range serve --host 0.0.0.0 --name range.test
  $ IAM_RANGE_TOKEN=… iam-range serve --host 0.0.0.0 --public-port 9000`;

async function serve(options: ServeOptions): Promise<number> {
  const interrupt = listenForInterrupt();
  const path = options.state === undefined ? undefined : stateFile(options.state);
  const { catalog, broken } = await loadCatalog(options.with, NEEDS.work);
  const hub = openHub(catalog, options, path);
  const report = (error: Error): void => printError(error.stack ?? error.message);
  const keeper =
    path === undefined ? undefined : keepState(hub, { path, version: version(), onTrouble: report });
  const chosen = options.token ?? process.env.IAM_RANGE_TOKEN ?? '';
  // Beyond loopback the user chooses one.
  const token = chosen || (isLoopback(options.host) ? madeToken() : '');
  const server = await serveHub({
    hub,
    port: options.port,
    host: options.host,
    token,
    ...(options.name === undefined ? {} : { name: options.name }),
    ...(options.publicPort === undefined ? {} : { publicPort: options.publicPort }),
    onTrouble: report,
    ...(keeper ? { onAnswer: keeper.note } : {}),
  });
  try {
    // A disk that refuses is reported now, not when the work is done.
    keeper?.write();
    greet(hub, server, chosen ? undefined : token);
    sayBroken(broken);
    await stopped(interrupt.signal);
  } finally {
    await server.close();
  }
  keeper?.write();
  return 0;
}

/** Where the state is kept: a file, there or not yet, in a folder that is there. */
function stateFile(name: string): string {
  const path = resolve(name);
  const isFolder = (at: string): boolean => statSync(at, { throwIfNoEntry: false })?.isDirectory() ?? false;
  if (isFolder(path) || !isFolder(dirname(path))) {
    throw new UsageError('The state cannot be kept there.', {
      where: `--state ${asWord(name)}`,
      allowed: 'the name of a file in a folder that there is',
    });
  }
  if (existsSync(path)) {
    const bits = constants.R_OK | constants.W_OK;
    atNamedPlace(path, () => accessSync(path, bits), 'The state cannot be kept there');
  }
  // Whether a new file may be made beside it shows only when one is.
  const trial = `${path}.${process.pid}.part`;
  atNamedPlace(path, () => closeSync(openSync(trial, 'w', 0o600)), 'The state cannot be kept there');
  rmSync(trial, { force: true });
  return path;
}

function openHub(catalog: Catalog, { seed, people, skins }: ServeOptions, path: string | undefined): Hub {
  const asked = {
    version: version(),
    ...(seed === undefined ? {} : { seed }),
    ...(people === undefined ? {} : { people }),
  };
  const saved = path === undefined ? undefined : readState(path, asked);
  if (saved === undefined || path === undefined) {
    const setting = { seed: seed ?? '1', people: people ?? DEFAULT_PEOPLE, skins: skins ?? 'home' };
    return createHub({ catalog, setting: { ...setting, task: null, edges: [] } });
  }
  // Looks are no part of the state: another skin over the same data is what one may want to see.
  const setting = skins === undefined ? saved.setting : { ...saved.setting, skins };
  const hub = createHub({ catalog, setting });
  resumeState(hub, saved, path);
  return hub;
}

function greet(hub: Hub, { addresses, isGated }: HubServer, made: string | undefined): void {
  const { company } = hub.laid.world;
  const { seed, people } = hub.laid.setting;
  print(`${company.name}, seed ${seed}, ${people} people.`);
  print(`Open ${addresses.start}/`);
  for (const app of allApps(hub)) print(`  ${app.title.padEnd(18)} ${addresses.originOf(app)}/`);
  if (isGated) print('Sign in with any user name and the token as the password.');
  print(`Controls: ${TOKEN_HEADER}: ${made ?? 'the token that you chose'}`);
  print('Ctrl+C ends it.');
}
