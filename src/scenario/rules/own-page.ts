import type { RangeState, TraceStep } from '../scenario.ts';
import type { App } from '../../app/app.ts';
import type { AppName, World } from '../../world/world.ts';
import { accountOf, type Event, isPartOf } from './events.ts';

/** Whose pages they are. */
interface Known {
  world: World;
  apps: Readonly<Record<AppName, App>>;
  before: RangeState;
  after: RangeState;
}

/**
 * Whether the page of what an event changed was in front on one of the screens: the record's own, that of the account which
 * it hangs on, or that of what was given or taken, where the account is listed. A page that only speaks of it shows nothing, nor does a tab
 * on which other things of the record stand.
 */
export function wasShown(steps: readonly TraceStep[], event: Event, known: Known): boolean {
  const { app, entity, subject, entitlement } = event;
  const parts = known.apps[app]?.evidence?.shownOn?.(event);
  const account = accountOf(event, known);
  // What no account is, as a token, is shown on the page of whom it belongs to.
  const isOfAccount = Object.hasOwn(known.world.accounts, `${app}/${account}`);
  return steps.some(({ record: shown, printed }) => {
    if (shown?.app !== app || !isPartOf(shown, parts)) return false;
    if (shown.record === entity || idOf(shown.record) === account) return true;
    if (entitlement === `${app}/${idOf(shown.record)}`) return printed.includes(account);
    return !isOfAccount && subject !== null && shown.subject === subject;
  });
}

function idOf(record: string): string {
  return record.slice(record.indexOf('/') + 1);
}
