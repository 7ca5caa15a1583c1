import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { InfraError } from '../../core/errors.ts';
import { type Binary, unpackFonts, unpackLibraries } from './binary.ts';
import { environmentOf, flagsOf } from './flags.ts';
import { openPipe, type Pipe } from './pipe.ts';
import { makeProfile, type Profile } from './profile.ts';
import { hasSharedMemory } from './shared-memory.ts';

/** A running headless shell. */
export interface Shell {
  pipe: Pipe;
  /** Chromium's own name and version: `HeadlessChrome/147.0.7727.0`. */
  product: string;
  isAlive(): boolean;
  /** Ends the browser and all its processes and removes its folder. */
  close(): Promise<void>;
}

interface Attempt {
  binary: Binary;
  cache: string;
  childEnv: Record<string, string>;
  deadlineMs: number;
  hasSandbox: boolean;
  /** Folder of libraries that the system lacks. */
  libraries?: string;
}

/** Processes to end, and folders to remove, when we end without having closed them. */
const running = new Set<() => void>();
process.on('exit', () => {
  for (const end of running) end();
});

/**
 * Starts a headless shell. Where the system lacks libraries the packed ones are lent; where it allows no
 * sandbox the browser runs without (it shows our own pages only, and these have no script). Throws an
 * InfraError naming cause and cure.
 */
export async function launchShell(options: {
  binary: Binary;
  cache: string;
  childEnv: Record<string, string>;
  deadlineMs: number;
}): Promise<Shell> {
  const attempt: Attempt = { ...options, hasSandbox: process.getuid?.() !== 0 };
  for (;;) {
    const started = await start(attempt);
    if (!(started instanceof StartFailure)) return started;
    const said = started.stderr;
    if (/error while loading shared libraries/.test(said) && attempt.libraries === undefined) {
      attempt.libraries = await unpackLibraries(options.cache);
    } else if (/sandbox|namespace/i.test(said) && attempt.hasSandbox) {
      attempt.hasSandbox = false;
    } else {
      throw cannotStart(attempt, said);
    }
  }
}

class StartFailure {
  readonly stderr: string;
  constructor(stderr: string) {
    this.stderr = stderr;
  }
}

async function start(attempt: Attempt): Promise<Shell | StartFailure> {
  const profile = makeProfile(await unpackFonts(attempt.cache));
  const { child, stderr } = run(attempt, profile);
  const [, , , input, output] = child.stdio ?? [];
  if (!input || !output) {
    // Where no more files may be open a child has no pipes, and says why later.
    const { message } = await new Promise<Error>(done => child.once('error', done));
    profile.remove();
    return new StartFailure(message);
  }
  let isAlive = true;
  let hasEnded = false;
  const kill = (): void => {
    // Whoever asks for a page while it dies has to get another browser.
    isAlive = false;
    // Later on the number of its group may be that of another program.
    if (!hasEnded) killGroup(child);
  };
  const leave = (): void => {
    kill();
    profile.remove();
  };
  running.add(leave);
  const pipe = openPipe(input as Writable, output as Readable, {
    deadlineMs: attempt.deadlineMs,
    onHang: kill,
  });
  // With its first process gone the browser is broken, whatever the others still do.
  child.once('exit', kill);
  const ended = untilSilent(child, stderr).then(() => {
    pipe.fail(
      new InfraError('BROWSER_CRASH', `The browser ended by itself.${tail(stderr)}`, {
        repeat: 'run the episode again: a new browser will be started',
      }),
    );
    kill();
    hasEnded = true;
    running.delete(leave);
    profile.remove();
  });
  try {
    const { product } = await pipe.root.send('Browser.getVersion');
    await pipe.root.send('Target.setDiscoverTargets', { discover: true });
    const close = async (): Promise<void> => {
      kill();
      await ended;
    };
    return { pipe, product, isAlive: () => isAlive, close };
  } catch {
    kill();
    await ended;
    return new StartFailure(stderr.join(''));
  }
}

function run(attempt: Attempt, profile: Profile): { child: ChildProcess; stderr: string[] } {
  const { binary, childEnv, libraries, hasSandbox } = attempt;
  const env = environmentOf(profile.folder, profile.fontconfig, childEnv);
  const flags = [
    ...flagsOf('framed'),
    ...(hasSandbox ? [] : ['--no-sandbox']),
    ...(hasSharedMemory() ? [] : ['--disable-dev-shm-usage']),
    '--remote-debugging-pipe',
    `--user-data-dir=${profile.folder}`,
  ];
  const child = spawn(binary.path, flags, {
    // A group of its own, so that all its processes can be ended at once.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    env: libraries === undefined ? env : { ...env, LD_LIBRARY_PATH: libraries },
  });
  const stderr: string[] = [];
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr.push(text);
    if (stderr.length > 50) stderr.shift();
  });
  return { child, stderr };
}

/** Real milliseconds that pipes may stay open when the browser has exited: time to read what it said last. */
const GRACE_MS = 1000;

/**
 * Resolves when the browser has ended and all that it said is read. A process that left its group, and so was not ended
 * with it, may hold the pipes open for as long as it lives: then they are let go of.
 */
function untilSilent(child: ChildProcess, stderr: string[]): Promise<void> {
  const letGo = (): void => {
    for (const stream of child.stdio) stream?.destroy();
  };
  return new Promise(done => {
    let timer: NodeJS.Timeout | undefined;
    child.once('error', error => {
      stderr.push(error.message);
      done();
    });
    child.once('exit', () => {
      // A program that was busy all the while reads first what lies in the pipes.
      timer = setTimeout(() => setImmediate(letGo), GRACE_MS);
    });
    child.once('close', () => {
      clearTimeout(timer);
      done();
    });
  });
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // All of them have ended already.
  }
}

function tail(stderr: readonly string[]): string {
  const lines = stderr.join('').trim().split('\n').slice(-5);
  return lines[0] === '' ? '' : ` It said:\n${lines.join('\n')}`;
}

/** Debian's names of the packages that hold the libraries a browser is most often started without. */
const PACKAGES: readonly (readonly [library: RegExp, name: string])[] = [
  [/^libnss3|^libnssutil3|^libsmime3/, 'libnss3'],
  [/^libnspr4|^libplc4|^libplds4/, 'libnspr4'],
  [/^libexpat/, 'libexpat1'],
  [/^libfontconfig/, 'libfontconfig1'],
  [/^libfreetype/, 'libfreetype6'],
  [/^libdbus-1/, 'libdbus-1-3'],
  [/^libglib-2|^libgobject-2|^libgio-2/, 'libglib2.0-0'],
  [/^libatk-1/, 'libatk1.0-0'],
  [/^libatk-bridge/, 'libatk-bridge2.0-0'],
  [/^libgbm/, 'libgbm1'],
  [/^libasound/, 'libasound2'],
  [
    /^libX|^libxcb|^libxkbcommon/,
    'libx11-6 libxcb1 libxcomposite1 libxdamage1 libxext6 libxfixes3 libxrandr2 libxkbcommon0',
  ],
];

function cannotStart(attempt: Attempt, stderr: string): InfraError {
  const missing = missingLibraries(attempt.binary.path);
  const names = missing.map(library => PACKAGES.find(([pattern]) => pattern.test(library))?.[1] ?? library);
  const cure = [...new Set(names)].sort().join(' ');
  return new InfraError('BROWSER_START', `The browser cannot be started.${tail([stderr])}`, {
    where: attempt.binary.path,
    ...(missing.length > 0 ? { nearest: `missing on this system: ${missing.join(', ')}` } : {}),
    ...(cure ? { repeat: `apt-get install -y ${cure}` } : {}),
  });
}

function missingLibraries(path: string): string[] {
  const said = spawnSync('ldd', [path], { encoding: 'utf8' }).stdout ?? '';
  return [...said.matchAll(/^\s*(\S+) => not found/gm)].map(match => match[1] ?? '').sort();
}
