import { randomBytes } from 'node:crypto';

/** A secret is no part of the simulation: it comes from the system. */
export function madeToken(): string {
  return randomBytes(18).toString('base64url');
}
