import { dayOf } from '../core/calendar.ts';
import { fitsChange } from './fits.ts';
import { endOf, firstAccessOf } from './rules/moments.ts';
import { wasOpened } from './rules/events.ts';
import type { Pace, Sighting, Trace, TraceStep, VerdictPart, Wanted, WantedChange } from './scenario.ts';
import type { App } from '../app/app.ts';
import { appAt } from '../world/find.ts';
import type { AppName, World } from '../world/world.ts';

/** When things were done: what counts is what was known, and what had come about, at the moment of an act. */

interface Held {
  wanted: Wanted;
  trace: Trace;
  world: Pick<World, 'consoles'>;
  apps: Readonly<Record<AppName, App>>;
}

/**
 * A right ending that was guessed is no work: what it rests on must have been opened, before anybody's access was changed on
 * the strength of it, and on the same day: what was so yesterday is looked at again (KB-09).
 */
export function judgeEvidence(held: Held): VerdictPart[] {
  const { wanted, trace } = held;
  const end = endOf(held);
  const acted = Math.min(end, firstAccessOf(trace));
  return (wanted.evidence ?? []).map(sighting => {
    const name = `evidence: ${sighting.what}`;
    const own = sighting.before ? stepOf(sighting.before, trace.steps) : acted;
    const until = own < 0 ? end : Math.min(own, end);
    const known = trace.steps.slice(0, until + 1);
    const today = dayOf(known.at(-1)?.atMs ?? 0);
    if (
      isSeen(
        sighting,
        known.filter(({ atMs }) => dayOf(atMs) === today),
        held,
      )
    )
      return { name, isOk: true, detail: 'Opened.' };
    const why = isSeen(sighting, known, held) ? 'on an earlier day alone' : 'too late';
    const isOpened = isSeen(sighting, trace.steps, held);
    return { name, isOk: false, detail: isOpened ? `It was opened ${why}.` : 'It was not opened.' };
  });
}

function isSeen(
  { after, ...sighting }: Sighting,
  steps: readonly TraceStep[],
  { trace: { steps: all }, world }: Pick<Held, 'trace' | 'world'>,
): boolean {
  const since = after ? (all[stepOf(after.change, all)]?.atMs ?? Infinity) + after.byMs : -Infinity;
  const shown = steps.filter(({ atMs }) => atMs >= since);
  const { app, texts = [], isListed, record, parts } = sighting;
  if (!isListed)
    return wasOpened(shown, {
      app,
      texts,
      ...(record === undefined ? {} : { record }),
      ...(parts ? { parts } : {}),
    });
  return shown.some(
    ({ observation: { url }, printed }) =>
      appAt(world, url)?.name === app && texts.every(text => printed.includes(text)),
  );
}

/** What comes first came first, the end came last, and what the books give an order and a time was done so. */
export function judgeOrder(held: Held): VerdictPart {
  const { wanted, trace } = held;
  const end = endOf(held);
  const acted = Math.min(end, firstAccessOf(trace));
  const ended = wanted.ticket ? 'the record was closed or handed on' : 'the end';
  const late = wanted.must.flatMap(must => {
    const at = stepOf(must, trace.steps);
    if (at < 0) return [];
    if (at <= (must.isFirst ? acted : end))
      return isOverBy(must, trace.steps, acted) ? [`Long before access was changed: ${must.because}.`] : [];
    if (at > end)
      return must.isFirst || isElsewhere(must, held, end) ? [`After ${ended}: ${must.because}.`] : [];
    return [`After access was changed: ${must.because}.`];
  });
  const broken = [...late, ...(wanted.pace ? outOfPace(wanted.pace, trace) : [])];
  return { name: 'order', isOk: broken.length === 0, detail: broken.join(' ') || 'Each thing in its time.' };
}

/** Whether what has to come first, and holds for a time, had come about for the last time too long before a step. */
function isOverBy(must: WantedChange, steps: readonly TraceStep[], acted: number): boolean {
  const { isFirst, holdsMs = Infinity } = must;
  const atMs = steps[acted]?.atMs;
  if (!isFirst || atMs === undefined) return false;
  const own = steps
    .slice(0, acted + 1)
    .filter(({ changes }) => changes.some(one => fitsChange(must, one, changes)));
  return own.every(step => atMs - step.atMs > holdsMs);
}

/** Whether a change is none of the console whose record ended: that may still be written on. */
function isElsewhere({ app }: WantedChange, { trace: { steps } }: Held, end: number): boolean {
  return steps[end]?.changes.every(change => change.app !== app) ?? false;
}

/** The first step at which a wanted change came about; -1 where none did. */
function stepOf(wanted: WantedChange, steps: readonly TraceStep[]): number {
  return steps.findIndex(({ changes }) => changes.some(change => fitsChange(wanted, change, changes)));
}

function outOfPace({ stages, because, withinMs, nextMs }: Pace, { steps }: Trace): string[] {
  const all = stages.map(stage => stage.map(change => stepOf(change, steps)).filter(at => at >= 0));
  const done = all.filter(stage => stage.length > 0);
  const first = done.map(stage => Math.min(...stage));
  const last = done.map(stage => Math.max(...stage));
  const isInOrder = first.every((at, nth) => nth === 0 || (last[nth - 1] ?? at) <= at);
  const timeOf = (at: number | undefined): number => steps[at ?? 0]?.atMs ?? 0;
  const [begun = [], next = []] = all;
  const isNext = next.length === 0 || timeOf(Math.max(...next)) - timeOf(Math.min(...begun)) <= nextMs;
  const isSoon = isNext && timeOf(Math.max(0, ...last)) - timeOf(0) <= withinMs;
  return [
    ...(isInOrder ? [] : [`Not in the order of the book: ${because}.`]),
    ...(isSoon ? [] : [`Not in the time of the book: ${because}.`]),
  ];
}
