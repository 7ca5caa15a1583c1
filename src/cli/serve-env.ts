import type { Command } from 'commander';
import { UsageError } from '../core/errors.ts';
import { hint } from '../core/suggest.ts';
import { type Part, PARTS } from '../server/agent/schema.ts';
import { type AgentServer, serveAgents } from '../server/agent/server.ts';
import { createSessions, type Sessions, type SessionsOptions } from '../server/agent/sessions.ts';
import type { SurfaceFactory } from '../surface/surface.ts';
import { listenForInterrupt, stopped } from './interrupt.ts';
import { madeToken } from './made-token.ts';
import { wholeNumber, withOption } from './options.ts';
import { loadCatalog } from './own-folder.ts';
import { NEEDS, sayBroken } from './own-needs.ts';
import { version } from './package.ts';
import { print, printError } from './print.ts';
import { openSurfaces, type SurfaceName, surfaceOption } from './surfaces.ts';

const DEFAULT_PORT = 7440;
const DEFAULT_SESSIONS = 64;
const DEFAULT_IDLE_MINUTES = 15;

/** Real milliseconds between two looks for sessions that were left alone. */
const LOOK_EVERY_MS = 5_000;

interface ServeEnvOptions {
  port: number;
  controlPort?: number;
  host: string;
  controlHost: string;
  token?: string;
  controlToken?: string;
  surface: SurfaceName;
  observe?: Part[];
  sessions: number;
  idleMinutes: number;
  json?: boolean;
  untilInputEnds?: boolean;
  with?: string;
}

/** `serve-env`: sessions for agents, trainers and harnesses over HTTP. */
export function serveEnvCommand(command: Command, done: (code: number) => void): void {
  const port = wholeNumber(0, 65_535);
  command
    .option('--port <port>', 'the port of the agents; 0 takes a free one', port, DEFAULT_PORT)
    .option('--control-port <port>', 'the port of the trainer (default: the next one; 0 a free one)', port)
    .option('--host <address>', 'the address that agents come to', '127.0.0.1')
    .option('--control-host <address>', 'the address that the trainer comes to', '127.0.0.1')
    .option('--token <token>', 'what agents show; else IAM_RANGE_AGENT_TOKEN, else one is made and printed')
    .option('--control-token <token>', 'what the trainer shows; else IAM_RANGE_CONTROL_TOKEN, else made')
    .addOption(surfaceOption('dom'))
    .option('--observe <parts>', `what screens are shown as: ${PARTS.join(', ')}, with commas`, readParts)
    .option('--sessions <n>', 'how many there may be at once', wholeNumber(1, 2_000), DEFAULT_SESSIONS)
    .option(
      '--idle-minutes <n>',
      'a session that is left alone for so long is closed',
      wholeNumber(1, 1_440),
      DEFAULT_IDLE_MINUTES,
    )
    .option('--json', 'print addresses and tokens as one line of JSON')
    .option('--until-input-ends', 'end when the standard input does: with the program that started it')
    .addOption(withOption())
    .addHelpText('after', NOTES)
    .action(async (options: ServeEnvOptions) => done(await serveEnv(options)));
}

const NOTES = `
Two doors, each with its own port and bearer token. Whoever acts is given the first one and the id of its
session, and nothing else: goal, briefing and screens. Tasks, rewards and verdicts are at the second one.
JSON both ways; each door tells all of it at GET /openapi.json.

  agent    POST /observe   {"session"}                        goal, briefing, screen
           POST /step      {"session", "act" or "acts", "operation_id"?}
  control  GET  /tasks                                        what there is
           POST /reset     {"scenario" or "task_id", "seed"?, "edge"?, "fault"?, "skin"?, "surface"?,
                            "viewport"?, "observe"?}          a session, its goal and first screen
           POST /evaluate  {"session"}                        reward and verdict
           POST /close     {"session"}
           GET  /metrics                                      figures for Prometheus
           and /observe, /step with the reward
  both     GET  /health

An act aims by {"ref": "e12"} of the screen, by {"role", "name"}, or with pictures by {"x", "y"}:
  {"kind": "click", "at": {"ref": "e12"}}   {"kind": "type", "text": "…"}   {"kind": "key", "keys": "enter"}
  {"kind": "complete", "note": "Done."}     ends the episode; also answer, escalate and refuse
Several acts are done until one fails or the page changes under a later one. What is no act is said on the
screen and costs a step. Trouble of the machine has reward null, mask true and a failure_kind.

A door answers under any name and port, so that a container may map them (--host 0.0.0.0 --control-host 0.0.0.0).

Examples:
  $ iam-range serve-env
  $ iam-range serve-env --surface browser --observe screenshot --sessions 8
  $ iam-range serve-env --port 0 --control-port 0 --json --until-input-ends`;

function readParts(text: string): Part[] {
  return text.split(',').map(part => {
    const known = PARTS.find(name => name === part.trim());
    if (known) return known;
    throw new UsageError(`Unknown part of a screen "${part}".${hint(part, PARTS)}`, {
      where: '--observe',
      allowed: PARTS.join(', '),
    });
  });
}

async function serveEnv(options: ServeEnvOptions): Promise<number> {
  const interrupt = listenForInterrupt();
  const { catalog, broken } = await loadCatalog(options.with, NEEDS.work);
  const surfaces = keptSurfaces();
  const sessions = createSessions({ catalog, surfaces: surfaces.named, ...limitsOf(options) });
  const tokens = tokensOf(options);
  const { port, controlPort = port === 0 ? 0 : port + 1, host, controlHost } = options;
  try {
    // A machine that cannot show anything says so now, not to the first agent.
    await surfaces.named(options.surface);
    const server = await serveAgents({
      ...{ catalog, sessions, version: version() },
      agent: { port, host, token: tokens.agent },
      control: { port: controlPort, host: controlHost, token: tokens.control },
      onTrouble: error => printError(error.stack ?? error.message),
    });
    const looking = setInterval(() => void closeIdle(sessions), LOOK_EVERY_MS).unref();
    greet(options, server, tokens);
    sayBroken(broken);
    await Promise.race([stopped(interrupt.signal), ...(options.untilInputEnds ? [inputEnded()] : [])]);
    clearInterval(looking);
    await server.close();
  } finally {
    await surfaces.close();
    interrupt.done();
  }
  return 0;
}

function limitsOf(options: ServeEnvOptions): Omit<SessionsOptions, 'catalog' | 'surfaces'> {
  const { surface, observe, sessions: capacity, idleMinutes } = options;
  return {
    ...{ surface, observe, capacity, secret: madeToken() },
    idleMs: idleMinutes * 60_000,
    nowMs: () => performance.now(),
  };
}

function tokensOf({ token, controlToken }: ServeEnvOptions): { agent: string; control: string } {
  const { IAM_RANGE_AGENT_TOKEN: agent, IAM_RANGE_CONTROL_TOKEN: control } = process.env;
  return { agent: token ?? (agent || madeToken()), control: controlToken ?? (control || madeToken()) };
}

/** Each surface is opened once, when it is first asked for; one that could not be opened is tried again. */
function keptSurfaces(): { named: SessionsOptions['surfaces']; close(): Promise<void> } {
  const opened = new Map<SurfaceName, Promise<SurfaceFactory>>();
  const named = (name: SurfaceName): Promise<SurfaceFactory> => {
    const known = opened.get(name) ?? openSurfaces(name);
    opened.set(name, known);
    known.catch(() => opened.delete(name));
    return known;
  };
  const close = async (): Promise<void> => {
    const all = await Promise.allSettled(opened.values());
    await Promise.all(all.map(each => (each.status === 'fulfilled' ? each.value.close() : undefined)));
  };
  return { named, close };
}

async function closeIdle(sessions: Sessions): Promise<void> {
  try {
    const closed = await sessions.closeIdle();
    if (closed > 0) printError(`${closed} session${closed === 1 ? '' : 's'} left alone and closed.`);
  } catch (error) {
    printError(error instanceof Error ? error.message : String(error));
  }
}

function greet(
  { json, surface, sessions }: ServeEnvOptions,
  { agentUrl, controlUrl }: AgentServer,
  { agent, control }: { agent: string; control: string },
): void {
  if (json) {
    const line = { agent_url: agentUrl, agent_token: agent, control_url: controlUrl, control_token: control };
    print(JSON.stringify(line));
    return;
  }
  print(`Up to ${sessions} sessions, on surface ${surface} unless they say otherwise.`);
  print(`Agents    ${agentUrl}   Authorization: Bearer ${agent}`);
  print(`Trainer   ${controlUrl}   Authorization: Bearer ${control}`);
  print('Ctrl+C ends it.');
}

/** Ends with the standard input: whoever held the other end is gone. */
async function inputEnded(): Promise<void> {
  await new Promise<void>(end =>
    process.stdin
      .once('end', end)
      .once('error', () => end())
      .resume(),
  );
}
