import type { Wire } from './wire.ts';

/** What the main frame of a page is doing. */
export interface Loading {
  /** Whether a navigation was asked for or is under way. */
  isBusy(): boolean;
  /** Resolves when the document under way has loaded or failed. Resolves at once when none is under way. */
  finished(): Promise<void>;
  /** How many documents have been shown. */
  documents(): number;
  /** As the address bar shows it. */
  url(): string;
  /**
   * Says that all tasks of the page have run: a navigation that was asked for but did not start never will.
   */
  noteTasksRun(): void;
}

/**
 * A form's navigation starts a task or two after it was asked for. After this many rounds it has been
 * refused.
 */
const ROUNDS_TO_START = 4;

/** Follows the navigations of a main frame from the page's own events. */
export function followLoading(wire: Wire, mainFrame: string): Loading {
  let isLoading = false;
  let askedRounds = 0;
  let documents = 0;
  let url = 'about:blank';
  let waiting: (() => void)[] = [];
  const isMain = (event: { frameId: string }): boolean => event.frameId === mainFrame;
  const ask = (event: { frameId: string }): void => {
    if (isMain(event)) askedRounds = ROUNDS_TO_START;
  };
  wire.on('Page.frameRequestedNavigation', event => {
    if (event.disposition === 'currentTab') ask(event);
  });
  wire.on('Page.frameScheduledNavigation', ask);
  wire.on('Page.frameStartedLoading', event => {
    if (!isMain(event)) return;
    isLoading = true;
    askedRounds = 0;
  });
  wire.on('Page.frameStoppedLoading', event => {
    if (!isMain(event)) return;
    isLoading = false;
    askedRounds = 0;
    for (const done of waiting) done();
    waiting = [];
  });
  wire.on('Page.frameNavigated', ({ frame }) => {
    if (frame.id !== mainFrame) return;
    documents++;
    url = frame.unreachableUrl ?? frame.url + (frame.urlFragment ?? '');
  });
  wire.on('Page.navigatedWithinDocument', event => {
    if (isMain(event)) url = event.url;
  });
  return {
    isBusy: () => isLoading || askedRounds > 0,
    finished: () => (isLoading ? new Promise(done => waiting.push(done)) : Promise.resolve()),
    documents: () => documents,
    url: () => url,
    noteTasksRun: () => {
      if (askedRounds > 0) askedRounds--;
    },
  };
}
