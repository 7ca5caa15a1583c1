import type { AuditEntry, Effect } from '../../app/app.ts';
import type { AppKind, AppName, World } from '../../world/world.ts';
import type { Trace } from '../scenario.ts';

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

/** Whether one screen at or before a step showed all of the texts: what was acted on there had been seen. */
export function wasSeen(trace: Trace, atStep: number, texts: readonly string[]): boolean {
  return trace.steps.slice(0, atStep + 1).some(step => texts.every(text => step.text.includes(text)));
}

/** Effects that change somebody's access. */
export const ACCESS_EFFECTS = ['GRANT', 'REVOKE', 'DISABLE', 'ENABLE', 'CRED', 'DELETE', 'OWNER'] as const;

/** What the console of an address is for; undefined for an address of none. */
export function kindAt({ consoles }: Pick<World, 'consoles'>, url: string): AppKind | undefined {
  const [host] = (url.split('/')[2] ?? '').split('.');
  return consoles.find(console => console.host === host)?.kind;
}
