import { by, type Day, dayOf, instant, lowWordFor, type SodRule } from '#range';
import { covers, overlap } from './dates.ts';
import type { RoleAssignment, State } from './state.ts';

/** A held role on screens: a stored assignment, or a single role that a held composite brings. */
export interface HeldRole extends RoleAssignment {
  key: string;
  /** The composite that brings it, or null when it is assigned by itself. */
  via: string | null;
}

/** The stored assignments of a user, by role and start. */
export function assignmentsOf(state: Readonly<State>, user: string): HeldRole[] {
  const rows: HeldRole[] = [];
  for (const [key, row] of Object.entries(state.roleAssignments)) {
    if (row.user === user) rows.push({ ...row, key, via: null });
  }
  return rows.sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** Rows with, after each composite, the single roles inside it. */
export function withContents<T extends HeldRole>(state: Readonly<State>, rows: readonly T[]): T[] {
  return rows.flatMap(row => {
    const inside = state.roles[row.role]?.contains ?? [];
    return [row, ...inside.map(role => ({ ...row, role, via: row.role, key: `${row.key}>${role}` }))];
  });
}

/** The last nightly user comparison (01:00) at an instant, in milliseconds. */
export function lastNightlyMs(nowMs: number): number {
  const tonight = instant(dayOf(nowMs), 1);
  return tonight <= nowMs ? tonight : tonight - 86_400_000;
}

export type RowStatus = 'Active' | 'Comparison required' | 'Not yet valid' | 'Expired';

/** Where a row stands: the nightly comparison activates what a save left open. */
export function statusOf(state: Readonly<State>, row: RoleAssignment, nowMs: number): RowStatus {
  const today = dayOf(nowMs);
  if (row.from > today) return 'Not yet valid';
  if (!covers(row, today)) return 'Expired';
  const savedMs = state.counters[`saved/${row.user}`] ?? 0;
  return row.active || savedMs < lastNightlyMs(nowMs) ? 'Active' : 'Comparison required';
}

interface Span {
  role: string;
  from: Day;
  to: Day | null;
}

/** A conflict that rows bring: the two roles and the rule. */
export interface Conflict {
  left: string;
  right: string;
  rule: SodRule;
}

/** All conflicts among rows whose validity overlaps; composites count with what they contain. */
export function conflictsOf(state: Readonly<State>, rows: readonly Span[]): Conflict[] {
  const spans = rows.flatMap(row => [
    row,
    ...(state.roles[row.role]?.contains ?? []).map(role => ({ ...row, role })),
  ]);
  const found: Conflict[] = [];
  for (const rule of Object.values(state.conflictRules).sort(by(({ id }) => id))) {
    const left = spans.filter(span => rule.left.includes(span.role));
    const right = spans.filter(span => rule.right.includes(span.role));
    const pair = left.flatMap(a =>
      right.filter(b => overlap(a, b)).map(b => ({ left: a.role, right: b.role, rule })),
    )[0];
    if (pair) found.push(pair);
  }
  return found;
}

/** The conflicts of `after` that `before` does not have yet. */
export function newConflicts(
  state: Readonly<State>,
  before: readonly Span[],
  after: readonly Span[],
): Conflict[] {
  const known = new Set(conflictsOf(state, before).map(conflict => conflict.rule.id));
  return conflictsOf(state, after).filter(conflict => !known.has(conflict.rule.id));
}

/** The locks in a lock value, in words. */
export function decodeLock(lock: number): { bit: number; text: string; isSet: boolean }[] {
  return [
    { bit: 32, text: 'Global lock (central administration)', isSet: (lock & 32) !== 0 },
    { bit: 64, text: 'Administrator lock', isSet: (lock & 64) !== 0 },
    { bit: 128, text: 'Wrong-logon lock', isSet: (lock & 128) !== 0 },
  ];
}

/** A lock value in words: the one lock that it is, or the sum that it is of several. */
export function lockText(lock: number): string {
  const parts = decodeLock(lock).filter(part => part.isSet);
  if (lock === 0) return `0 (${lowWordFor('Not locked')})`;
  const sum = parts.map(part => `${part.bit} ${part.text}`).join(' + ');
  return parts.length === 1 ? sum : `${lock} = ${sum}`;
}

/** The users who hold a role, by itself or inside a composite. */
export function holdersOf(state: Readonly<State>, role: string): Set<string> {
  const isHeld = (row: RoleAssignment) => row.role === role || state.roles[row.role]?.contains.includes(role);
  return new Set(
    Object.values(state.roleAssignments)
      .filter(isHeld)
      .map(row => row.user),
  );
}
