import { addressOf, defineFault, pass, SHOWN_MAX, troublePage } from './define-fault.ts';

/** Refuses the pages of a console for a time that it names. Asking earlier is refused again. */
export default defineFault({
  name: 'rate-limit',
  id: 'F-15',
  summary: 'A console refuses its pages for a stated time after too many requests.',
  shows: 'A page "Too many requests" that says how many seconds to wait, with "Try again".',
  recovery: 'Wait as long as the page says, then try again once.',
  memory: rng => ({
    strikeAt: rng.int(3, 8),
    lastsMs: rng.int(8, 24) * 5000,
    left: SHOWN_MAX,
    app: '',
    untilMs: 0,
  }),
  respond: (memory, exchanged) => {
    const { app, method, count, nowMs } = exchanged;
    const isNew = memory.app === '';
    const isClosed = isNew ? count >= memory.strikeAt : memory.app === app && nowMs < memory.untilMs;
    if (method !== 'GET' || !isClosed || memory.left === 0) return { act: pass, memory };
    const untilMs = isNew ? nowMs + memory.lastsMs : memory.untilMs;
    const reply = troublePage({
      title: 'Too many requests',
      text: `Your account has sent too many requests. Wait ${Math.ceil((untilMs - nowMs) / 1000)} seconds, then try again.`,
      status: 429,
      retry: addressOf(exchanged),
    });
    return { act: { kind: 'answer', reply }, memory: { ...memory, app, untilMs, left: memory.left - 1 } };
  },
});
