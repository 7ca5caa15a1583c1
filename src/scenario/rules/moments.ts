import type { App } from '../../app/app.ts';
import type { AppName } from '../../world/world.ts';
import type { Trace, TraceStep, Wanted } from '../scenario.ts';
import { ACCESS_EFFECTS } from './events.ts';

/** What a moment is looked up in. */
interface Episode {
  trace: Trace;
  wanted: Wanted;
  apps: Readonly<Record<AppName, App>>;
}

/**
 * The step that ended the work on its own ticket: the first that closed it or handed it on. What is done or looked up later
 * was not done when it was said to be. After the last step where there is none.
 */
export function endOf({ trace: { steps }, wanted: { ticket }, apps }: Episode): number {
  const at = ticket ? steps.findIndex(step => isEndedBy(step, ticket, apps)) : -1;
  return at < 0 ? steps.length : at;
}

function isEndedBy({ changes }: TraceStep, ticket: string, apps: Episode['apps']): boolean {
  return changes.some(change => apps[change.app]?.evidence?.ends?.(change) === ticket);
}

/** The first step that changed somebody's access, in whatever way; after the last step where none did. */
export function firstAccessOf({ steps }: Trace): number {
  const at = steps.findIndex(({ events }) => events.some(isAccess));
  return at < 0 ? steps.length : at;
}

/** Whether an audit line tells of a change of access. */
export function isAccess({ effect }: TraceStep['events'][number]): boolean {
  return (ACCESS_EFFECTS as readonly string[]).includes(effect);
}

/** So long whoever was verified is verified (KB-03). */
const VERIFIED_MS = 2 * 3_600_000;

/** Whether a check had been made at a moment, and not too long before. */
export function holdsAt(check: { atMs: number }, atMs: number): boolean {
  return check.atMs <= atMs && atMs - check.atMs <= VERIFIED_MS;
}
