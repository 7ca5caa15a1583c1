import { addressOf, defineFault, pass, SHOWN_MAX, troublePage } from './define-fault.ts';
import { RELOAD, waitingOut } from './healing.ts';

const LOAD_WAIT_MS = 10_000;

/** Has one page come late: until then it says that it is loading. */
export default defineFault({
  name: 'slow-page',
  id: 'F-05',
  summary: 'One page takes long to load.',
  shows: 'A page "Loading" that says that it takes longer than usual, and nothing else.',
  recovery: 'Wait a little, reload the page, no second click on what led there.',
  healing: waitingOut({
    sign: 'Loading',
    ms: () => LOAD_WAIT_MS,
    again: RELOAD,
    thought: () =>
      'The page is still loading. I give it some seconds and reload; clicking again helps nothing.',
  }),
  memory: rng => ({
    strikeAt: rng.int(3, 8),
    lastsMs: rng.int(8, 36) * 1000,
    left: SHOWN_MAX,
    page: '',
    untilMs: 0,
  }),
  respond: (memory, exchanged) => {
    const { app, method, count, nowMs } = exchanged;
    const page = `${app}${addressOf(exchanged)}`;
    const isNew = memory.page === '';
    const isSlow = isNew ? count >= memory.strikeAt : memory.page === page && nowMs < memory.untilMs;
    if (method !== 'GET' || !isSlow || memory.left === 0) return { act: pass, memory };
    const untilMs = isNew ? nowMs + memory.lastsMs : memory.untilMs;
    const reply = troublePage({
      title: 'Loading',
      text: 'The records are being loaded. This takes longer than usual; reload the page in a moment.',
      status: 202,
      tone: 'info',
    });
    return { act: { kind: 'answer', reply }, memory: { ...memory, page, untilMs, left: memory.left - 1 } };
  },
});
