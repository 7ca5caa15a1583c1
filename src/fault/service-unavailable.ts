import { defineFault, pass, troublePage } from './define-fault.ts';
import { link } from '../screen/script/verbs.ts';
import { MINUTE_MS, waitingOut } from './healing.ts';

/** Answers a page, and the first retry of it, with 503; then the console is back. */
export default defineFault({
  name: 'service-unavailable',
  id: 'F-04',
  summary: 'A console is away for a short time.',
  shows: 'A page that says that the service is unavailable, with "Try again".',
  recovery: 'Wait, try again once or twice, go on where it stopped.',
  healing: waitingOut({
    sign: 'Service unavailable',
    ms: () => MINUTE_MS,
    again: link('Try again'),
    thought: () => 'The console is away for maintenance. I wait a minute before I try again.',
  }),
  memory: rng => ({ strikeAt: rng.int(3, 7), left: rng.int(1, 2), app: '' }),
  respond: (memory, { method, app, path, search, count }) => {
    const isAway = memory.app === app || memory.app === '';
    if (method !== 'GET' || count < memory.strikeAt || memory.left === 0 || !isAway)
      return { act: pass, memory };
    const reply = troublePage({
      title: 'Service unavailable',
      text: 'The service is temporarily unavailable for maintenance. Please try again in a minute.',
      status: 503,
      retry: path + search,
    });
    return { act: { kind: 'answer', reply }, memory: { ...memory, app, left: memory.left - 1 } };
  },
});
