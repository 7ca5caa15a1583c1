import { type Cell, entry, type Given, linked, type PillSpec, timeline, type Widget } from '#range';
import { appPath, groupPath, logOf, userPath } from './find.ts';
import type { Application, State, User, UserStatus } from './state.ts';
import { lastCycleMs } from './acts/applications.ts';

const TONES: Record<UserStatus, PillSpec['tone']> = {
  Staged: 'info',
  Active: 'success',
  Suspended: 'warning',
  'Locked out': 'danger',
  Deactivated: 'neutral',
  Deleted: 'neutral',
};
const PROVISIONING: Record<string, PillSpec['tone']> = {
  Provisioned: 'success',
  Error: 'danger',
  Pending: 'info',
};

/** A user's status as a pill. */
export function statusPill(status: UserStatus): PillSpec {
  return { text: status, tone: TONES[status] };
}

/** How far an account in an application has come. */
export function provisioningPill(status: string): PillSpec {
  return { text: status, tone: PROVISIONING[status] ?? 'neutral' };
}

/** Whether a sign-in was let in. */
export function resultPill(result: 'Success' | 'Failure'): PillSpec {
  return { text: result, tone: result === 'Success' ? 'success' : 'danger' };
}

/** A link to a user by the name; the id alone when there is none, `None` for nobody. */
export function userCell(state: Readonly<State>, id: string): Cell {
  const user = entry(state.users, id);
  return user ? linked(user.displayName, userPath(user)) : id || 'None';
}

/** A link to a user by the user name. */
export const upnCell = (id: string): Cell => linked(id, userPath({ id }));
export const groupCell = (id: string, sub?: string): Cell => linked(id, groupPath({ id }), sub);
export const appCell = (id: string): Cell => linked(id, appPath({ id }));

/** What lists show of an application's job. */
export function jobColumns({ request }: Given<State>) {
  return {
    Job: (app: Application): Cell => ({ pill: jobPill(app) }),
    'Sign-on': (app: Application): Cell => app.signOn,
    'Last cycle': (app: Application): Cell => ({ time: lastCycleMs(app, request.nowMs) }),
  };
}

/** How the accounts of an application fare. */
export function jobPill({ jobStatus }: Application): PillSpec {
  return { text: jobStatus, tone: jobStatus === 'Healthy' ? 'success' : 'danger' };
}

/** What was done to a user, newest first. */
export function eventsOf(state: Readonly<State>, user: User, most: number): Widget {
  const items = logOf(state, user.id)
    .slice(0, most)
    .map(({ actor, atMs, verb, detail, ticket }) => ({
      who: actor,
      when: { time: atMs },
      what: verb,
      detail: ticket ? `${detail} · ${ticket}` : detail,
    }));
  return timeline(items, { empty: 'Nothing in the last 90 days.' });
}
