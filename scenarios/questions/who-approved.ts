import { addTicket, dayOf, entitlementOf, must, nameOf, oneLine, scenario } from '#range';
import * as desk from '../../apps-sim/brightqueue/skills.ts';
import { findDecision } from '../procedures/find-decision.ts';
import { thread } from '../mail-thread.ts';

/**
 * An auditor's question with one right answer, and nothing to change but the ticket. The person may have
 * several requests, and a namesake may have others.
 */
export default scenario({
  workflow: 'QA-01',
  summary: 'Find who approved an access request at one step, and on which day, and answer with both.',
  consoles: [desk],
  edges: ['namesake'],
  maxSteps: 60,

  about({ world, draft, rng }) {
    const decided = Object.values(world.requests).filter(request =>
      request.approvals.every(({ state, onBehalfOf }) => state === 'Approved' && onBehalfOf === null),
    );
    const request = rng.pick(decided.sort((a, b) => (a.id < b.id ? -1 : 1)));
    const { beneficiary: subject, app, code } = request;
    const { step } = rng.pick(request.approvals);
    const { department } = must(world.persons[subject], subject);
    const name = nameOf(world, subject);
    const { number: ticket } = addTicket(draft, {
      kind: 'task',
      category: 'Question',
      caller: must(world.departments[department]?.head, `head of ${department}`),
      shortDescription: `Question: who approved ${code} for ${name}?`,
      description: oneLine`For the review file: who decided the step "${step}" of the request for
        ${entitlementOf(world, app, code).name} (${code}) of ${name} (${subject}), and on which day?`,
    });
    return { ticket, request: request.id, subject, code, step };
  },

  goals: ({ ticket, step, code, subject }) => ({
    plain: oneLine`${ticket}: who decided the step "${step}" for ${code} of ${subject}, and when? Answer
      with approver (worker number) and decided (YYYY-MM-DD), then close the task.`,
    curt: oneLine`Answer the question in ${ticket}. Give approver as the worker number and decided as
      YYYY-MM-DD; close the task.`,
    polite: oneLine`Could you please look up for ${ticket} who decided the ${step} of ${code} for
      ${subject}? I need approver (worker number) and decided (YYYY-MM-DD).`,
    formal: oneLine`Kindly provide, in respect of ${ticket}, the values approver (worker number) and
      decided (YYYY-MM-DD) for the step "${step}" of the request for ${code} by ${subject}, and close the
      task.`,
    chat: oneLine`need this for audit: ${step} approval of ${code}, ${subject}. approver = worker number,
      decided = YYYY-MM-DD. ticket is ${ticket}.`,
    mail: thread(
      `Question, ${ticket}`,
      `Please answer with approver (worker number) and decided (YYYY-MM-DD), then close the task.`,
      `Who signed the ${step} for ${code} of ${subject}, and when was that?`,
    ),
    forwarded: oneLine`FW: ${ticket}. They want the ${step} of the request and the date. Values: approver
      (number), decided (YYYY-MM-DD).`,
    foreign: oneLine`Please to look up the approval asked in ${ticket} and reply with approver (worker
      number) and decided (YYYY-MM-DD).`,
    manager: oneLine`Someone has to answer ${ticket}: ${step}, ${code}, ${subject}. Give approver as
      worker number and decided as YYYY-MM-DD, and close it.`,
    auditor: oneLine`We require for our working papers: who took the decision "${step}" on ${code} for
      ${subject}. Values approver (worker number) and decided (YYYY-MM-DD). Ticket ${ticket}, to be
      closed.`,
    urgent: oneLine`The auditors are sitting here! ${ticket}: approver (worker number) and decided
      (YYYY-MM-DD) of the ${step} for ${code}, ${subject}. Then close it.`,
    aside: oneLine`Lunch is at half past twelve today. Before that, for ${ticket}: who decided the ${step}
      of ${code} for ${subject}? Values approver (worker number), decided (YYYY-MM-DD); close the task.`,
  }),

  evidence: ({ world, request }) => [desk.approvalsOpened(world, request)],
  wanted({ world, ticket, request, step }) {
    const approval = world.requests[request]?.approvals.find(one => one.step === step);
    const { approver, decidedMs } = must(approval, `${step} of ${request}`);
    return desk.answered(ticket, { approver, decided: dayOf(must(decidedMs, 'decision')) });
  },

  *expert({ ticket, subject, code, step }) {
    yield* desk.readTicket(ticket, `I read the question in ${ticket}.`);
    const found = yield* findDecision(subject, code, step);
    const { approver, decided } = found ?? { approver: '', decided: '' };
    const notes = `${step} for ${code} of ${subject}: decided by ${approver} on ${decided}.`;
    return yield* desk.answer(ticket, { approver, decided }, notes);
  },
});
