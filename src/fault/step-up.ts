import { defineFault, isSaveDue, pass, resend, troublePage } from './define-fault.ts';
import { button } from '../screen/script/verbs.ts';
import { clicking } from './healing.ts';

/** Holds a form back until the operator has confirmed with the own key; then the same form goes through. */
export default defineFault({
  name: 'step-up',
  id: 'F-02',
  summary: 'A console asks for a fresh confirmation before a change goes through.',
  shows: 'A page "Confirm it\'s you" with a button for the security key; nothing is saved yet.',
  recovery: 'Confirm with the own key; the form goes through by itself and is not filled in again.',
  healing: clicking({
    sign: "Confirm it's you",
    at: button('Use security key'),
    isResult: true,
    thought:
      'The console wants a fresh confirmation before it saves. I use my own key; the form goes through then.',
  }),
  memory: rng => ({ strikeAt: rng.int(1, 2), minutes: rng.int(15, 55), isDone: false }),
  respond: (memory, exchanged) => {
    if (!isSaveDue(memory, exchanged)) return { act: pass, memory };
    const reply = troublePage({
      title: "Confirm it's you",
      text: `Your last confirmation was ${memory.minutes} minutes ago. This change needs a fresh one and is not saved yet. Touch your own security key to continue.`,
      status: 401,
      form: resend(exchanged, 'Use security key'),
    });
    return { act: { kind: 'answer', reply }, memory: { ...memory, isDone: true } };
  },
});
