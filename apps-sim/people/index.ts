// Written by `npm run fix`.
import colleague from './colleague.ts';
import denies from './denies.ts';
import lateApprover from './late-approver.ts';
import notReached from './not-reached.ts';
import pretender from './pretender.ts';
import reachedLater from './reached-later.ts';
import themselves from './themselves.ts';

/** All counterparts, by name: whom one calls or writes to. */
export const people = {
  colleague,
  denies,
  'late-approver': lateApprover,
  'not-reached': notReached,
  pretender,
  'reached-later': reachedLater,
  themselves,
} as const;
