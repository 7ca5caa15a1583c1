// Written by `npm run fix`.
import announcement from './announcement.ts';
import formExpired from './form-expired.ts';
import lostAnswer from './lost-answer.ts';
import queuedJob from './queued-job.ts';
import rateLimit from './rate-limit.ts';
import recordLocked from './record-locked.ts';
import serverError from './server-error.ts';
import serviceUnavailable from './service-unavailable.ts';
import sessionExpires from './session-expires.ts';
import slowPage from './slow-page.ts';
import staleRecord from './stale-record.ts';
import stepUp from './step-up.ts';

/** All run-time faults, by name. */
export const faults = {
  announcement,
  'form-expired': formExpired,
  'lost-answer': lostAnswer,
  'queued-job': queuedJob,
  'rate-limit': rateLimit,
  'record-locked': recordLocked,
  'server-error': serverError,
  'service-unavailable': serviceUnavailable,
  'session-expires': sessionExpires,
  'slow-page': slowPage,
  'stale-record': staleRecord,
  'step-up': stepUp,
} as const;
