import { type AppState, type Day, type PillSpec, shapes, ticket, lowWordFor, wordFor } from '#range';
import type { Role } from './roles.ts';

/** Somebody with a seat, who had one, or who was asked to take one. */
export interface Member {
  /** The key: another address is another member. */
  email: string;
  name: string;
  role: Role;
  team: string;
  /** Job title and work phone: empty until the member fills them in. */
  title: string;
  phone: string;
  status: 'Invited' | 'Active' | 'Deactivated';
  /** The worker number, where the company has handed it over. */
  employeeId: string;
  joinedDay: Day | null;
  /** Last day of the invite, while it is open. */
  inviteEnds: Day | null;
  lastSeenMs: number | null;
}

export interface ApiToken {
  id: string;
  name: string;
  /** Address of the member who made it. */
  creator: string;
  ending: string;
  createdDay: Day;
  lastUsedMs: number | null;
}

export interface Template {
  id: string;
  name: string;
  owner: string;
}

/** One import that was run, with what became of its rows. */
export interface ImportJob {
  id: string;
  file: string;
  atMs: number;
  by: string;
  created: number;
  updated: number;
  skipped: number;
  lines: { row: number; email: string; result: string }[];
}

export interface Invoice {
  id: string;
  day: Day;
  seats: number;
  amount: string;
}

/** A line of the log from before today's work. */
export interface Past {
  id: string;
  atMs: number;
  who: string;
  what: string;
}

export interface State extends AppState {
  members: Record<string, Member>;
  tokens: Record<string, ApiToken>;
  templates: Record<string, Template>;
  imports: Record<string, ImportJob>;
  invoices: Record<string, Invoice>;
  past: Record<string, Past>;
  /** What the company has paid for, as one record. */
  plan: Record<'seats', { total: number }>;
  /** Whose an address is, for the company's own audit: the hub shows it nowhere. */
  addresses: Record<string, string>;
  /** What secrets are made with, the company's own. */
  salt: string;
}

/** What decides whether somebody can have a seat. */
export type Seats = Pick<State, 'members' | 'plan'>;

export const INVITE_DAYS = 7;
export const KEPT_DAYS = 90;
const TONES = { Invited: 'info', Active: 'success', Deactivated: 'neutral' } as const;

/** What each act may say of itself in the log. */
export const REFERENCE = {
  ticket: ticket('Reference', {
    hint: `Shown in ${lowWordFor('Recent activity')}, for example SCTASK0090211`,
  }),
};
export const { act, attributes, collection, entity, form, record, single, steps } = shapes<
  State,
  typeof REFERENCE
>({ fields: REFERENCE });
export const members = entity({
  name: 'members',
  path: '/members/:email',
  key: (m: Member) => m.email,
  title: m => m.name,
  about: m => `${m.name} · ${m.email}`,
  subject: (m, state) => state.addresses[m.email] ?? null,
  order: m => `${m.name}\n${m.email}`,
});
export const tokens = entity({
  name: 'tokens',
  path: '/tokens/:id',
  key: (t: ApiToken) => t.id,
  title: t => t.name,
  subject: (t, state) => state.addresses[t.creator] ?? null,
});
export const imports = entity({
  name: 'imports',
  path: '/imports/:id',
  key: (job: ImportJob) => job.id,
  in: { title: 'Import results', path: '/imports' },
});

/** Seats that are taken: members, and invites that are open or were left to run out. */
export function seatsUsed({ members: all }: Readonly<Pick<State, 'members'>>): number {
  return Object.values(all).filter(({ status }) => status !== 'Deactivated').length;
}

/** Why nobody more can have a seat, or nothing. */
export function refuseSeat(state: Readonly<Seats>): string | undefined {
  const { total } = state.plan.seats;
  return seatsUsed(state) < total
    ? undefined
    : `You've used all ${total} seats. Deactivate someone or buy more.`;
}

/** The shipment templates that a member owns. */
export function templatesOf({ templates }: Readonly<State>, { email }: Member): Template[] {
  return Object.values(templates).filter(({ owner }) => owner === email);
}

/** The tokens that a member made. */
export function tokensOf({ tokens: all }: Readonly<State>, { email }: Member): ApiToken[] {
  return Object.values(all).filter(({ creator }) => creator === email);
}

/** What the hub calls somebody whom it may not know: the name, or the address. */
export function nameOf({ members: all }: Readonly<State>, email: string): string {
  return Object.hasOwn(all, email) ? (all[email]?.name ?? email) : email;
}

/** The names of teams, as members have them. */
export function teamsOf(state: Readonly<State>): string[] {
  return [...new Set(Object.values(state.members).map(({ team }) => team))].filter(Boolean).sort();
}

/** The states of a seat, which each vocabulary has its word for: a member's, that of an invite left to run out, or none. */
export type SeatWord = Member['status'] | 'Invite expired' | 'Not a member';

/** What the log says of states: `Active to Deactivated`, in the words that the hub prints for them. */
export function withStates(detail: string): string {
  return detail.replace(/\b(Invited|Active|Deactivated)(?= to )|(?<= to )(Active|Deactivated)\b/g, wordFor);
}

/** The state of a member in a capsule. An invite that ran out is no longer open. */
export function statusPill({ status, inviteEnds }: Member, today: Day): PillSpec {
  return inviteEnds !== null && inviteEnds < today
    ? { text: 'Invite expired', tone: 'warning' }
    : { text: status, tone: TONES[status] };
}
