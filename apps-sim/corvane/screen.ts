import type { ActionSpec, AppRequest, Notice, Reply } from '#range';
import { view } from '#range';
import type { State } from './state.ts';

/** A function of the toolbar: a button of the form on the screen, or a link. */
export type Tool = { label: string; icon: string } & ({ form: string; value: string } | { href: string });

/** What every screen is made of, beside its own model. */
export interface Screen extends Record<string, unknown> {
  title: string;
  transaction: string;
  tools: Tool[];
}

/** Tools stand in the window's toolbar where the look has one; otherwise with the heading and the form. */
export function screen(request: AppRequest, name: string, given: Screen, notice?: Notice | null): Reply {
  const { tools, transaction, ...model } = given;
  const hasToolbar = request.look.has('toolbar');
  const links: ActionSpec[] = [];
  const buttons: { label: string; name: string; value: string }[] = [];
  for (const tool of hasToolbar ? [] : tools) {
    if ('href' in tool) links.push({ label: tool.label, href: tool.href });
    else buttons.push({ label: tool.label, name: 'do', value: tool.value });
  }
  const frame = {
    command: '/command',
    system: '· CVP (1) client 100',
    server: 'CVP',
    transaction,
    ...(hasToolbar ? { toolbar: tools } : {}),
  };
  return view(name, { ...model, links, buttons, frame }, notice ? { notice } : {});
}

/** The tool that leads one screen back. */
export const back = (href: string): Tool => ({ label: 'Back', icon: 'back', href });
/** The tool that leads to the start menu. */
export const exit: Tool = { label: 'Exit', icon: 'exit', href: '/' };
/** A tool that submits the screen's form, which has the id `screen`. */
export const submit = (label: string, value: string, icon: string): Tool => ({
  label,
  value,
  icon,
  form: 'screen',
});

/** Typed ids as the console keeps them: upper case, no spaces around. */
export function upper(text: string | undefined): string {
  return (text ?? '').trim().toUpperCase();
}

/** Marks that the operator edits a record, and lets go of the one before. Own entries are bookkeeping. */
export function holdOwn(draft: State, user: string | null, nowMs: number): void {
  for (const key of Object.keys(draft.counters)) {
    if (key.startsWith('edit/')) delete draft.counters[key];
  }
  if (user !== null) draft.counters[`edit/${user}`] = nowMs;
}
