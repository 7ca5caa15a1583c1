import { defineFault, isSaveDue, pass, resend, troublePage } from './define-fault.ts';
import { goingBack } from './healing.ts';

/** Loses the answer to a form, which was saved or was not: sending it again may do it twice. */
export default defineFault({
  name: 'lost-answer',
  id: 'F-21',
  summary: 'The answer to a form is lost; the form itself may have been saved or not.',
  shows: 'A page "The request timed out" with a button that would send the form again.',
  recovery: 'Never send it again unseen: read the record, and do it once more only if it was not saved.',
  healing: goingBack(
    'The request timed out',
    'It may have been carried out. I do not send it again; I go back and read the record first.',
  ),
  memory: rng => ({
    strikeAt: rng.int(1, 2),
    isSaved: rng.chance(2, 3),
    seconds: rng.pick([30, 45, 60]),
    isDone: false,
  }),
  respond: (memory, exchanged) => {
    if (!isSaveDue(memory, exchanged)) return { act: pass, memory };
    const reply = troublePage({
      title: 'The request timed out',
      text: `There was no answer within ${memory.seconds} seconds. Your request may or may not have been carried out.`,
      status: 504,
      form: resend(exchanged, 'Send again'),
    });
    const kind = memory.isSaved ? 'after' : 'answer';
    return { act: { kind, reply }, memory: { ...memory, isDone: true } };
  },
});
