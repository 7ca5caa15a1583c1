// Written by `npm run fix`.
import brightqueue from './brightqueue/app.ts';
import corvane from './corvane/app.ts';
import freightlane from './freightlane/app.ts';
import harborlight from './harborlight/app.ts';
import peoplemere from './peoplemere/app.ts';
import postbay from './postbay/app.ts';

/** All consoles, by name. */
export const apps = {
  brightqueue,
  corvane,
  freightlane,
  harborlight,
  peoplemere,
  postbay,
} as const;
