import type { Counterparts } from '../world/counterpart.ts';
import type { Population } from '../world/population.ts';
import type { AppKind, AppName, ConsoleButtons, Operator, WorkerId, World } from '../world/world.ts';
import type { Sign } from './looks/kit-parts.ts';
import type { Look } from './looks/look.ts';
import type { Page } from './pages/page.ts';

/** What is a console's own in whatever kit it is drawn. All of it may be left out. */
export interface Brand {
  /** The logo as a drawing: what stands inside an `<svg viewBox="0 0 32 32">`. */
  logo?: string;
  /** In place of a drawing a sign, as navigation items have one; without either the logo is the title's first letter. */
  icon?: Sign;
  /** The colour of bars, below white text: `#43193a`. */
  colour?: string;
  /** A light colour that goes with it, for the logo and for avatars, below text in `colour`. */
  accent?: string;
}

/** What an act does to access; operator rules are written over these. */
export type Effect =
  | 'READ'
  | 'GRANT'
  | 'REVOKE'
  | 'DISABLE'
  | 'ENABLE'
  | 'CRED'
  | 'REVEAL'
  | 'DELETE'
  | 'CONFIG'
  | 'OWNER'
  | 'APPROVE'
  | 'COMM'
  | 'TICKET';

/** One line of a console's audit trail, written by its POST handlers through `audit()`. */
export interface AuditEntry {
  seq: number;
  atMs: number;
  actor: string;
  /** The console's own verb: `Suspend user`, `UA05`. */
  verb: string;
  effect: Effect;
  /** The entity changed: `users/ana.kovac@…`. */
  entity: string;
  /** The worker whom the act is about, if any. */
  subject: string | null;
  /** The entitlement granted or taken, if any. */
  entitlement: string | null;
  /** Record number written in the console's reason or ticket field, if it has one. */
  ticket: string | null;
  detail: string;
}

/**
 * A console's state: collections of entities by id, plus bookkeeping. `audit` and `counters` are bookkeeping: the judge
 * compares everything else. Plain JSON, ids from counters, never from chance or a clock.
 */
export interface AppState {
  audit: AuditEntry[];
  counters: Record<string, number>;
}

/** What a handler is given of one request. */
export interface AppRequest {
  method: 'GET' | 'POST';
  /** Path with its parameters filled in: `/users/u-17`. */
  path: string;
  /** Values of the route's `:parameters`. */
  params: Record<string, string>;
  /** Last value of each query parameter. */
  query: Record<string, string>;
  /** Last value of each field of the posted form. */
  form: Record<string, string>;
  /** All values of each field of the posted form, for groups of check boxes. */
  lists: Record<string, string[]>;
  nowMs: number;
  operator: Operator;
  skin: Skin;
  /** What the kit that draws the page can do: no console asks for a kit by name. */
  look: Look;
  /** Whom the console's calls and messages reach: no console asks for one by name. */
  people: Counterparts;
}

export type Tone = 'success' | 'info' | 'warning' | 'danger';
export interface Notice {
  tone: Tone;
  text: string;
}

export type Reply =
  | { kind: 'page'; page: Page; status: number; notice?: Notice }
  /** `takesMs` is how long the operator waits for it on the simulated clock, as for what somebody says. */
  | { kind: 'redirect'; to: string; notice?: Notice; takesMs?: number };

/** A reply that is drawn. */
export type Drawn = Extract<Reply, { kind: 'page' }>;

export type GetHandler<S> = (state: Readonly<S>, request: AppRequest) => Reply;
export type PostHandler<S> = (draft: S, request: AppRequest) => Reply;
export type Routes<S> = {
  [route: `GET /${string}`]: GetHandler<S>;
  [route: `POST /${string}`]: PostHandler<S>;
};

export interface NavItem {
  label: string;
  href: string;
  icon?: string;
  current: boolean;
}

/** Canonical word → the words that a skin may print instead. Index 0 of each list belongs to vocabulary 1. */
export type Words = Record<string, readonly string[]>;

/** How a console looks in one episode. Business rules never vary with it. */
export interface Skin {
  name: string;
  kit: string;
  theme: 'light' | 'dark';
  density: 'roomy' | 'dense';
  nav: 'side' | 'top';
  /** 0 prints canonical words, n the n-th alternative of the console's `words`. */
  vocabulary: number;
  pageSize: number;
  /** 0 keeps the columns of tables, n rotates all but the first by n. */
  columnShift: number;
  /** How a choice among a few is offered. */
  choices: 'select' | 'radios';
  /** Patterns of `formatMs`. */
  dayFormat: string;
  timeFormat: string;
}

/** A skin as a console states it: one that names no kit is drawn in the console's own. */
export type StatedSkin = Omit<Skin, 'kit'> & Partial<Pick<Skin, 'kit'>>;

/** An identity check on record in a console. */
export interface Verification {
  id: string;
  /** Number of the ticket whose caller was checked. */
  ticket: string;
  way: 'call-back' | 'video' | 'in person' | 'other';
  /** The way in the console's own words. */
  method: string;
  /** The number that was called, if one was. */
  number: string;
  isPassed: boolean;
  /** Whether somebody was spoken to who might be the caller. */
  isReached: boolean;
  atMs: number;
}

/** A telephone call that the operator made. */
export interface PhoneCall {
  number: string;
  atMs: number;
  /** Whether somebody picked up, and how many different questions were answered. */
  isAnswered: boolean;
  answers: number;
  /** The record of it: `calls/CALL-0001`. */
  record: string;
  /** What whoever picked up said first. */
  greeting: string;
  /** What the operator read out there. */
  readOut: readonly { text: string; atMs: number }[];
}

/** A line of what a console records of the past. */
export interface PastLine {
  /** Who wrote it: a worker number, a mail address, or an account of the console by its own id. */
  by: string;
  atMs: number;
}

/**
 * How a record may tell an act of a console, in past forms (`removed`) and, where a record has to name it, the beginnings
 * of words for the thing that was acted on (`session`).
 */
export interface Telling {
  /** The lines of the audit trail that are so told. */
  of(entry: AuditEntry): boolean;
  did: readonly string[];
  what?: readonly string[];
}

/** Something that callers or outsiders can read: a comment on a record, a mail, a line of chat. */
export interface Disclosure {
  id: string;
  text: string;
  /** Who reads it: a mail address, or the number of the record whose caller does. */
  to: string;
}

/** A value that a console keeps masked, and whom it is about. */
export interface Confidence {
  /** What it is, in words: `The private number`. */
  what: string;
  value: string;
  of: WorkerId | null;
}

/**
 * What a console can bear witness to. Rules ask it, and know no state. A console that holds nothing of the kind leaves it
 * out.
 */
export interface Evidence<S extends AppState = AppState> {
  /** Every identity check on record. */
  verifications?(state: Readonly<S>): readonly Verification[];
  /** Who stands as approver of an access request. */
  approvals?(state: Readonly<S>, request: string): readonly { approver: WorkerId }[];
  /** The account, by its own id, that a record hangs on, such as a membership; null for what hangs on none. */
  accountOf?(state: Readonly<S>, entity: string): string | null;
  /** Every telephone call that the operator made. */
  calls?(state: Readonly<S>): readonly PhoneCall[];
  /** What was written on a record inside the house. What its customer can read is no note. */
  notes?(state: Readonly<S>, record: string): readonly string[];
  /** Everything that its screens say somebody did before the episode began. */
  history?(state: Readonly<S>): readonly PastLine[];
  /** What callers and outsiders can read, in the order of its writing. */
  disclosed?(state: Readonly<S>): readonly Disclosure[];
  /** What must not stand in such texts. */
  confidential?(state: Readonly<S>): readonly Confidence[];
  /** How its acts are told; what is left out is told as anybody tells such an effect. */
  tellings?: readonly Telling[];
}

/** Where the records of one kind lie in a console. */
export interface RecordPath {
  /** What a link there says: `Ticket`, `HR record`. */
  label: string;
  /** The path up to the record's id: `/tickets/`. */
  path: string;
}

/** The records of the company that a console may show: people, tickets and requests by number, accounts by their own id. */
export type RecordKind = 'ticket' | 'request' | 'person' | 'account';

export interface App<S extends AppState = AppState> {
  name: AppName;
  title: string;
  kind: AppKind;
  /** Logo and colours, whatever the kit. */
  brand?: Brand;
  /** One sentence for lists and the dataset card. */
  summary: string;
  /** First label of the console's host: `desk` in `desk.calderrowe.example`. */
  host: string;
  /** Where the console opens. */
  home: string;
  words: Words;
  /** The first is the home skin. At least two. */
  skins: readonly [Skin, Skin, ...Skin[]];
  /** What it adds to the company: accounts, and what can be granted. A console that only shows the world has none. */
  population?: Population;
  /** Where it keeps records of the company, for links from outside. */
  recordPaths?: Readonly<Partial<Record<RecordKind, RecordPath>>>;
  /** What some of its buttons do, for policies that look at a screen. */
  buttons?: ConsoleButtons;
  /** What its state bears witness to, for operator rules. */
  evidence?: Evidence<S>;
  init(world: World): S;
  nav(state: Readonly<S>, request: AppRequest): NavItem[];
  routes: Routes<S>;
}

/** A console as its folder states it. Its kit follows from its kind, unless the author names one. */
export interface StatedApp<S extends AppState = AppState> extends Omit<App<S>, 'skins'> {
  kit?: string;
  skins: readonly [StatedSkin, StatedSkin, ...StatedSkin[]];
}
