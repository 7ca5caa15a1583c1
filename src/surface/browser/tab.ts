import { InfraError } from '../../core/errors.ts';
import type { Point } from '../../screen/types.ts';
import { inPageScript, WORLD } from './bundle.ts';
import { withDeadline } from './deadline.ts';
import type { InPage, Reading } from './in-page.ts';
import { followLoading } from './loading.ts';
import { hung } from './pipe.ts';
import type { Stage } from './stage.ts';
import { DEADLINE_MS, type Send } from './wire.ts';

type Answer<F extends keyof InPage> = Awaited<ReturnType<InPage[F]>>;

/** A page that can be waited for: every method comes back with the page at rest. */
export interface Tab {
  send: Send;
  /** Where the pointer rests, if it has moved. */
  pointer: Point | undefined;
  /** Sends input and waits until the page has taken it. Frames are shown meanwhile. */
  input(calls: () => Promise<unknown>[]): Promise<void>;
  /** Calls a function of the page's own world. Undefined when the document went away meanwhile. */
  call<F extends keyof InPage>(name: F, ...parts: Parameters<InPage[F]>): Promise<Answer<F> | undefined>;
  /** Whether the last input began a navigation, which may be over already. */
  isLeaving(): Promise<boolean>;
  /** Waits until every navigation has loaded, no request is open, fonts are there and a frame of it all was shown. */
  settle(): Promise<void>;
  /** The settled screen. */
  observe(): Promise<{ reading: Reading; picture: Uint8Array; url: string }>;
  url(): string;
}

/** Prepares a page. `pending` counts the requests of its session that are not answered yet. */
export async function openTab(stage: Stage, pending: () => number): Promise<Tab> {
  const { wire, during } = stage;
  const { frameTree } = await wire.send('Page.getFrameTree');
  const mainFrame = frameTree.frame.id;
  const loading = followLoading(wire, mainFrame);
  let world: number | undefined;
  let shownDocuments = 0;
  let documentsBefore = 0;
  wire.on('Runtime.executionContextCreated', ({ context }) => {
    const facts = context.auxData as { frameId?: string } | undefined;
    if (context.name === WORLD && facts?.frameId === mainFrame) world = context.id;
  });
  wire.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
    if (world === executionContextId) world = undefined;
  });
  wire.on('Runtime.executionContextsCleared', () => {
    world = undefined;
  });
  wire.on('Page.javascriptDialogOpening', () => {
    void wire.send('Page.handleJavaScriptDialog', { accept: false }).catch(() => {});
  });
  const script = { source: inPageScript(), worldName: WORLD, runImmediately: true };
  await during(
    Promise.all([
      wire.send('Page.enable'),
      wire.send('Runtime.enable'),
      wire.send('Page.addScriptToEvaluateOnNewDocument', script),
      wire.send('Emulation.setFocusEmulationEnabled', { enabled: true }),
      wire.send('Emulation.setEmulatedMedia', {
        features: [
          { name: 'prefers-reduced-motion', value: 'reduce' },
          { name: 'prefers-color-scheme', value: 'light' },
        ],
      }),
    ]),
  );

  const call: Tab['call'] = async (name, ...parts) => {
    const contextId = world;
    if (contextId === undefined) {
      await during(breathe());
      return undefined;
    }
    const expression = `iamRange.${name}(${parts.map(part => JSON.stringify(part)).join(', ')})`;
    try {
      const answer = await during(
        wire.send('Runtime.evaluate', { expression, contextId, returnByValue: true, awaitPromise: true }),
      );
      if (!answer.exceptionDetails) return answer.result.value;
      throw new InfraError(
        'BROWSER_CRASH',
        `The page's own script failed: ${describe(answer.exceptionDetails)}`,
      );
    } catch (error) {
      // A document that goes away takes the question with it.
      if (error instanceof InfraError || !/context|navigated|collected|destroyed/i.test(String(error)))
        throw error;
      if (world === contextId) world = undefined;
      return undefined;
    }
  };
  const isLeaving = async (): Promise<boolean> => {
    const isSettled = await call('settled');
    return isSettled === undefined || loading.isBusy() || loading.documents() !== documentsBefore;
  };
  const settle = async (): Promise<void> => {
    const until = performance.now() + DEADLINE_MS;
    for (;;) {
      const left = until - performance.now();
      if (left <= 0) throw giveUp(stage);
      await during(withDeadline(loading.finished(), left, () => giveUp(stage)));
      const isSettled = await call('settled');
      if (isSettled !== undefined) loading.noteTasksRun();
      if (isSettled && !loading.isBusy() && pending() === 0) return;
    }
  };
  /** A new document learns where the pointer rests only when it moves. It takes input after its first frame. */
  const showPointer = async (): Promise<void> => {
    if (shownDocuments === loading.documents()) return;
    shownDocuments = loading.documents();
    await stage.show();
    const at = tab.pointer;
    if (at) await during(wire.send('Input.dispatchMouseEvent', { type: 'mouseMoved', ...at }));
  };
  const tab: Tab = {
    send: wire.send,
    pointer: undefined,
    input: async calls => {
      documentsBefore = loading.documents();
      await during(Promise.all(calls()));
    },
    call,
    isLeaving,
    settle,
    url: loading.url,
    observe: async () => {
      for (let round = 0; round < 100; round++) {
        await settle();
        await showPointer();
        const picture = await stage.shoot();
        const reading = await call('read');
        if (reading?.isSettled && !loading.isBusy() && pending() === 0)
          return { reading, picture, url: loading.url() };
      }
      throw giveUp(stage);
    },
  };
  return tab;
}

function giveUp(stage: Stage): InfraError {
  stage.abort();
  return hung('with a page at rest');
}

function describe(details: { text: string; exception?: { description?: string } }): string {
  return details.exception?.description ?? details.text;
}

/** Lets messages of the browser in. */
function breathe(): Promise<void> {
  return new Promise(done => setImmediate(done));
}
