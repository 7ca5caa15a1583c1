import type { HttpReply, HttpRequest } from '../../app/host/http.ts';
import type { Happened, Seen, Session } from '../../env/session.ts';
import { buildTree } from '../../screen/build-tree.ts';
import type { Observation } from '../../screen/observation.ts';
import { pageReader, parsePage } from '../../surface/dom/page.ts';
import { VIEWPORT } from '../../screen/viewport.ts';

/** Pages are read as text; how large somebody's window is does not matter to the rules. */

/** What test code looked at that sent a form without having opened any page. */
const NO_PAGE: Seen = {
  observation: { url: '', title: '', tree: { ref: 'e1', role: 'document', name: '' }, viewport: VIEWPORT },
  events: [],
  changes: [],
  typed: '',
  record: null,
  atMs: 0,
};

/** One exchange between a person's browser and the consoles, and the audit lines and changes that came of it. */
export interface Exchanged {
  request: HttpRequest;
  reply: HttpReply;
  events: Happened['events'];
  changes: Happened['changes'];
}

/**
 * The page in front after an exchange. What it did counts for the page that it was done on, which goes on the trace when
 * another takes its place.
 */
export function pageAfter(
  session: Session,
  page: Seen | null,
  { request, reply, events, changes }: Exchanged,
): Seen | null {
  const typed = request.form.map(([, value]) => value).join('\n');
  const on = page ?? (events.length + changes.length > 0 ? NO_PAGE : null);
  const done = on && {
    ...on,
    events: [...on.events, ...events],
    changes: [...on.changes, ...changes],
    typed: [on.typed, typed].filter(Boolean).join('\n'),
  };
  if (reply.location !== undefined || typeof reply.body !== 'string') return done;
  if (done) session.note(done);
  return {
    observation: read(reply.body, request.url),
    events: [],
    changes: [],
    typed: '',
    ...session.moment,
  };
}

function read(html: string, url: string): Observation {
  const page = parsePage(html, url);
  return { url, title: page.title, tree: buildTree(pageReader(page)), viewport: VIEWPORT };
}
