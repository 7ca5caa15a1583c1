import { type AppRequest, audit, type Effect, type FieldSpec, type Reply, redirect } from '#range';
import { rolesOf, subjectOf, ticketOf, typed, userPath } from './find.ts';
import { all, entry, type State, type User } from './state.ts';

/** Something done to one user: a dialog on the user's page, and a page of its own when the form is wrong. */
export interface UserAct {
  slug: string;
  /** On the button or menu item that opens the dialog. */
  label: string;
  /** On the button that does it. */
  submit: string;
  isDanger?: boolean;
  /** Asks for the user name, typed, before it is done. */
  isConfirmed?: boolean;
  /** The part of the user's page that it belongs to: '' or `/authentication`. */
  part: string;
  text(user: User): string;
  fields?: (form: Record<string, string>) => FieldSpec[];
  /** Why the console will not do it to this user, or null. */
  refuse(state: Readonly<State>, user: User): string | null;
  apply(draft: State, user: User, request: AppRequest): Reply;
}

export const TICKET_FIELD = 'ticket';

/** The reason field of every form that changes something. */
export function ticketField(form: Record<string, string> = {}): FieldSpec {
  const hint = 'Task or incident behind this change.';
  return {
    kind: 'text',
    name: TICKET_FIELD,
    label: 'Ticket number',
    value: form[TICKET_FIELD] ?? '',
    hint,
    width: 'short',
  };
}

/** The fields of an act's form, with the values and problems of the last try. */
export function actFields(
  act: UserAct,
  user: User,
  last: { form: Record<string, string>; problem?: string } = { form: {} },
): FieldSpec[] {
  const confirm: FieldSpec = {
    kind: 'text',
    name: 'confirm',
    label: 'User name',
    value: last.form.confirm ?? '',
    hint: `Type ${user.upn} to confirm.`,
    required: true,
    ...(last.problem ? { problem: last.problem } : {}),
  };
  return [...(act.fields?.(last.form) ?? []), ...(act.isConfirmed ? [confirm] : []), ticketField(last.form)];
}

/** What is wrong with an act's form, or undefined. */
export function actProblem(act: UserAct, user: User, request: AppRequest): string | undefined {
  if (!act.isConfirmed || typed(request, 'confirm').toLowerCase() === user.upn.toLowerCase())
    return undefined;
  return `The user name does not match. Type ${user.upn} to confirm.`;
}

/** Writes the audit line of an act on a user, or on what the user has: then the detail names the user. */
export function auditUser(
  draft: State,
  request: AppRequest,
  act: { user: User; verb: string; effect: Effect; detail: string; entity?: string; entitlement?: string },
): void {
  const { user, verb, effect, detail, entity, entitlement } = act;
  audit(draft, request, {
    verb,
    effect,
    detail: entity === undefined ? detail : `${user.upn}: ${detail}`,
    entity: entity ?? `users/${user.id}`,
    subject: subjectOf(draft, user),
    ticket: ticketOf(request),
    ...(entitlement ? { entitlement } : {}),
  });
}

/** Back to the user's page with a green toast. */
export function done(user: User, part: string, text: string): Reply {
  return redirect(userPath(user, part), { tone: 'success', text });
}

/** Refusal of acts on the credentials of administrators, or null. */
export function refuseAdmin(state: Readonly<State>, user: User): string | null {
  if (rolesOf(state, user.id).length === 0) return null;
  return "You don't have permission to change credentials of a user who holds an administrator role.";
}

/** Refusal to take the last Global Administrator out of service, or null. */
export function refuseLastAdmin(state: Readonly<State>, user: User): string | null {
  const ids = all(state.adminRoles).filter(item => item.role === 'Global Administrator');
  if (!ids.some(item => item.user === user.id)) return null;
  const others = ids
    .map(item => entry(state.users, item.user))
    .filter(
      other => other && other.id !== user.id && other.purpose !== 'emergency' && other.status === 'Active',
    );
  if (user.purpose !== 'emergency' && others.length > 0) return null;
  return 'At least one active Global Administrator other than the emergency accounts must remain.';
}
