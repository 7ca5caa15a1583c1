import { COLLEAGUES, defineFault, isSaveDue, pass, troublePage } from './define-fault.ts';
import { goingBack } from './healing.ts';

/** Refuses one submit because somebody else saved the record meanwhile: nothing of the form is kept. */
export default defineFault({
  name: 'stale-record',
  id: 'F-06',
  summary: 'Somebody else saved the record first.',
  shows: 'A page that says that the record was changed by a colleague and that nothing was saved.',
  recovery: 'Open the record again, read what is there now, do it again if it is still right.',
  healing: goingBack(
    'Record was changed',
    'Somebody saved the record before me, so nothing of mine was kept. I open it again and read it.',
  ),
  memory: rng => ({ strikeAt: rng.int(1, 2), colleague: rng.pick(COLLEAGUES), isDone: false }),
  respond: (memory, exchanged) => {
    if (!isSaveDue(memory, exchanged)) return { act: pass, memory };
    const reply = troublePage({
      title: 'Record was changed',
      text: `This record was changed by ${memory.colleague} since you opened it. Your changes were not saved.`,
      status: 409,
    });
    return { act: { kind: 'answer', reply }, memory: { ...memory, isDone: true } };
  },
});
