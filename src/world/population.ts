import type { Rng } from '../core/rng.ts';
import type { Organisation } from './people.ts';
import type { ChangeLine, IncidentWords } from './ticket-words.ts';
import type { Days } from './days.ts';
import type {
  Account,
  AppFacts,
  Day,
  Entitlement,
  Operator,
  Person,
  RequestWords,
  SodRule,
  World,
} from './world.ts';

/**
 * What a console adds to a company: who has an account, what can be granted, who gets it without asking. Every part may
 * be left out. A population draws from a stream of its own, so that a console more moves nothing of the others.
 *
 * @example
 * const population: Population = {
 *   entitlements: () => [{ code: 'BOOKS-READ', owner: 'FGL', risk: 'Low', text: 'Read the books' }],
 *   birthright: duty => (duty === 'FGL' ? ['BOOKS-READ'] : []),
 *   hasAccount: person => person.status !== 'prehire',
 *   accountFor: (person, { isTaken }) =>
 *     makeAccount({ app: 'books', person, nativeId: firstFree(person.asciiGiven.toLowerCase(), isTaken) }),
 * };
 */
export interface Population {
  /** What can be granted. Owners are drawn among the heads and leads of the function that a line names. */
  entitlements?(organisation: Organisation): readonly EntitlementLine[];
  /** What else can be granted in a company of many people, so many lines: rights of teams, sites and projects. */
  grown?(given: GrownGiven): readonly EntitlementLine[];
  /** How requests and tickets speak of an entitlement. */
  requestWords?(line: EntitlementLine): RequestWords;
  /** Codes that people of a function get without asking; the function is null in the executive office and divisions. */
  birthright?(duty: string | null): readonly string[];
  /** Codes that people of a function ask for now and then. */
  wishes?(duty: string | null): readonly string[];
  /** Whether a person has an account in a new company; by chance, if need be. Everybody when left out. */
  hasAccount?(person: Person, given: Omit<AccountGiven, 'isTaken'>): boolean;
  /** The primary account of a person, without grants. */
  accountFor?(person: Person, given: AccountGiven): Account;
  /** A person's second account, for administrators. */
  adminAccountFor?(person: Person, given: AccountGiven & { domain: string }): Account;
  /** Service, shared, emergency and administrator accounts, the operator's own among them. */
  specialAccounts?(given: SpecialGiven): readonly Account[];
  /** Duties that one person must not hold together. Sides of one rule that several consoles name are put together. */
  segregation?: readonly SegregationPart[];
  /** Last day of access that a person's facts set; the contract's end when left out. */
  accessEnd?(person: Person): Day | null;
  /** Incidents of the desk that come in every week because of this console. */
  incidents?: readonly IncidentWords[];
  /** Changes of the coming and past weeks on this console. */
  changes?: readonly ChangeLine[];
  /** How many sign-ins its log says have failed, where it keeps one. */
  failedSignIns?(world: World): number;
  /** Takes from the console's own part of an account what was done with it after a day: nobody has used it since. */
  forget?(account: Account, since: Day): void;
  /** Leaves in an account what its copy of a person's facts still says, where HR has other ones by now. */
  keepOld?(account: Account, old: OldFacts): void;
  /** The account of somebody from another company, who has no record in HR. */
  guestFor?(guest: Guest, given: { domain: string }): Account;
  /** An account that several people sign in with: nobody's own. */
  sharedFor?(name: string, given: { domain: string }): Account;
}

/** What a console may know of a person by a copy that fell behind: the code of the department, all else as shown. */
export type OldFacts = Partial<Pick<Person, 'familyName' | 'department' | 'location'> & { title: string }>;

/** Somebody from another company. */
export interface Guest {
  displayName: string;
  /** The address there, which no other guest has. */
  mail: string;
}

/** What an account is made with. */
export interface AccountGiven {
  rng: Rng;
  /** The company's days: the past ends this morning. */
  days: Days;
  /** Whether a login name of this console is in use. */
  isTaken(nativeId: string): boolean;
}

/** What a catalogue grows by. */
export interface GrownGiven {
  count: number;
  organisation: Organisation;
  rng: Rng;
}

/** What accounts beside the primary ones are made with. */
export interface SpecialGiven {
  domain: string;
  persons: readonly Person[];
  /** Whom policies act as, and the name under which. */
  operator: Pick<Operator, 'workerId' | 'signIn'>;
  rng: Rng;
  days: Days;
}

/** One entitlement as a console lists it; what is left out has the usual value. */
export interface EntitlementLine
  extends Partial<
    Pick<Entitlement, 'requestable' | 'successor' | 'kind' | 'rule' | 'selects' | 'contains' | 'companyCodes'>
  > {
  code: string;
  /** Code of the function whose people own it. */
  owner: string;
  risk: Entitlement['risk'];
  /** What it lets people do. */
  text: string;
  /** The application that it opens a part of, where the console has several: one person answers for all parts. */
  application?: string;
}

/** One console's part of a rule: codes of its own on each side, one of which may be empty. */
export interface SegregationPart extends Pick<SodRule, 'id' | 'name' | 'severity'> {
  left: readonly string[];
  right: readonly string[];
}

/** A console, as world generation is given it. */
export interface PopulatedApp extends Omit<AppFacts, 'buttons'>, Partial<Pick<AppFacts, 'buttons'>> {
  population?: Population;
}

/** Consoles in the one order in which a world is made of them: by name. */
export function inOrder<C extends { name: string }>(consoles: readonly C[]): C[] {
  return [...consoles].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** What every account has in common, before the console's own part: an active primary account, never used. */
export function makeAccount(
  given: Pick<Account, 'app' | 'nativeId'> & Partial<Account> & { person?: Person },
): Account {
  const { person, ...fields } = given;
  const createdDay = fields.createdDay ?? person?.hireDay ?? '2023-04-28';
  return {
    workerId: person?.workerId ?? null,
    purpose: 'primary',
    status: 'active',
    displayName: person?.displayName ?? fields.nativeId,
    createdDay,
    lastUsedMs: null,
    passwordChangedDay: createdDay,
    grants: [],
    adminRoles: [],
    personNumber: null,
    companyCode: null,
    detail: null,
    ...fields,
  };
}

/**
 * One line of a list of entitlements: `CODE OWNER Risk`, then what it lets people do.
 *
 * @example
 * entitlementLine('FI_DISPLAY FGL Low', 'Display financial documents')
 */
export function entitlementLine(
  head: string,
  text: string,
  extra: Omit<EntitlementLine, 'code' | 'owner' | 'risk' | 'text'> = {},
): EntitlementLine {
  const [code = '', owner = '', risk = 'Low'] = head.split(' ');
  return { code, owner, risk: risk as Entitlement['risk'], text, ...extra };
}
