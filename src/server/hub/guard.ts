import { timingSafeEqual } from 'node:crypto';
import { sha256 } from '../../core/hash.ts';

/** The header that every request to the controls carries. */
export const TOKEN_HEADER = 'x-range-token';

/** A refusal: its status and its reason. */
export interface Refusal {
  status: number;
  reason: string;
}

/** What of a request the guards look at; names of headers are in lower case. */
export interface Guarded {
  method: string;
  headers: Readonly<Record<string, string | string[] | undefined>>;
}

/**
 * Why a request to the controls is refused, if it is. A page of a console, or of any other site, has another
 * origin and no token, and a form cannot send JSON: three locks, each of which would do.
 */
export function refuseControl(
  { method, headers }: Guarded,
  { token, origin }: { token: string; origin: string },
): Refusal | undefined {
  const from = headers.origin;
  if (from !== undefined && from !== origin)
    return { status: 403, reason: 'Another origin may not do this.' };
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') {
    return { status: 403, reason: 'Only the start page and test code may do this.' };
  }
  if (!isSame(headers[TOKEN_HEADER], token)) {
    return {
      status: 401,
      reason: `The header ${TOKEN_HEADER} must hold the token that was printed at the start.`,
    };
  }
  if (method === 'GET') return undefined;
  if (method !== 'POST') return { status: 405, reason: 'Only GET and POST.' };
  const type = String(headers['content-type'] ?? '')
    .split(';')[0]
    ?.trim()
    .toLowerCase();
  if (type === 'application/json') return undefined;
  return { status: 415, reason: 'The content type must be application/json.' };
}

/**
 * Why a request to a console is refused, if it is: forms are sent by pages of the consoles, or by test code.
 */
export function refuseApp({ method, headers }: Guarded, origin: string): Refusal | undefined {
  if (method !== 'GET' && method !== 'POST') return { status: 405, reason: 'Only GET and POST.' };
  const purpose = `${headers['sec-purpose'] ?? ''} ${headers.purpose ?? ''}`;
  if (purpose.includes('prefetch'))
    return { status: 503, reason: 'Pages are shown when somebody opens them.' };
  const kind = headers['sec-fetch-dest'];
  if (kind !== undefined && kind !== 'document' && kind !== 'empty') {
    return { status: 404, reason: 'Consoles are opened as pages of their own.' };
  }
  const site = headers['sec-fetch-site'];
  if (kind === 'empty' && site !== 'same-origin') {
    return { status: 403, reason: 'Scripts of other pages may not read a console.' };
  }
  if (method === 'GET') return undefined;
  const from = headers.origin;
  if (from !== undefined && from !== origin)
    return { status: 403, reason: 'Another origin may not send this.' };
  if (site === 'cross-site' || site === 'same-site') {
    return { status: 403, reason: 'Another site may not send this.' };
  }
  return undefined;
}

/** Whether a request names the token as its password or bearer: asked for on every page beyond loopback. */
export function hasToken({ headers }: Guarded, token: string): boolean {
  const [scheme = '', value = ''] = String(headers.authorization ?? '').split(' ');
  if (scheme.toLowerCase() === 'bearer') return isSame(value, token);
  if (scheme.toLowerCase() !== 'basic') return false;
  const pair = Buffer.from(value, 'base64').toString('utf8');
  return isSame(pair.slice(pair.indexOf(':') + 1), token);
}

/** Compares in a time that gives nothing away. */
function isSame(given: string | string[] | undefined, token: string): boolean {
  if (typeof given !== 'string') return false;
  return timingSafeEqual(Buffer.from(sha256(given)), Buffer.from(sha256(token)));
}
