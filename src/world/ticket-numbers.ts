import { instant } from '../core/calendar.ts';
import type { Ticket } from './world.ts';

const MINUTE_MS = 60_000;
/** One number of each kind in ten minutes: what comes in between moves no other number. */
const NUMBER_MS = 10 * MINUTE_MS;
/** Before anything that a company remembers. */
const FIRST_MS = instant('2023-11-01');
export const PREFIX = { task: 'SCTASK', incident: 'INC', item: 'RITM' } as const;
const FIRST_NUMBERS = { task: 52_300, incident: 41_200, item: 61_700 };

/** Gives numbers by the time of opening, with gaps for the records that the world does not show. */
export function numberTickets(drafts: readonly Ticket[]): Record<string, Ticket> {
  const sorted = [...drafts].sort((a, b) => a.openedMs - b.openedMs || (sortKey(a) < sortKey(b) ? -1 : 1));
  const last = { ...FIRST_NUMBERS };
  const next = (kind: keyof typeof last, ms: number): string => {
    last[kind] = Math.max(last[kind] + 1, dueNumber(kind, ms));
    return seven(last[kind]);
  };
  const tickets: Record<string, Ticket> = {};
  for (const ticket of sorted) {
    const number = PREFIX[ticket.kind] + next(ticket.kind, ticket.openedMs);
    if (ticket.item) ticket.item.number = PREFIX.item + next('item', ticket.openedMs);
    tickets[number] = { ...ticket, number };
  }
  return tickets;
}

/** The first free number of a kind of record from that on which is due at an instant of the past. */
export function numberAt(
  tickets: Readonly<Record<string, Ticket>>,
  kind: keyof typeof PREFIX,
  ms: number,
): string {
  const items = kind === 'item' ? Object.values(tickets).flatMap(({ item }) => item?.number ?? []) : [];
  const taken = new Set(kind === 'item' ? items : Object.keys(tickets));
  let number = dueNumber(kind, ms);
  while (taken.has(PREFIX[kind] + seven(number))) number++;
  return PREFIX[kind] + seven(number);
}

function dueNumber(kind: keyof typeof PREFIX, ms: number): number {
  return FIRST_NUMBERS[kind] + Math.floor((ms - FIRST_MS) / NUMBER_MS);
}

function sortKey({ caller, shortDescription }: Ticket): string {
  return `${caller} ${shortDescription}`;
}

/** A record number's seven digits. */
export function seven(value: number): string {
  return String(value).padStart(7, '0');
}
