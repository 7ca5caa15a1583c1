import { type AppRequest, type FieldSpec, redirect, type Reply, view } from '#range';
import { checkReveal, liveReveal, mask, type RevealProblems, revealMobile, SHOWN_FOR_MS } from './reveals.ts';
import type { PeoplemereState, Worker } from './state.ts';
import { frameOf, ofWorker } from './worker-pages.ts';

/** `GET /workers/:id/contact`. */
export const contactPage = ofWorker((state, request, worker) => {
  const live = liveReveal(state, worker.workerId, request.nowMs);
  const disclosures = Object.values(state.reveals).filter(reveal => reveal.workerId === worker.workerId);
  return view('contact', {
    ...frameOf(state, request, { worker, tab: 'Contact' }),
    mobile: live ? worker.mobile : mask(worker.mobile),
    isShown: live !== undefined,
    shownUntilMs: live ? live.atMs + SHOWN_FOR_MS : null,
    action: `/workers/${worker.workerId}/contact/show`,
    fields: fieldsOf({}, {}),
    disclosures: disclosures.reverse(),
  });
});

/** `GET /workers/:id/contact/show`: the form as a page of its own. */
export const showForm = ofWorker((state, request, worker) =>
  formPage(state, request, { worker, problems: {} }),
);

/** `POST /workers/:id/contact/show`. */
export const showMobile = ofWorker((draft, request, worker) => {
  const input = { reason: request.form.reason ?? '', ticket: request.form.ticket ?? '' };
  const problems = checkReveal(input);
  if (Object.keys(problems).length > 0) return formPage(draft, request, { worker, problems });
  const text = revealMobile(draft, worker, request);
  return redirect(`/workers/${worker.workerId}/contact`, { tone: 'success', text });
});

function formPage(
  state: PeoplemereState,
  request: AppRequest,
  { worker, problems }: { worker: Worker; problems: RevealProblems },
): Reply {
  return view('show-mobile', {
    ...frameOf(state, request, { worker, tab: 'Contact' }),
    masked: mask(worker.mobile),
    action: `/workers/${worker.workerId}/contact/show`,
    cancel: `/workers/${worker.workerId}/contact`,
    fields: fieldsOf(request.form, problems),
  });
}

function fieldsOf(form: Record<string, string>, problems: RevealProblems): FieldSpec[] {
  const { reason, ticket } = problems;
  return [
    {
      kind: 'text',
      name: 'reason',
      label: 'Reason',
      value: form.reason ?? '',
      hint: 'For example: identity verification',
      required: true,
      ...(reason ? { problem: reason } : {}),
    },
    {
      kind: 'text',
      name: 'ticket',
      label: 'Ticket number',
      value: form.ticket ?? '',
      width: 'short',
      required: true,
      ...(ticket ? { problem: ticket } : {}),
    },
  ];
}
