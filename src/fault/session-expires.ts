import { defineFault, pass } from './define-fault.ts';
import { button } from '../screen/script/verbs.ts';
import { clicking } from './healing.ts';

/** Signs the operator out on one submit: the form is lost, nothing is saved. */
export default defineFault({
  name: 'session-expires',
  id: 'F-01',
  summary: 'The session ends when a form is submitted.',
  shows: 'A sign-in page instead of the result; the form is lost.',
  recovery: 'Sign in, open the record again, look whether it was saved, do it again if not.',
  healing: clicking({
    sign: 'Sign in',
    at: button('Sign in'),
    isResult: false,
    thought:
      'The session has ended and the form is lost. I sign in again, then look whether anything was saved.',
  }),
  memory: rng => ({ strikeAt: rng.int(1, 2), isDone: false }),
  respond: (memory, { method, posts }) => {
    if (memory.isDone || method !== 'POST' || posts < memory.strikeAt) return { act: pass, memory };
    return { act: { kind: 'sign-out' }, memory: { ...memory, isDone: true } };
  },
});
