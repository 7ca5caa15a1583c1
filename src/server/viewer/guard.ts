import type { RequestHandler } from 'express';

/** The page loads its own script, style, font and pictures, talks to its own server, and nothing else. */
const CONTENT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const HOSTS = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Lets only the viewer's own page ask: GET alone, by a name of loopback with the right port
 * (another site could point its own name here), and from no other site.
 */
export function guard(portOf: () => number): RequestHandler {
  return (request, response, next) => {
    response.setHeader('Content-Security-Policy', CONTENT_POLICY);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Referrer-Policy', 'no-referrer');
    response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
    response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
    response.setHeader('Cache-Control', 'no-store');
    const reason = refusalOf(request.headers, portOf());
    if (request.method !== 'GET') {
      response.setHeader('Allow', 'GET');
      response.status(405).type('text/plain').send('Only GET.');
    } else if (reason) response.status(403).type('text/plain').send(reason);
    else next();
  };
}

function refusalOf(headers: NodeJS.Dict<string | string[]>, port: number): string | null {
  const names = HOSTS.map(host => `${host}:${port}`);
  const { host, origin } = headers;
  if (typeof host !== 'string' || !names.includes(host.toLowerCase()))
    return `Open the viewer as http://${names.join(' or http://')}.`;
  if (origin !== undefined && !names.some(name => origin === `http://${name}`))
    return 'Another site may not read the viewer.';
  // A link may lead here; a picture or script of another site may not come from here.
  const site = headers['sec-fetch-site'];
  if ((site === 'cross-site' || site === 'same-site') && headers['sec-fetch-mode'] !== 'navigate')
    return 'Another site may not read the viewer.';
  return null;
}
