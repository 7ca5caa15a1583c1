import { formatMs } from '../core/calendar.ts';
import { COLLEAGUES, defineFault, pass, SHOWN_MAX, troublePage } from './define-fault.ts';
import { GO_BACK, MINUTE_MS, mend, notice } from './healing.ts';

/** Keeps a record locked for a colleague, until the colleague is done with it. */
export default defineFault({
  name: 'record-locked',
  id: 'F-07',
  summary: 'A colleague has the record open for editing and keeps it locked for a while.',
  shows: 'A page "Record is locked" that names the colleague and says that nothing was saved.',
  recovery: 'Leave the lock alone, wait for the colleague, open the record again, read it, do it again.',
  healing: {
    signs: ['Record is locked'],
    isResult: false,
    *heal() {
      yield* notice({
        kind: 'wait',
        ms: 3 * MINUTE_MS,
        thought:
          'A colleague is editing this record, and nothing of mine was saved. I wait until it is free.',
      });
      return yield* mend({
        kind: 'click',
        at: GO_BACK,
        thought: 'I open the record again and read what it says now before I do my change.',
      });
    },
  },
  memory: rng => ({
    strikeAt: rng.int(1, 2),
    colleague: rng.pick(COLLEAGUES),
    sinceMs: rng.int(4, 20) * MINUTE_MS,
    lastsMs: rng.int(40, 170) * 1000,
    left: SHOWN_MAX,
    record: '',
    untilMs: 0,
    since: '',
  }),
  respond: (memory, { app, path, isSave, saves, nowMs }) => {
    const record = `${app}${path}`;
    const isNew = memory.record === '';
    const isLocked = isNew ? saves >= memory.strikeAt : memory.record === record && nowMs < memory.untilMs;
    if (!isSave || !isLocked || memory.left === 0) return { act: pass, memory };
    const since = isNew ? formatMs(nowMs - memory.sinceMs, 'HH:mm') : memory.since;
    const untilMs = isNew ? nowMs + memory.lastsMs : memory.untilMs;
    const reply = troublePage({
      title: 'Record is locked',
      text: `${memory.colleague} has been editing this record since ${since}. Your changes were not saved. Try again when the record is free.`,
      status: 423,
    });
    return {
      act: { kind: 'answer', reply },
      memory: { ...memory, record, since, untilMs, left: memory.left - 1 },
    };
  },
});
