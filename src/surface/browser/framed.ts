import { InfraError } from '../../core/errors.ts';
import type { Viewport } from '../../screen/observation.ts';
import { pictureSize } from '../../screen/viewport.ts';
import type { Binary } from './binary.ts';
import type { Pictures } from './flags.ts';
import { launchShell, type Shell } from './launch.ts';
import { enlarge } from './scale.ts';
import type { Driver, Stage } from './stage.ts';
import { DEADLINE_MS, type Wire } from './wire.ts';

/** A browser grows with every page. After this many a new one takes over, and the old one ends with its last page. */
const PAGES_PER_SHELL = 20;

/** A frame that runs what is due, such as layout, and is not drawn: nobody looks at it. */
const UNDRAWN = { noDisplayUpdates: true };

/** How often a frame may come without its picture before the browser counts as broken. */
const SHOTS = 200;

interface Tenancy {
  shell: Shell;
  opened: number;
  open: number;
}

/** The running browsers: which one takes the next page, and when one has had its last. */
interface Tenancies {
  take(): Promise<Tenancy>;
  leave(tenancy: Tenancy): Promise<void>;
  close(): Promise<void>;
}

/**
 * Drives a headless shell whose frames are issued here, one by one: nothing is shown that was not asked
 * for.
 */
export function framedDriver(options: {
  binary: Binary;
  cache: string;
  childEnv: Record<string, string>;
  pictures: Pictures;
  deadlineMs?: number;
}): Driver {
  const { pictures, deadlineMs = DEADLINE_MS } = options;
  const { take, leave, close } = openTenancies(() => launchShell({ ...options, deadlineMs }));
  return {
    open: async ({ viewport, port }) => {
      const tenancy = await take();
      tenancy.opened++;
      tenancy.open++;
      try {
        return await openStage({
          shell: tenancy.shell,
          viewport,
          port,
          pictures,
          deadlineMs,
          onClose: () => leave(tenancy),
        });
      } catch (error) {
        await leave(tenancy);
        throw error;
      }
    },
    version: async () => (await take()).shell.product.replace(/^.*\//, ''),
    close,
  };
}

function openTenancies(start: () => Promise<Shell>): Tenancies {
  let current: Promise<Tenancy> | undefined;
  const all = new Set<Tenancy>();
  const hasRoom = ({ shell, opened }: Tenancy): boolean => shell.isAlive() && opened < PAGES_PER_SHELL;
  const launch = (): Promise<Tenancy> => {
    const launching = start().then(shell => {
      const tenancy = { shell, opened: 0, open: 0 };
      all.add(tenancy);
      return tenancy;
    });
    launching.catch(() => {
      if (current === launching) current = undefined;
    });
    return launching;
  };
  const take = async (): Promise<Tenancy> => {
    const found = current;
    const present = await found;
    if (present && hasRoom(present)) return present;
    // Of all who came meanwhile the first one starts a browser, and the others wait for it.
    if (found === current) current = launch();
    return take();
  };
  const leave = async (tenancy: Tenancy): Promise<void> => {
    tenancy.open--;
    // The current one is kept for the next page, unless there will be none: nothing else would end it.
    if (tenancy.open > 0 || hasRoom(tenancy)) return;
    all.delete(tenancy);
    await tenancy.shell.close();
  };
  const close = async (): Promise<void> => {
    await current?.catch(() => {});
    current = undefined;
    await Promise.all([...all].map(({ shell }) => shell.close()));
    all.clear();
  };
  return { take, leave, close };
}

interface StageOptions {
  shell: Shell;
  viewport: Viewport;
  port: number;
  pictures: Pictures;
  deadlineMs: number;
  onClose(): Promise<void>;
}

async function openStage(options: StageOptions): Promise<Stage> {
  const { shell, viewport, port, pictures, deadlineMs, onClose } = options;
  const { root } = shell.pipe;
  const { browserContextId } = await root.send('Target.createBrowserContext', {
    disposeOnDetach: true,
    proxyServer: `http://127.0.0.1:${port}`,
    // Without this the browser would reach loopback itself, where other programs listen.
    proxyBypassList: '<-loopback>',
  });
  await root.send('Browser.setDownloadBehavior', { behavior: 'deny', browserContextId });
  const { targetId } = await root.send('Target.createTarget', {
    url: 'about:blank',
    ...pictureSize(viewport),
    browserContextId,
    enableBeginFrameControl: true,
  });
  const { sessionId } = await root.send('Target.attachToTarget', { targetId, flatten: true });
  const wire = await enlarge(shell.pipe.session(sessionId), viewport);
  root.on('Target.targetCreated', ({ targetInfo }) => {
    const isOurs = targetInfo.browserContextId === browserContextId && targetInfo.targetId !== targetId;
    // A session is one page: a window that a link asks for is not opened.
    if (isOurs && targetInfo.type === 'page') void closeTarget(root, targetInfo.targetId);
  });
  wire.on('Inspector.targetCrashed', () => {
    shell.pipe.drop(sessionId, new InfraError('BROWSER_CRASH', 'The page of the browser crashed.'));
  });
  return {
    wire,
    deadlineMs,
    during: promise => during(wire, promise),
    show: () => show(wire),
    shoot: () => shoot(wire, pictures),
    abort: () => void shell.close(),
    close: async () => {
      shell.pipe.drop(sessionId, new Error('The session is closed.'));
      if (shell.isAlive())
        await root.send('Target.disposeBrowserContext', { browserContextId }).catch(() => {});
      await onClose();
    },
  };
}

async function closeTarget(root: Wire, targetId: string): Promise<void> {
  await root.send('Target.closeTarget', { targetId }).catch(() => {});
}

/** A browser that is asked for frame after frame does little else, so it gets a few milliseconds for its work. */
function pause(): Promise<void> {
  return new Promise(done => setTimeout(done, 4));
}

async function during<T>(wire: Wire, promise: Promise<T>): Promise<T> {
  let isDone = false;
  const note = (): void => {
    isDone = true;
  };
  const noted = promise.then(note, note);
  while (!isDone) {
    await wire.send('HeadlessExperimental.beginFrame', UNDRAWN);
    if (!isDone) await Promise.race([noted, pause()]);
  }
  return promise;
}

/** What lies under the pointer is settled a frame after a layout, so it takes two. */
async function show(wire: Wire): Promise<void> {
  await wire.send('HeadlessExperimental.beginFrame', UNDRAWN);
  await wire.send('HeadlessExperimental.beginFrame', UNDRAWN);
}

async function shoot(wire: Wire, pictures: Pictures): Promise<Uint8Array> {
  await show(wire);
  const screenshot = { format: 'png' as const, optimizeForSpeed: pictures === 'fast' };
  for (let tries = 0; tries < SHOTS; tries++) {
    // A frame now and then comes without its picture: ask again.
    const { screenshotData } = await wire.send('HeadlessExperimental.beginFrame', { screenshot });
    if (screenshotData) return Buffer.from(screenshotData, 'base64');
  }
  throw new InfraError('BROWSER_CRASH', `The browser gave no picture in ${SHOTS} frames.`);
}
