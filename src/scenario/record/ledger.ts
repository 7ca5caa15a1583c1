import type { App, AppState, AuditEntry, Effect } from '../../app/app.ts';
import type { PhoneCall, Telling, Verification } from '../../app/evidence.ts';
import { clip } from '../../core/clip.ts';
import type { AppName, WorkerId, World } from '../../world/world.ts';
import { ACCESS_EFFECTS, callsIn, eventsOf, verificationsIn } from '../rules/events.ts';
import type { RangeState, Trace } from '../scenario.ts';
import { usualWords } from './words.ts';

/** Something that the operator did to somebody's access, and how a record may tell it. */
export interface Deed {
  app: AppName;
  effect: Effect;
  /** The console's own verb, for messages. */
  verb: string;
  entity: string;
  subject: WorkerId | null;
  /** `console/code`. */
  entitlement: string | null;
  ticket: string | null;
  telling: Telling;
  /** What the audit trail says of it. */
  detail: string;
  /** All that the consoles keep of it: the line of their audit trail, and the record as it stands at the end. */
  kept: string;
}

/** What happened in an episode, over all consoles: what a record of it may claim, and must name. */
export interface Ledger {
  deeds: readonly Deed[];
  /** Identity checks that stand on record at the end, and those of them that this episode made. */
  checks: readonly Verification[];
  newChecks: readonly Verification[];
  /** Calls that were made; null where no console has a telephone. */
  calls: readonly PhoneCall[] | null;
  /** Every way of telling an act that some console declares, and of which console. */
  tellings: readonly (Telling & { app: AppName })[];
}

/** What happened, from the trace and from what the consoles bear witness to. */
export function ledgerOf(given: {
  trace: Trace;
  before: RangeState;
  after: RangeState;
  world: World;
  apps: Readonly<Record<AppName, App>>;
}): Ledger {
  const { trace, before, after, apps } = given;
  const known = new Set(verificationsIn(apps, before).map(({ id }) => id));
  const checks = verificationsIn(apps, after);
  return {
    deeds: eventsOf(trace, ...ACCESS_EFFECTS).map(event => deedOf(event, apps[event.app], after[event.app])),
    checks,
    newChecks: checks.filter(({ id }) => !known.has(id)),
    calls: callsIn(apps, after),
    tellings: Object.values(apps).flatMap(({ name, evidence }) =>
      (evidence?.tellings ?? []).map(telling => ({ ...telling, app: name })),
    ),
  };
}

function deedOf(
  event: AuditEntry & { app: AppName },
  app: App | undefined,
  state: AppState | undefined,
): Deed {
  const { effect, verb, entity, subject, entitlement, ticket = null, detail } = event;
  const telling = app?.evidence?.tellings?.find(({ of }) => of(event)) ?? { of: () => true, did: [] };
  const did = [...telling.did, ...(telling.what ? [] : usualWords(effect))];
  const kept = `${entity}\n${detail}\n${recordText(state, entity)}`;
  return {
    ...{ app: event.app, effect, verb, entity, subject, entitlement, ticket, detail, kept },
    telling: { ...telling, did },
  };
}

/** The record that an audit line names, as far as it still stands. */
function recordText(state: AppState | undefined, entity: string): string {
  const slash = entity.indexOf('/');
  const [collection, id] = [entity.slice(0, slash), entity.slice(slash + 1)];
  const records = (state as unknown as Readonly<Record<string, unknown>> | undefined)?.[collection];
  const record = (records as Readonly<Record<string, unknown>> | undefined)?.[id];
  return record === undefined ? '' : clip(JSON.stringify(record), KEPT_MAX);
}

/** The most that is looked at of one record. */
const KEPT_MAX = 4000;
