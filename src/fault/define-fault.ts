import type { Reply, Tone } from '../app/app.ts';
import type { Exchanged, Interception, Interceptor } from '../app/host/intercept.ts';
import { page } from '../app/pages/page.ts';
import { action, alert, facts, plainForm, prose } from '../app/pages/tree.ts';
import type { FieldSpec, FormSpec } from '../app/pages/widgets.ts';
import {
  callable,
  closed,
  type Form,
  listOf,
  open,
  refuseMisfit,
  such,
  text,
  textLike,
} from '../core/form.ts';
import type { Rng } from '../core/rng.ts';
import type { Healing } from './healing.ts';

/** Trouble at run time: seeded, recoverable, and labelled in every step that it touches. */
export interface Fault {
  name: string;
  /** Its entry in the catalogue of failures: `F-01`. */
  id: string;
  summary: string;
  /** What the screen shows, and what a good operator does. */
  shows: string;
  recovery: string;
  /** The recovery acted out, by whoever knows the trouble by sight. */
  healing: Healing;
  /** Draws where it strikes. The interceptor's name is the fault's. */
  arm(rng: Rng): Interceptor;
}

/** What a fault is made of, for whoever writes one without a compiler. */
export const FAULT_FORM: Form<keyof Fault> = {
  name: text('a name'),
  id: textLike(/^F-\d{2,3}$/, 'an entry of the catalogue, such as F-90'),
  summary: text('a sentence'),
  shows: text('what the screen shows'),
  recovery: text('what a good operator does'),
  healing: closed({
    signs: listOf(text(), { least: 1, allowed: 'headings, one at least' }),
    isResult: such(value => typeof value === 'boolean', 'true or false'),
    heal: callable('*heal(screen)'),
  }),
  arm: callable('memory and respond, in defineFault({ … })'),
};

/** What `arm` is made of. */
const STATED = open({
  memory: callable('memory(rng)'),
  respond: callable('respond(memory, exchanged) { … return { act, memory }; }'),
});

/** States a fault. Its memory counts down to the strike; `respond` says what happens then. */
export function defineFault<M>(
  fault: Omit<Fault, 'arm'> & {
    memory(rng: Rng): M;
    respond(memory: M, exchanged: Exchanged): { act: Interception; memory: M };
  },
): Fault {
  refuseMisfit('The fault', STATED, fault);
  const { memory, respond, ...about } = fault;
  return {
    ...about,
    arm: rng => ({ name: fault.name, memory: memory(rng), respond: respond as Interceptor['respond'] }),
  };
}

export const pass: Interception = { kind: 'pass' };

/** How often a page of trouble may come before a fault gives way: nobody is held up for ever. */
export const SHOWN_MAX = 3;

/** Whether a fault of one form strikes now: on the first or second thing that is about to be put on record. */
export function isSaveDue(memory: { strikeAt: number; isDone: boolean }, { saves }: Exchanged): boolean {
  return !memory.isDone && saves >= memory.strikeAt;
}

/** The address of an exchange within its console. */
export function addressOf({ path, search }: { path: string; search: string }): string {
  return path + search;
}

/** What a page of trouble shows, from top to bottom. The tone follows from the status unless it is given. */
export interface TroublePage {
  title: string;
  text: string;
  status: number;
  tone?: Tone;
  /** Longer text below the message. */
  prose?: string;
  facts?: { label: string; value: string }[];
  form?: Pick<FormSpec, 'action' | 'fields' | 'buttons'>;
  /** Where the link below leads, and what it says if not "Try again". */
  retry?: string;
  retryLabel?: string;
}

/** A page of trouble in the look of the console. */
export function troublePage(parts: TroublePage): Reply {
  const { title, text, status, tone = status >= 500 ? 'danger' : 'warning', prose: longer, form } = parts;
  const { facts: rows, retry: href, retryLabel: label = 'Try again' } = parts;
  const body = [
    alert(tone, text),
    longer && prose(longer),
    rows && facts(rows.map(row => [row.label, row.value])),
    form && plainForm({ method: 'post', ...form }),
    href && action({ label, href, style: 'primary' }),
  ];
  return page({ title, body }, { status });
}

/** A form with one button that sends what was sent once more. */
export function resend(exchanged: Exchanged, label: string): NonNullable<TroublePage['form']> {
  const fields = exchanged.form.map(
    ([name, value]): FieldSpec => ({
      kind: 'hidden',
      name,
      label: name,
      value,
    }),
  );
  return { action: addressOf(exchanged), fields, buttons: [{ label }] };
}

/** Colleagues of other teams, of whom pages of trouble speak by their user names. */
export const COLLEAGUES = ['j.ferreira', 'm.keller', 's.lindqvist', 'a.banerjee'] as const;
