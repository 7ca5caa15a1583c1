import {
  addTicket,
  answer,
  check,
  click,
  dayOf,
  defineScenario,
  entitlementOf,
  expectScreen,
  type Facts,
  fill,
  inside,
  link,
  must,
  nameOf,
  openConsole,
  press,
  readDay,
  rowsOf,
  type Script,
  searchbox,
  FAULTS,
} from '#range';
import { closeTicket, openTicket, workerIn } from '../../apps-sim/brightqueue/skills.ts';
import { closedComplete } from '../../apps-sim/brightqueue/wanted.ts';

interface Params extends Facts {
  ticket: string;
  request: string;
  subject: string;
  code: string;
  step: string;
}

/**
 * An auditor's question with one right answer, and nothing to change but the ticket. The person may have several requests,
 * and a namesake may have others.
 */
export default defineScenario<Params>({
  name: 'questions/who-approved',
  workflow: 'QA-01',
  summary: 'Find who approved an access request at one step, and on which day, and answer with both.',
  apps: ['brightqueue'],
  start: { app: 'brightqueue' },
  edges: ['namesake'],
  faults: FAULTS,
  maxSteps: 60,

  params: ({ world, draft, rng }) => {
    const decided = Object.values(world.requests).filter(request =>
      request.approvals.every(({ state, onBehalfOf }) => state === 'Approved' && onBehalfOf === null),
    );
    const request = rng.pick(decided);
    const { step } = rng.pick(request.approvals);
    const name = nameOf(world, request.beneficiary);
    const { name: access } = entitlementOf(world, request.app, request.code);
    const ticket = addTicket(draft, {
      kind: 'task',
      category: 'Question',
      caller: must(
        world.departments[must(world.persons[request.beneficiary], 'beneficiary').department]?.head,
        'head',
      ),
      shortDescription: `Question: who approved ${request.code} for ${name}?`,
      description: `For the review file: who decided the step "${step}" of the request for ${access} (${request.code}) of ${name} (${request.beneficiary}), and on which day?`,
    });
    return {
      ticket: ticket.number,
      request: request.id,
      subject: request.beneficiary,
      code: request.code,
      step,
    };
  },
  focus: ({ ticket, subject, request }) => ({ subject, ticket, request, account: null }),

  goals: [
    ({ ticket, step, code, subject }) =>
      `${ticket}: who decided the step "${step}" for ${code} of ${subject}, and when? Answer with approver (worker number) and decided (YYYY-MM-DD), then close the task.`,
    ({ ticket }) =>
      `Answer the question in ${ticket}. Give approver as the worker number and decided as YYYY-MM-DD; close the task.`,
    ({ subject, code, step, ticket }) =>
      `need this for audit: ${step} approval of ${code}, ${subject}. approver = worker number, decided = YYYY-MM-DD. ticket is ${ticket}.`,
    ({ ticket, step }) =>
      `FW: ${ticket}. They want the ${step} of the request and the date. Values: approver (number), decided (YYYY-MM-DD).`,
    ({ ticket }) =>
      `Please to look up the approval asked in ${ticket} and reply with approver (worker number) and decided (YYYY-MM-DD).`,
  ],

  wanted: ({ world, params: { ticket, request, step } }) => {
    const approval = must(
      world.requests[request]?.approvals.find(a => a.step === step),
      `${step} of ${request}`,
    );
    const values = { approver: approval.approver, decided: dayOf(must(approval.decidedMs, 'decision')) };
    return { ...closedComplete(ticket, 'answer'), values };
  },

  expert: ({ params }) => look(params),
});

function* look({ ticket, subject, code, step }: Params): Script {
  yield* openTicket(ticket, `I read the question in ${ticket}.`);
  const found = yield* check('evidence', () => findApproval({ subject, code, step }));
  const values = { approver: found?.approver ?? '', decided: found?.decided ?? '' };
  const notes = `${step} for ${code} of ${subject}: decided by ${values.approver} on ${values.decided}.`;
  yield* closeTicket(ticket, { code: 'Closed Complete', notes });
  return answer(values, notes);
}

function* findApproval(about: {
  subject: string;
  code: string;
  step: string;
}): Script<{ approver: string; decided: string }> {
  const { subject, code, step } = about;
  yield* openConsole('Brightqueue Desk');
  yield* click(
    inside(link('Users'), { role: 'navigation', name: 'Main' }),
    `I look for the requests of ${subject} by number.`,
  );
  yield* fill(searchbox('Search'), subject);
  yield* press('enter');
  const user = yield* click(link(subject));
  expectScreen(user, subject);
  const request = rowsOf(user, 'Access requests').find(row => row['Requested access']?.includes(code));
  const page = yield* click(link(request?.['Access request'] ?? code), `This is the request for ${code}.`);
  const row = rowsOf(page, 'Approvals').find(approval => approval.Step?.includes(step));
  return { approver: workerIn(row?.Approver), decided: readDay(row?.Decided ?? '') ?? '' };
}
