import { defineFault, isSaveDue, pass, troublePage } from './define-fault.ts';
import { goingBack } from './healing.ts';

/** Refuses one submit because the form was open for too long. */
export default defineFault({
  name: 'form-expired',
  id: 'F-17',
  summary: 'A form is refused because its token has expired.',
  shows: 'A page "This form has expired" that says that nothing was saved.',
  recovery: 'Open the form anew, so that it has a fresh token, and fill it in again.',
  healing: goingBack(
    'This form has expired',
    'Nothing was saved, and this form is of no more use. I open it anew and fill it in again.',
  ),
  memory: rng => ({ strikeAt: rng.int(1, 2), isDone: false }),
  respond: (memory, exchanged) => {
    if (!isSaveDue(memory, exchanged)) return { act: pass, memory };
    const reply = troublePage({
      title: 'This form has expired',
      text: 'For security reasons a form can be sent for a limited time only. Nothing was saved. Open the form again and fill it in.',
      status: 403,
    });
    return { act: { kind: 'answer', reply }, memory: { ...memory, isDone: true } };
  },
});
