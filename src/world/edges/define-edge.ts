import { must } from '../../core/assert.ts';
import { UsageError } from '../../core/errors.ts';
import { callable, type Form, listOf, oneOf, text, textLike } from '../../core/form.ts';
import type { Rng } from '../../core/rng.ts';
import type { PopulatedApp } from '../population.ts';
import type { AccessRequest, Person, Ticket, WorkerId, World } from '../world.ts';

/** What an edge is laid around; a scenario names what it has. */
export interface EdgeFocus {
  subject: WorkerId;
  /** Number of the scenario's ticket. */
  ticket: string | null;
  /** Number of the access request behind it. */
  request: string | null;
  /** Key in `world.accounts` of the account that the scenario is about. */
  account: string | null;
}

/** Trouble in the data, laid before the episode; it changes what is right to do. */
export interface Edge {
  name: string;
  id: `E-${number}${number}`;
  /** One sentence: what is unusual, and on which screen it shows. */
  summary: string;
  /** Outcomes that may be right once the edge is laid. */
  mayTurnTo: readonly ('complete' | 'answer' | 'escalate' | 'refuse')[];
  /** Lays the edge into a draft. Throws UsageError when the focus lacks what the edge is about. */
  lay(given: Laying): void;
}

/** What an edge is laid with. */
export interface Laying {
  draft: World;
  focus: EdgeFocus;
  rng: Rng;
  /** The consoles of the company, for accounts that are opened in them. */
  consoles: readonly PopulatedApp[];
}

/** What an edge is made of, for whoever writes one without a compiler. */
export const EDGE_FORM: Form<keyof Edge> = {
  name: text('a name'),
  id: textLike(/^E-\d{2,3}$/, 'an entry of the catalogue, such as E-90'),
  summary: text('a sentence'),
  mayTurnTo: listOf(oneOf(['complete', 'answer', 'escalate', 'refuse']), {
    least: 1,
    allowed: 'a list of endings, one at least',
  }),
  lay: callable('lay({ draft, focus, rng, consoles })'),
};

/** Declares an edge. */
export function defineEdge(edge: Edge): Edge {
  return edge;
}

/** The person whom an edge is laid around. */
export function subjectOf(draft: World, focus: EdgeFocus): Person {
  return must(draft.persons[focus.subject], `person ${focus.subject}`);
}

/** The ticket of the focus; UsageError when the scenario names none. */
export function ticketOf(draft: World, focus: EdgeFocus, edge: string): Ticket {
  if (focus.ticket === null) throw lacking(edge, 'a ticket');
  return must(draft.tickets[focus.ticket], `ticket ${focus.ticket}`);
}

/** The access request of the focus; UsageError when the scenario names none. */
export function requestOf(draft: World, focus: EdgeFocus, edge: string): AccessRequest {
  if (focus.request === null) throw lacking(edge, 'an access request');
  return must(draft.requests[focus.request], `request ${focus.request}`);
}

function lacking(edge: string, what: string): UsageError {
  return new UsageError(`Edge "${edge}" needs ${what}.`, {
    where: 'the focus that the scenario gives',
    allowed: `scenarios whose focus names ${what}`,
  });
}
