import { addressOf, defineFault, pass, SHOWN_MAX, troublePage } from './define-fault.ts';
import { textOf } from '../screen/find.ts';
import type { Observation } from '../screen/observation.ts';
import { link } from '../screen/script/verbs.ts';
import { MINUTE_MS, waitingOut } from './healing.ts';

/** Refuses the pages of a console for a time that it names. Asking earlier is refused again. */
export default defineFault({
  name: 'rate-limit',
  id: 'F-15',
  summary: 'A console refuses its pages for a stated time after too many requests.',
  shows: 'A page "Too many requests" that says how many seconds to wait, with "Try again".',
  recovery: 'Wait as long as the page says, then try again once.',
  healing: waitingOut({
    sign: 'Too many requests',
    ms: statedWaitMs,
    again: link('Try again'),
    thought: ms => `The console wants me to slow down. I wait the ${ms / 1000} seconds that it names.`,
  }),
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

/** The seconds that the page asks to wait, or a minute when it does not say. */
function statedWaitMs(screen: Observation): number {
  const seconds = /Wait (\d+) seconds/.exec(textOf(screen.tree))?.[1];
  return seconds === undefined ? MINUTE_MS : Number(seconds) * 1000;
}
