import type { InfraError } from '../../core/errors.ts';
import type { Point } from '../../screen/action.ts';
import { withDeadline } from './deadline.ts';
import type { Reading } from './in-page.ts';
import { followLoading, type Loading } from './loading.ts';
import { type CallPage, openWorld } from './page-world.ts';
import { hung } from './pipe.ts';
import type { Stage } from './stage.ts';
import type { Send } from './wire.ts';

/** A page that can be waited for: every method comes back with the page at rest. */
export interface Tab {
  send: Send;
  /** Where the pointer rests, if it has moved. */
  pointer: Point | undefined;
  /** Sends input and waits until the page has taken it. Frames are shown meanwhile. */
  input(calls: () => Promise<unknown>[]): Promise<void>;
  call: CallPage;
  /** Whether the last input began a navigation, which may be over already. */
  isLeaving(): Promise<boolean>;
  /** Waits until every navigation has loaded, no request is open and all fonts are there. */
  settle(): Promise<void>;
  /** The settled screen. Its address is that of the whole page, as the workspace bar shows it. */
  observe(): Promise<{ reading: Reading; picture: Uint8Array; url: string }>;
  /** Makes the page as a new one: blank, without history, under no pointer. */
  clear(): Promise<void>;
  /** With the part that it leads to. */
  url(): string;
}

/** Prepares a page. `pending` counts the requests of its session that are not answered yet. */
export async function openTab(stage: Stage, pending: () => number): Promise<Tab> {
  const { wire, during } = stage;
  const { frameTree } = await wire.send('Page.getFrameTree');
  const loading = followLoading(wire, frameTree.frame.id);
  const { call, ask } = await openWorld(stage, frameTree.frame.id);
  await preparePage(stage);
  let documentsBefore = 0;
  const settle = (): Promise<void> => settlePage({ stage, loading, call, pending });
  const tab: Tab = {
    send: wire.send,
    pointer: undefined,
    input: async calls => {
      documentsBefore = loading.documents();
      await during(Promise.all(calls()));
    },
    call,
    isLeaving: async () => {
      const isSettled = await call('settled');
      return isSettled === undefined || loading.isBusy() || loading.documents() !== documentsBefore;
    },
    settle,
    url: loading.url,
    observe: async () => {
      for (let round = 0; round < ROUNDS; round++) {
        await settle();
        await showPointer();
        // The page is at rest: its tree is read while its picture is packed.
        const [picture, reading] = await Promise.all([stage.shoot(), ask('read')]);
        const isAtRest = reading?.isSettled && !loading.isBusy() && pending() === 0;
        if (isAtRest) return { reading, picture, url: loading.url().replace(/#.*$/s, '') };
      }
      throw giveUp(stage, 'it moves whenever it is read');
    },
    clear: async () => {
      // The next document gets a pointer that is nowhere, unless it never was anywhere.
      tab.pointer &&= NOWHERE;
      await tab.input(() => [wire.send('Page.navigate', { url: 'about:blank' })]);
      await settle();
      await wire.send('Page.resetNavigationHistory');
    },
  };
  let shownDocuments = 0;
  /**
   * A new document takes input after its first frame, and learns where the pointer rests only when that
   * moves.
   */
  const showPointer = async (): Promise<void> => {
    if (shownDocuments === loading.documents()) return;
    shownDocuments = loading.documents();
    await stage.show();
    const at = tab.pointer;
    if (at) await during(wire.send('Input.dispatchMouseEvent', { type: 'mouseMoved', ...at }));
  };
  return tab;
}

/** Where a pointer rests that touches nothing. */
export const NOWHERE: Point = { x: -1, y: -1 };

/** How often a screen may turn out to have moved while it was read before the page counts as restless. */
const ROUNDS = 100;

async function preparePage({ wire, during }: Stage): Promise<void> {
  wire.on('Page.javascriptDialogOpening', () => {
    void wire.send('Page.handleJavaScriptDialog', { accept: false }).catch(() => {});
  });
  const features = [
    { name: 'prefers-reduced-motion', value: 'reduce' },
    { name: 'prefers-color-scheme', value: 'light' },
  ];
  await during(
    Promise.all([
      wire.send('Page.enable'),
      wire.send('Emulation.setFocusEmulationEnabled', { enabled: true }),
      wire.send('Emulation.setEmulatedMedia', { features }),
    ]),
  );
}

interface PageParts {
  stage: Stage;
  loading: Loading;
  call: CallPage;
  pending(): number;
}

async function settlePage({ stage, loading, call, pending }: PageParts): Promise<void> {
  const until = performance.now() + stage.deadlineMs;
  let unrest = 'a document loads';
  for (;;) {
    const left = until - performance.now();
    if (left <= 0) throw giveUp(stage, unrest);
    // The deadline ends with the waiting: one that is left behind would end a browser that others use by then.
    await withDeadline(stage.during(loading.finished()), left, () => giveUp(stage, 'a document loads'));
    const isSettled = await call('settled');
    if (isSettled !== undefined) loading.noteTasksRun();
    if (isSettled && !loading.isBusy() && pending() === 0) return;
    unrest = unrestOf(isSettled, loading.isBusy(), pending());
  }
}

/** Which of the things that a page at rest has come to an end with is not over yet. */
function unrestOf(isSettled: boolean | undefined, isBusy: boolean, pending: number): string {
  if (isSettled === undefined) return 'its document does not answer';
  if (isBusy) return 'a navigation is under way';
  return pending > 0 ? `${pending} requests are open` : 'its document or fonts are not loaded';
}

function giveUp(stage: Stage, unrest: string): InfraError {
  stage.abort();
  return hung(`with a page at rest (${unrest})`, stage.deadlineMs);
}
