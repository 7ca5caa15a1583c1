import { type AppRequest, type FieldSpec, notFound, type Reply, view } from '#range';
import { choices, ESCALATIONS, METHODS, QUEUES, REQUESTER, RESULTS } from './lists.ts';
import { nameOf } from './rows.ts';
import type { State } from './state.ts';
import type { Tried } from './ticket-form.ts';
import { verificationsOf } from './ticket-page.ts';

/** What a field brings back from a refused form. */
function kept(tried: Tried | undefined, name: string): { value: string; problem?: string } {
  const problem = tried?.problems[name];
  return { value: tried?.values[name] ?? '', ...(problem === undefined ? {} : { problem }) };
}

/** The page that hands a record on. */
export function reassignPage(state: Readonly<State>, request: AppRequest, tried?: Tried): Reply {
  const ticket = state.tickets[request.params.number ?? ''];
  if (!ticket) return notFound(request.path);
  const queues = [...QUEUES.filter(queue => queue !== ticket.group), REQUESTER];
  const codes = ESCALATIONS.map(({ code }) => code);
  const fields: FieldSpec[] = [
    {
      kind: 'choice',
      name: 'escalationQueue',
      label: 'Receiving queue',
      required: true,
      asSelect: true,
      options: choices(queues, '-- None --'),
      ...kept(tried, 'escalationQueue'),
    },
    {
      kind: 'choice',
      name: 'escalationReason',
      label: 'Reason code',
      required: true,
      asSelect: true,
      options: choices(codes, '-- None --'),
      ...kept(tried, 'escalationReason'),
    },
    {
      kind: 'textarea',
      name: 'workNote',
      label: 'Findings',
      required: true,
      rows: 6,
      hint: 'Saved as a work note: what was found, what was done, what is asked.',
      ...kept(tried, 'workNote'),
    },
  ];
  const reasons = ESCALATIONS.map(({ code, meaning, queue }) => ({
    cells: [{ text: code, code: true }, meaning, queue],
  }));
  const model = {
    title: `Reassign ${ticket.number}`,
    ticket,
    fields,
    reasons,
    caller: nameOf(state, ticket.caller),
  };
  return view('reassign', model, tried ? { notice: tried.notice, status: 422 } : {});
}

/** The page that records how a caller was identified. */
export function verifyPage(state: Readonly<State>, request: AppRequest, tried?: Tried): Reply {
  const ticket = state.tickets[request.params.number ?? ''];
  if (!ticket) return notFound(request.path);
  const user = state.users[ticket.caller];
  const fields: FieldSpec[] = [
    {
      kind: 'choice',
      name: 'method',
      label: 'Method',
      required: true,
      asSelect: true,
      options: choices(METHODS, '-- None --'),
      ...kept(tried, 'method'),
    },
    {
      kind: 'text',
      name: 'number',
      label: 'Number called',
      width: 'short',
      hint: 'For a call back: the number as HR holds it.',
      ...kept(tried, 'number'),
    },
    {
      kind: 'choice',
      name: 'result',
      label: 'Result',
      required: true,
      asSelect: true,
      options: choices(RESULTS, '-- None --'),
      ...kept(tried, 'result'),
    },
    { kind: 'textarea', name: 'note', label: 'Remark', rows: 3, ...kept(tried, 'note') },
  ];
  const model = {
    title: `Verify caller of ${ticket.number}`,
    ticket,
    fields,
    user,
    manager: user?.manager ? nameOf(state, user.manager) : '',
    earlier: verificationsOf(state, ticket.number),
  };
  return view('verify', model, tried ? { notice: tried.notice, status: 422 } : {});
}
