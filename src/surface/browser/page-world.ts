import { InfraError } from '../../core/errors.ts';
import { inPageScript, WORLD } from './bundle.ts';
import type { InPage } from './in-page.ts';
import type { Stage } from './stage.ts';

/** What a function of the page's own world answers. */
export type Answer<F extends keyof InPage> = Awaited<ReturnType<InPage[F]>>;

/** Calls a function of the page's own world. Undefined when the document went away meanwhile. */
export type CallPage = <F extends keyof InPage>(
  name: F,
  ...parts: Parameters<InPage[F]>
) => Promise<Answer<F> | undefined>;

/** The world of our own beside a page's. */
export interface PageWorld {
  /** Frames are shown until the answer is there. */
  call: CallPage;
  /** Asks while somebody else shows frames, or none. For what needs no frame to be answered. */
  ask: CallPage;
}

/** Puts our script beside every document of the page, in a world that the document cannot see. */
export async function openWorld(stage: Stage, mainFrame: string): Promise<PageWorld> {
  const { wire, during } = stage;
  // By its unique id: a document in another process counts its contexts anew, and what is said late of the old one's
  // would be taken for the new one's.
  let world: string | undefined;
  wire.on('Runtime.executionContextCreated', ({ context }) => {
    const facts = context.auxData as { frameId?: string } | undefined;
    if (context.name === WORLD && facts?.frameId === mainFrame) world = context.uniqueId;
  });
  wire.on('Runtime.executionContextDestroyed', ({ executionContextUniqueId }) => {
    if (world === executionContextUniqueId) world = undefined;
  });
  wire.on('Runtime.executionContextsCleared', () => {
    world = undefined;
  });
  const script = { source: inPageScript(), worldName: WORLD, runImmediately: true };
  await during(
    Promise.all([wire.send('Runtime.enable'), wire.send('Page.addScriptToEvaluateOnNewDocument', script)]),
  );
  const caller =
    (wait: Stage['during']): CallPage =>
    async (name, ...parts) => {
      const uniqueContextId = world;
      if (uniqueContextId === undefined) {
        await wait(breathe());
        return undefined;
      }
      const expression = `iamRange.${name}(${parts.map(part => JSON.stringify(part)).join(', ')})`;
      // The list of a select opens only for somebody who acts.
      const userGesture = name === 'restore';
      const call = { expression, uniqueContextId, returnByValue: true, awaitPromise: true, userGesture };
      try {
        const { exceptionDetails, result } = await wait(wire.send('Runtime.evaluate', call));
        if (!exceptionDetails) return result.value;
        throw new InfraError('BROWSER_CRASH', `The page's own script failed: ${describe(exceptionDetails)}`);
      } catch (error) {
        // A document that goes away takes the question with it.
        const isGone = !(error instanceof InfraError) && GONE.test(String(error));
        if (!isGone) throw error;
        if (world === uniqueContextId) world = undefined;
        return undefined;
      }
    };
  return { call: caller(during), ask: caller(promise => promise) };
}

const GONE = /context|navigated|collected|destroyed/i;

function describe(details: { text: string; exception?: { description?: string } }): string {
  return details.exception?.description ?? details.text;
}

/** Lets messages of the browser in. */
function breathe(): Promise<void> {
  return new Promise(done => setImmediate(done));
}
