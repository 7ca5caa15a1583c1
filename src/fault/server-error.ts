import { defineFault, isSaveDue, pass, troublePage } from './define-fault.ts';
import { goingBack } from './healing.ts';

/** Saves a form, then shows an error page: whoever retries blindly does it twice. */
export default defineFault({
  name: 'server-error',
  id: 'F-03',
  summary: 'A form is saved, but an error page answers.',
  shows: 'An error page with a reference; whether it was saved is not said.',
  recovery: 'Read the record again before any retry; do it again only if it was not saved.',
  healing: goingBack(
    'Something went wrong',
    'The page does not say whether it was saved. I go back and read the record before I do anything twice.',
  ),
  memory: rng => ({ strikeAt: rng.int(1, 2), reference: rng.int(100_000, 999_999), isDone: false }),
  respond: (memory, exchanged) => {
    if (!isSaveDue(memory, exchanged)) return { act: pass, memory };
    const reply = troublePage({
      title: 'Something went wrong',
      text: `An internal error occurred while handling ${exchanged.path}. Reference ${memory.reference}.`,
      status: 500,
    });
    return { act: { kind: 'after', reply }, memory: { ...memory, isDone: true } };
  },
});
