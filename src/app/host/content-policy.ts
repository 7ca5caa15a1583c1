/**
 * What a page of a console may do: scripts never run, nothing comes from elsewhere, no page holds it in a frame. Links lead
 * anywhere; forms reach the consoles, which are the hosts that are named.
 */
export function appPolicy(forms: string): string {
  return [
    "default-src 'self'",
    "script-src 'none'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    `form-action 'self' ${forms}`,
  ].join('; ');
}
