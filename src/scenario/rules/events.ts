import type { App, AppState, AuditEntry, Effect } from '../../app/app.ts';
import type { Confidence, Disclosure, Evidence, PhoneCall, Verification } from '../../app/evidence.ts';
import { appAt } from '../../world/find.ts';
import type { AppKind, AppName, WorkerId, World } from '../../world/world.ts';
import type { ShownRecord } from '../../app/host/session.ts';
import type { RangeState, Trace, TraceStep, Sighting } from '../scenario.ts';

/** An audit line with the step that wrote it. */
export interface Event extends AuditEntry {
  app: AppName;
  step: number;
}

/** The events of a trace with one of the given effects, in order. */
export function eventsOf(trace: Trace, ...effects: Effect[]): Event[] {
  return trace.steps.flatMap((step, index) =>
    step.events.filter(event => effects.includes(event.effect)).map(event => ({ ...event, step: index })),
  );
}

/**
 * Whether the page of a record was in front on one of the screens: of a console, of one record, about one worker, in one of
 * its parts, with all of the texts printed on it, on one screen or on several. What is left out may be any. A list, a search
 * or a form shows no record, and a field shows what was typed into it.
 */
export function wasOpened(
  steps: readonly TraceStep[],
  page: Partial<Pick<ShownRecord, 'app' | 'record' | 'subject'>> & Pick<Sighting, 'texts' | 'parts'>,
): boolean {
  const { app, record, subject, parts, texts = [] } = page;
  const shown = steps.filter(
    ({ record: own }) =>
      own !== null &&
      (app === undefined || own.app === app) &&
      (record === undefined || own.record === record) &&
      (subject === undefined || own.subject === subject) &&
      isPartOf(own, parts),
  );
  // A page may be longer than a screen: it is read on several.
  const isPrinted = (part: string, { record: front }: TraceStep): boolean =>
    shown.some(
      ({ record: own, printed }) =>
        own?.app === front?.app && own?.record === front?.record && printed.includes(part),
    );
  return shown.some(step => texts.every(part => isPrinted(part, step)));
}

/** Whether what is in front is one of the parts of its record, or the whole of it. */
export function isPartOf({ part }: ShownRecord, parts: readonly string[] | undefined): boolean {
  return parts === undefined || part === '' || parts.includes(part);
}

/**
 * Whether a console listed a text as a record's page would say it: in a row, and not in a search box or the address. It
 * stands for the record where one act is done on many.
 */
export function wasListed(
  steps: readonly TraceStep[],
  { world, apps, text }: { world: World; apps: readonly AppName[]; text: string },
): boolean {
  return steps.some(({ observation: { url }, printed }) => {
    const app = appAt(world, url)?.name;
    return app !== undefined && apps.includes(app) && printed.includes(text);
  });
}

/** Whether an event is one of several that one act brought about, on several people. */
export function isOneOfMany(trace: Trace, { step, subject }: Event): boolean {
  const events = trace.steps[step]?.events ?? [];
  return events.some(event => event.subject !== null && event.subject !== subject);
}

/** The consoles of a kind. */
export function namesOf(apps: Apps, kind: AppKind): AppName[] {
  return Object.values(apps).flatMap(app => (app.kind === kind ? app.name : []));
}

/** Effects that change somebody's access. */
export const ACCESS_EFFECTS = ['GRANT', 'REVOKE', 'DISABLE', 'ENABLE', 'CRED', 'DELETE', 'OWNER'] as const;

type Apps = Readonly<Record<AppName, App>>;

/** All identity checks that consoles have on record. */
export function verificationsIn(apps: Apps, states: RangeState): Verification[] {
  return witnesses(apps, states, 'verifications').flatMap(({ evidence, state }) => [
    ...(evidence.verifications?.(state) ?? []),
  ]);
}

/** All telephone calls that consoles have on record; null where there is no console with a telephone. */
export function callsIn(apps: Apps, states: RangeState): PhoneCall[] | null {
  const telephones = witnesses(apps, states, 'calls');
  if (telephones.length === 0) return null;
  return telephones.flatMap(({ evidence, state }) => [...(evidence.calls?.(state) ?? [])]);
}

/**
 * The account that an event is about, by its own id: that of the console's record, before or after; else the record's own
 * id, as for a record that is the account.
 */
export function accountOf(
  { app, entity }: Event,
  { apps, before, after }: { apps: Apps; before: RangeState; after: RangeState },
): string {
  for (const state of [after[app], before[app]]) {
    const found = state && apps[app]?.evidence?.accountOf?.(state, entity);
    if (found) return found;
  }
  return entity.slice(entity.indexOf('/') + 1);
}

/** What was written on a record inside the house, in whatever console. */
export function notesIn(apps: Apps, states: RangeState, record: string): string[] {
  return witnesses(apps, states, 'notes').flatMap(({ evidence, state }) => [
    ...(evidence.notes?.(state, record) ?? []),
  ]);
}

/** What the episode wrote inside the house, on any record that it worked on. */
export function writtenIn(given: Written & { trace: Trace }): string[] {
  const records = new Set(eventsOf(given.trace, 'TICKET').flatMap(({ ticket }) => ticket ?? []));
  return [...records].flatMap(record => newNotesOn(given, record));
}

interface Written {
  before: RangeState;
  after: RangeState;
  apps: Apps;
}

/** What the episode wrote inside the house on one record. */
export function newNotesOn({ before, after, apps }: Written, record: string): string[] {
  const old = new Set(notesIn(apps, before, record));
  return notesIn(apps, after, record).filter(text => text !== '' && !old.has(text));
}

/** The approvals of an access request in a console that keeps them. */
interface Approvals {
  app: AppName;
  approvers: WorkerId[];
  /** What has to be read, and where, by whoever has looked at them. */
  page: { app: AppName; texts: string[]; parts?: readonly string[] };
}

/** Who stands as approver of an access request, in each console that keeps approvals, and where that is read. */
export function approvalsIn(apps: Apps, states: RangeState, request: string): Approvals[] {
  return witnesses(apps, states, 'approvals').map(({ app, evidence, state }) => {
    const given = evidence.approvals?.(state, request) ?? [];
    const approvers = given.map(({ approver }) => approver);
    const texts = [request, ...given.flatMap(({ approver, step }) => [approver, ...(step ? [step] : [])])];
    const parts = evidence.approvalsOn;
    return { app, approvers, page: { app, texts, ...(parts ? { parts } : {}) } };
  });
}

/** What callers and outsiders can read, in whatever console. */
export function disclosedIn(apps: Apps, states: RangeState): Disclosure[] {
  return witnesses(apps, states, 'disclosed').flatMap(({ evidence, state }) => [
    ...(evidence.disclosed?.(state) ?? []),
  ]);
}

/** What the episode told callers and outsiders. */
export function toldIn({
  apps,
  before,
  after,
}: {
  apps: Apps;
  before: RangeState;
  after: RangeState;
}): Disclosure[] {
  const old = new Set(disclosedIn(apps, before).map(({ id }) => id));
  return disclosedIn(apps, after).filter(({ id }) => !old.has(id));
}

/** What consoles keep masked. */
export function confidentialIn(apps: Apps, states: RangeState): Confidence[] {
  return witnesses(apps, states, 'confidential').flatMap(({ evidence, state }) => [
    ...(evidence.confidential?.(state) ?? []),
  ]);
}

/** The consoles whose state bears witness to something. No other is looked at: its state may not be made yet. */
function witnesses(
  apps: Apps,
  states: RangeState,
  of: keyof Evidence,
): { app: AppName; evidence: Evidence; state: AppState }[] {
  return Object.values(apps).flatMap(({ name, evidence }) => {
    if (!evidence?.[of] || !Object.hasOwn(states, name)) return [];
    const state = states[name];
    return state ? [{ app: name, evidence, state }] : [];
  });
}
