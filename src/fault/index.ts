// Written by `npm run fix`.
import serverError from './server-error.ts';
import serviceUnavailable from './service-unavailable.ts';
import sessionExpires from './session-expires.ts';
import staleRecord from './stale-record.ts';

/** All run-time faults, by name. */
export const faults = {
  'server-error': serverError,
  'service-unavailable': serviceUnavailable,
  'session-expires': sessionExpires,
  'stale-record': staleRecord,
} as const;
