import type { Reply } from '../app/app.ts';
import type { Exchanged, HeldForm } from '../app/host/intercept.ts';
import { formatMs } from '../core/calendar.ts';
import { defineFault, pass, SHOWN_MAX, troublePage } from './define-fault.ts';
import { link } from '../screen/script/verbs.ts';
import { MINUTE_MS, waitingOut } from './healing.ts';

interface Memory {
  strikeAt: number;
  job: number;
  lastsMs: number;
  left: number;
  /** The form that waits for its turn. */
  held: HeldForm | null;
  queuedMs: number;
  isDone: boolean;
}

/** Puts a form into a queue: the change is made when its turn comes, and until then the record shows the old state. */
export default defineFault<Memory>({
  name: 'queued-job',
  id: 'F-09',
  summary: 'A change is queued as a job and is carried out some time later.',
  shows: 'A page "Change is queued" with the number of the job, its state "Pending" and a link "Refresh".',
  recovery: 'Do not send it again: wait and refresh until the job is done, and only then go on.',
  healing: waitingOut({
    sign: 'Change is queued',
    ms: () => MINUTE_MS,
    again: link('Refresh'),
    thought: () =>
      'The change waits for its turn and is not made yet. I wait and refresh; I do not send it twice.',
  }),
  memory: rng => ({
    strikeAt: rng.int(1, 2),
    job: rng.int(4000, 9999),
    lastsMs: rng.int(30, 110) * 1000,
    left: SHOWN_MAX,
    held: null,
    queuedMs: 0,
    isDone: false,
  }),
  respond: (memory, exchanged) => {
    const { isSave, saves, nowMs } = exchanged;
    const { held, isDone } = memory;
    if (isDone || (!held && (!isSave || saves < memory.strikeAt))) return { act: pass, memory };
    if (!held) {
      const { app, path, search, form } = exchanged;
      return show({ ...memory, held: { app, path, search, form }, queuedMs: nowMs });
    }
    const isAsking = isAbout(exchanged, { ...memory, held });
    if (nowMs >= memory.queuedMs + memory.lastsMs || memory.left === 0) {
      return { act: { kind: 'release', held, isShown: isAsking }, memory: { ...memory, isDone: true } };
    }
    return isAsking ? show(memory) : { act: pass, memory };
  },
});

/** Asking for the job, or sending its form once more: the queue takes no form twice. */
function isAbout({ app, method, path }: Exchanged, { held, job }: { held: HeldForm; job: number }): boolean {
  if (app !== held.app) return false;
  return method === 'GET' ? path === pathOf(job) : path === held.path;
}

function pathOf(job: number): string {
  return `/_jobs/${job}`;
}

function show(memory: Memory): { act: { kind: 'answer'; reply: Reply }; memory: Memory } {
  const { job, queuedMs, left } = memory;
  const reply = troublePage({
    title: 'Change is queued',
    text: `Job ${job} carries this change out in its turn. It is not done yet; please do not send it again.`,
    status: 202,
    tone: 'info',
    facts: [
      { label: 'Job', value: String(job) },
      { label: 'State', value: 'Pending' },
      { label: 'Queued at', value: formatMs(queuedMs, 'HH:mm:ss') },
    ],
    retry: pathOf(job),
    retryLabel: 'Refresh',
  });
  return { act: { kind: 'answer', reply }, memory: { ...memory, left: left - 1 } };
}
