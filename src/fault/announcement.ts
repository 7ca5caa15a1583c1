import type { Reply } from '../app/app.ts';
import type { Exchanged } from '../app/host/intercept.ts';
import { addressOf, defineFault, pass, SHOWN_MAX, troublePage } from './define-fault.ts';
import { button, checkbox, offers } from '../screen/script/verbs.ts';
import { mend } from './healing.ts';

const PATH = '/_announcement';
const TICK = 'I have read this';

const NOTICES = [
  {
    title: 'Planned maintenance',
    text: 'This console is updated on Sunday night.',
    prose:
      'On Sunday from 22:00 to 02:00 the console is not available. Save your work before. Changes that are queued by then are carried out afterwards.',
    needsTick: false,
  },
  {
    title: 'Updated terms of use',
    text: 'Please confirm the terms of use for administrators before you go on.',
    prose:
      'Administrator access is personal. What is done with it is recorded and reviewed. Personal details are opened only where a record of work calls for it, and are not passed on.',
    needsTick: true,
  },
  {
    title: 'Security reminder',
    text: 'Beware of callers who press for a quick reset.',
    prose:
      'In the last weeks callers have posed as managers to have sign-in methods reset. Call back on the number that HR holds, whoever asks. Report such calls to the security desk.',
    needsTick: true,
  },
] as const;

interface Memory {
  strikeAt: number;
  notice: number;
  left: number;
  app: string;
  /** Where the operator was going. */
  to: string;
  isDone: boolean;
}

/** Puts an announcement in the way of a console's pages until it is acknowledged. */
export default defineFault<Memory>({
  name: 'announcement',
  id: 'F-19',
  summary: 'An announcement stands in the way until it is acknowledged.',
  shows: 'A page with a notice and the button "Continue", on some with a box to tick before.',
  recovery: 'Read it, tick the box where there is one, continue; the page that was asked for follows.',
  healing: {
    signs: NOTICES.map(({ title }) => title),
    isResult: true,
    *heal(screen) {
      const box = checkbox(TICK);
      if (offers(screen, box)) {
        yield* mend({
          kind: 'click',
          at: box,
          thought: 'An announcement wants to be acknowledged. I have read it.',
        });
      }
      return yield* mend({
        kind: 'click',
        at: button('Continue'),
        thought: 'The announcement changes nothing in my work. I go on to the page that I asked for.',
      });
    },
  },
  memory: rng => ({
    strikeAt: rng.int(3, 8),
    notice: rng.int(0, NOTICES.length - 1),
    left: SHOWN_MAX,
    app: '',
    to: '',
    isDone: false,
  }),
  respond: (memory, exchanged) => {
    const { app, method, path, count } = exchanged;
    const isOpen = memory.app === app && !memory.isDone;
    if (isOpen && method === 'POST' && path === PATH) return acknowledge(memory, exchanged);
    const isDue = memory.app === '' ? count >= memory.strikeAt : isOpen;
    if (method !== 'GET' || !isDue || memory.left === 0) return { act: pass, memory };
    const to = path === PATH ? memory.to : addressOf(exchanged);
    const next = { ...memory, app, to, left: memory.left - 1 };
    return { act: { kind: 'answer', reply: draw(next) }, memory: next };
  },
});

function acknowledge(memory: Memory, { form }: Exchanged): ReturnType<typeof respondWith> {
  const isTicked = form.some(([name]) => name === 'read');
  if (NOTICES[memory.notice]?.needsTick && !isTicked && memory.left > 0) {
    return respondWith(draw(memory, `Tick "${TICK}" to continue.`), { ...memory, left: memory.left - 1 });
  }
  return respondWith({ kind: 'redirect', to: memory.to }, { ...memory, isDone: true });
}

function respondWith(
  reply: Reply,
  memory: Memory,
): { act: { kind: 'answer'; reply: Reply }; memory: Memory } {
  return { act: { kind: 'answer', reply }, memory };
}

function draw({ notice }: Memory, problem?: string): Reply {
  const { title, text, prose, needsTick } = NOTICES[notice] ?? NOTICES[0];
  const box = {
    kind: 'checkbox',
    name: 'read',
    label: TICK,
    required: true,
    ...(problem ? { problem } : {}),
  } as const;
  return troublePage({
    title,
    text,
    prose,
    status: 200,
    tone: 'info',
    form: { action: PATH, fields: needsTick ? [box] : [], buttons: [{ label: 'Continue' }] },
  });
}
