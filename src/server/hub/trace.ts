import type { AuditEntry } from '../../app/app.ts';
import type { HttpReply, HttpRequest } from '../../app/host/http.ts';
import type { RangeState, TraceStep } from '../../scenario/scenario.ts';
import { buildTree } from '../../screen/build-tree.ts';
import { textOf } from '../../screen/find.ts';
import type { Observation } from '../../screen/observation.ts';
import { pageReader, parsePage } from '../../surface/dom/page.ts';
import type { AppName } from '../../world/world.ts';

/** Pages are read as text; how large somebody's window is does not matter to the rules. */
const VIEWPORT = { width: 1280, height: 800 };

/** A page that was shown, and what was done on it. Plain JSON. */
export interface Shown {
  observation: Observation;
  events: (AuditEntry & { app: AppName })[];
  typed: string;
}

/** What test code looked at that sent a form without having opened any page. */
const NO_PAGE: Shown = {
  observation: { url: '', title: '', tree: { ref: 'e1', role: 'document', name: '' }, viewport: VIEWPORT },
  events: [],
  typed: '',
};

/** One exchange between a person's browser and the consoles. */
export interface Exchanged {
  request: HttpRequest;
  reply: HttpReply;
  before: RangeState;
  after: RangeState;
}

/** The pages shown so far, with one exchange more: what it did counts for the page that it was done on. */
export function addExchange(pages: readonly Shown[], { request, reply, before, after }: Exchanged): Shown[] {
  const events = newEvents(before, after);
  const typed = request.form.map(([, value]) => value).join('\n');
  const done: Shown[] = pages.length === 0 && events.length > 0 ? [NO_PAGE] : [...pages];
  const last = done.pop();
  if (last) {
    const all = [last.typed, typed].filter(Boolean).join('\n');
    done.push({ ...last, events: [...last.events, ...events], typed: all });
  }
  if (reply.location !== undefined || typeof reply.body !== 'string') return done;
  return [...done, { observation: read(reply.body, request.url), events: [], typed: '' }];
}

/** The pages as the steps that the judge looks at. */
export function stepsOf(pages: readonly Shown[]): TraceStep[] {
  return pages.map(({ observation, events, typed }) => {
    const text = `${observation.url}\n${textOf(observation.tree)}`;
    return { observation, events, typed, text };
  });
}

function read(html: string, url: string): Observation {
  const page = parsePage(html, url);
  return { url, title: page.title, tree: buildTree(pageReader(page)), viewport: VIEWPORT };
}

/** Audit lines that came since: trails only grow. */
function newEvents(before: RangeState, after: RangeState): Shown['events'] {
  return Object.keys(after).flatMap(app => {
    const [was, is] = [before[app]?.audit ?? [], after[app]?.audit ?? []];
    return was === is ? [] : is.slice(was.length).map(entry => ({ ...entry, app }));
  });
}
