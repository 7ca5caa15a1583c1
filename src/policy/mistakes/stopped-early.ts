import type { Script } from '../../screen/script/script.ts';
import { pressedButton } from '../../screen/script/sight.ts';
import { claimed } from './carelessly.ts';
import type { Mistake } from './mistake.ts';

const KIND = 'stopped-early';

/** Stops in front of a button and claims that all is done. */
export const stoppedEarly: Mistake = {
  name: KIND,
  summary: 'The work is left half done, and success is reported.',
  begin: ({ script, rng }) => stopping(script, rng.int(1, 2)),
};

function* stopping(script: Script, buttonsBefore: number): Script {
  let next = script.next();
  let buttons = 0;
  while (!next.done) {
    if (pressedButton(next.value) !== undefined && ++buttons === buttonsBefore) break;
    next = script.next(yield next.value);
  }
  return claimed(KIND);
}
