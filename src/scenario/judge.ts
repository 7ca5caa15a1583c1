import { clip } from '../core/clip.ts';
import { canonicalJson } from '../core/json.ts';
import type { Outcome } from '../screen/outcome.ts';
import type { World } from '../world/world.ts';
import type { Catalog } from './catalog.ts';
import { diffStates } from './diff.ts';
import { wasOpened } from './rules/events.ts';
import type { Change, RangeState, Trace, Verdict, VerdictPart, Wanted, WantedChange } from './scenario.ts';

/** Stands for a removed entity or an emptied field in `WantedChange.to`. */
export const REMOVED = null;

/** Everything that a verdict is made from. */
export interface Case {
  before: RangeState;
  after: RangeState;
  world: World;
  wanted: Wanted;
  trace: Trace;
  /** What was told before any screen: the goal, the briefing. */
  told?: readonly string[];
}

/**
 * The verdict on an episode: the outcome is right, everything that must change did, nothing else did, and no operator
 * rule is broken. Every part is reported by name, so that a failure says what was wrong.
 */
export function judge({ rules, range: { apps } }: Pick<Catalog, 'rules' | 'range'>, given: Case): Verdict {
  const changes = diffStates(given.before, given.after);
  const parts = [
    judgeOutcome(given.wanted, given.trace.outcome),
    ...judgeEvidence(given),
    ...judgeChanges(given.wanted, changes),
    ...Object.values(rules).map(rule => {
      const broken = rule.check({ ...given, apps });
      return { name: rule.id, isOk: broken.length === 0, detail: broken.join(' ') || rule.summary };
    }),
  ];
  return { success: parts.every(part => part.isOk), parts, changes };
}

function judgeOutcome(wanted: Wanted, outcome: Outcome | null): VerdictPart {
  const said = outcome ? sayOutcome(outcome) : 'no outcome (truncated)';
  const right = sayOutcome(wanted);
  if (said !== right) return { name: 'outcome', isOk: false, detail: `Wanted ${right}, got ${said}.` };
  const wrong = Object.entries(wanted.values ?? {}).filter(
    ([name, value]) => outcome?.values?.[name]?.trim() !== value,
  );
  const detail = wrong.map(
    ([name, value]) => `${name}: wanted "${value}", got "${outcome?.values?.[name] ?? ''}".`,
  );
  return { name: 'outcome', isOk: wrong.length === 0, detail: detail.join(' ') || right };
}

/** A right ending that was guessed is no work: what it rests on must have been opened. */
function judgeEvidence({ wanted, trace }: Case): VerdictPart[] {
  return (wanted.evidence ?? []).map(({ what, ...page }) => {
    const isOk = wasOpened(trace.steps, page);
    return { name: `evidence: ${what}`, isOk, detail: isOk ? 'Opened.' : 'It was not opened.' };
  });
}

function sayOutcome({ kind, outcome, reason }: { kind?: string; outcome?: string; reason?: string }): string {
  return `${kind ?? outcome}${reason ? `(${reason})` : ''}`;
}

/** Each wanted change takes one change of its own; what is left must be one of those that may happen. */
function judgeChanges(wanted: Wanted, changes: readonly Change[]): VerdictPart[] {
  const left = [...changes];
  const parts = wanted.must.map(must => {
    const at = left.findIndex(change => fitsChange(must, change));
    if (at >= 0) left.splice(at, 1);
    const what = `${must.app}/${must.entity}${must.field ? `.${must.field}` : ''}`;
    return {
      name: `must: ${must.because}`,
      isOk: at >= 0,
      detail: at >= 0 ? what : `${what} did not change as wanted.`,
    };
  });
  const stray = left.filter(change => !wanted.may.some(may => fitsChange(may, change)));
  const detail = stray.length === 0 ? 'No other change.' : stray.map(sayChange).join('; ');
  return [...parts, { name: 'nothing else', isOk: stray.length === 0, detail }];
}

/** Whether a change is the wanted one. */
export function fitsChange(wanted: WantedChange, change: Change): boolean {
  if (wanted.app !== change.app || !fitsEntity(wanted.entity, change.entity)) return false;
  if ((wanted.field ?? null) !== change.field) return false;
  if (!('to' in wanted)) return wanted.field !== undefined || change.before === null;
  return includes(change.after, wanted.to);
}

function fitsEntity(pattern: string, entity: string): boolean {
  const parts = pattern.split('*');
  if (parts.length === 1) return pattern === entity;
  const [first = '', ...rest] = parts;
  const last = rest[rest.length - 1] ?? '';
  return entity.startsWith(first) && entity.endsWith(last) && entity.length >= first.length + last.length;
}

/** Equality, but an object need hold no more than the wanted members. */
function includes(actual: unknown, wanted: unknown): boolean {
  if (typeof wanted !== 'object' || wanted === null || Array.isArray(wanted)) {
    return canonicalJson(actual ?? null) === canonicalJson(wanted ?? null);
  }
  if (typeof actual !== 'object' || actual === null) return false;
  return Object.entries(wanted).every(([key, value]) =>
    includes((actual as Record<string, unknown>)[key], value),
  );
}

/** A change in one line: `directory/users/u-17.status: active → suspended`. */
export function sayChange({ app, entity, field, before, after }: Change): string {
  const short = (value: unknown): string => {
    const text = typeof value === 'string' ? value : canonicalJson(value ?? null);
    return text.length > 60 ? `${clip(text, 57)}…` : text;
  };
  const what = `${app}/${entity}${field === null ? '' : `.${field}`}`;
  if (field === null && before === null) return `${what} added: ${short(after)}`;
  if (field === null && after === null) return `${what} removed`;
  return `${what}: ${short(before)} → ${short(after)}`;
}
