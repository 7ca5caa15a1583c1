/**
 * A request as it stands in a mail that answers another one: what the colleague writes, and below it what they were sent.
 *
 * @example
 * thread(`Lost phone, ${ticket}`, 'Can you take this one?', 'My phone is gone.');
 */
export function thread(subject: string, note: string, quoted: string): string {
  return `RE: ${subject}\n\n${note}\n\n> ${quoted}`;
}
