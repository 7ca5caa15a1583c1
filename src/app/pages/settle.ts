import type { AppRequest, AppState, AuditEntry, Effect, Reply } from '../app.ts';
import { audit, redirect } from '../define-app.ts';
import type { Done } from './act.ts';
import type { Values } from './fields.ts';
import { page } from './page.ts';

/** What an act's audit line says without its detail. */
export function lineOf<F>(
  parts: { verb?: string; title: string; effect: Effect },
  values: Values<F>,
): Pick<AuditEntry, 'verb' | 'effect' | 'ticket'> {
  const { ticket } = values as { ticket?: string };
  const asked = ticket === undefined ? {} : { ticket: ticket || null };
  return { verb: parts.verb ?? parts.title, effect: parts.effect, ...asked };
}

/** Writes what was done into the audit trail, and leads on. */
export function settleDone(made: {
  draft: AppState;
  request: AppRequest;
  done: Done;
  back: string;
  line: Omit<AuditEntry, 'seq' | 'atMs' | 'actor' | 'detail'>;
}): Reply {
  const { draft, request, done, back, line } = made;
  if (done.detail !== undefined) audit(draft, request, { ...line, ...done.line, detail: done.detail });
  if (done.page) return page(done.page);
  const reply = redirect(done.to ?? back, { tone: done.tone ?? 'success', text: done.message });
  return done.takesMs === undefined ? reply : { ...reply, takesMs: done.takesMs };
}
