import type { Counterparts } from '../world/counterpart.ts';
import type { Population } from '../world/population.ts';
import type { AppKind, AppName, AppButtons, Operator, WorkerId, World } from '../world/world.ts';
import type { Evidence } from './evidence.ts';
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
  /** Record number written in the reason or ticket field, null where it was left empty; left out where no form asks for one. */
  ticket?: string | null;
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

/** The work that records are kept of. */
export interface KeptFor {
  world: World;
  /** Whom it is about. */
  subject: WorkerId;
  /** Number of its ticket, where it has one. */
  ticket?: string | null;
}

/** A change that keeping records makes: `collection/id` with a `*` for what the console counts, and what becomes of it. */
export interface KeptChange {
  entity: string;
  field?: string;
  to?: unknown;
  /** How many there may be; any number when left out. */
  atMost?: number;
  because: string;
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
  buttons?: AppButtons;
  /** What its state bears witness to, for operator rules. */
  evidence?: Evidence<S>;
  /** What keeping the record of a piece of work may leave in it, however that ends: notes, checks, messages to who asked. */
  keeps?(work: KeptFor): readonly KeptChange[];
  /** What is left behind where a record is handed to those who look after attacks, and the reason code it goes by. */
  alarms?(work: KeptFor): { must: readonly KeptChange[]; may: readonly KeptChange[] };
  init(world: World): S;
  nav(state: Readonly<S>, request: AppRequest): NavItem[];
  routes: Routes<S>;
}

/** A console as its folder states it. Its kit follows from its kind, unless the author names one. */
export interface StatedApp<S extends AppState = AppState> extends Omit<App<S>, 'skins'> {
  kit?: string;
  skins: readonly [StatedSkin, StatedSkin, ...StatedSkin[]];
}
