import type { Topic } from '../world/counterpart.ts';
import type { WorkerId } from '../world/world.ts';
import type { AppState, AuditEntry } from './app.ts';

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
  /** Whether somebody picked up, and what was answered to which question: when, and whether as it should be. */
  isAnswered: boolean;
  answers: readonly Answered[];
  /** The record of it: `calls/CALL-0001`. */
  record: string;
  /** What whoever picked up said first. */
  greeting: string;
  /** What the operator read out there. */
  readOut: readonly { text: string; atMs: number }[];
}

/** What was heard to one question on the telephone. */
export interface Answered {
  topic: Topic;
  atMs: number;
  /** As HR has the fact; of the request, that it is confirmed. */
  isRight: boolean;
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

/** A change of one of a console's records: `collection/id`, the field, and what stands there now. */
export interface RecordChange {
  entity: string;
  field: string | null;
  after: unknown;
}

/**
 * What a console can bear witness to. Rules ask it, and know no state. A console that holds nothing of the kind leaves it
 * out.
 */
export interface Evidence<S extends AppState = AppState> {
  /** Every identity check on record. */
  verifications?(state: Readonly<S>): readonly Verification[];
  /** Who stands as approver of an access request, and at which of its steps. */
  approvals?(state: Readonly<S>, request: string): readonly { approver: WorkerId; step?: string }[];
  /** The tabs that show them, by their words at home; a page without tabs shows them all the same. */
  approvalsOn?: readonly string[];
  /**
   * The tabs on which one sees what an act has changed, by their words at home; left out of what every tab shows. A page
   * without tabs shows it all the same.
   */
  shownOn?(entry: AuditEntry): readonly string[] | undefined;
  /** The account, by its own id, that a record hangs on, such as a membership; null for what hangs on none. */
  accountOf?(state: Readonly<S>, entity: string): string | null;
  /** The record that is the work of a number, `tickets/INC0001`: what is to be done, and for whom, stands there alone. */
  workOf?(number: string): string;
  /** The number of the record of work that a change closed or handed on; null where it did neither. */
  ends?(change: RecordChange): string | null;
  /** Until when what a change has made lets its owner in, as a pass; null for what has no end, or is nothing of the kind. */
  lastsUntil?(change: RecordChange): number | null;
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
