import { defineCounterpart } from '#range';

/** A telephone that rings in an empty room. */
export default defineCounterpart({
  name: 'not-reached',
  summary: 'Nobody picks up, and no message is answered.',
  truth: { voice: 'none', hasAsked: true },
  share: 11,
  answers: () => null,
});
