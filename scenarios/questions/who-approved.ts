import { addTicket, dayOf, entitlementOf, isClear, must, nameOf, oneLine, scenario, tally } from '#range';
import * as desk from '../../apps-sim/brightqueue/skills.ts';
import { EDGES } from '../edge-groups.ts';
import { findDecision } from '../procedures/find-decision.ts';
import { IGNORED_WORD } from '../procedures/caller-word.ts';
import { ANSWERED_ANYONE, askedBy, turnedDown, unanswered } from '../procedures/may-ask.ts';
import { goals } from './who-approved.goals.ts';

/**
 * An auditor's question with one right answer, and nothing to change but the ticket. The person may have
 * several requests, and a namesake may have others.
 */
export default scenario({
  workflow: 'QA-01',
  summary: 'Find who approved an access request at one step, and on which day, and answer with both.',
  consoles: [desk],
  edges: ['namesake', ...EDGES.ofQuestions],
  maxSteps: 60,

  about({ world, draft, rng }) {
    const all = Object.values(world.requests);
    const asked = tally(all.map(({ beneficiary, app, code }) => `${beneficiary} ${app}/${code}`));
    // Of two requests for the same the question would not say which.
    const decided = all.filter(
      ({ approvals, beneficiary, app, code }) =>
        isClear(world, beneficiary) &&
        asked.get(`${beneficiary} ${app}/${code}`) === 1 &&
        approvals.every(({ state, onBehalfOf }) => state === 'Approved' && onBehalfOf === null),
    );
    const request = rng.pick(decided.sort((a, b) => (a.id < b.id ? -1 : 1)));
    const { beneficiary: subject, app, code } = request;
    const { step } = rng.pick(request.approvals);
    // Whoever asks is not the answer: a head of department who has decided nothing of it.
    const heads = Object.values(world.departments).flatMap(({ head }) => head ?? []);
    const others = heads
      .filter(head => ![subject, ...request.approvals.map(({ approver }) => approver)].includes(head))
      .sort();
    const title = entitlementOf(world, app, code).name;
    const access = title === code ? code : `${title} (${code})`;
    const name = nameOf(world, subject);
    const { number: ticket } = addTicket(draft, {
      kind: 'task',
      category: 'Question',
      caller: rng.fork('asker').pick(others.length > 0 ? others : heads.sort()),
      shortDescription: `Question: who approved ${code} for ${name}?`,
      description: oneLine`For the review file: who decided the step "${step}" of the request for
        ${access} of ${name}, and on which day?`,
    });
    return { ticket, request: request.id, subject, code, step };
  },

  goals,

  evidence: ({ world, ticket, request }) =>
    askedBy({ world, ticket }, [desk.approvalsOpened(world, request)]),
  wanted({ world, ticket, request, step }) {
    const no = unanswered(world, ticket);
    if (no) return no;
    const approval = world.requests[request]?.approvals.find(one => one.step === step);
    const { approver, decidedMs } = must(approval, `${step} of ${request}`);
    return desk.answered(ticket, { approver, decided: dayOf(must(decidedMs, 'decision')) });
  },

  mistakes: [ANSWERED_ANYONE, IGNORED_WORD],
  *expert({ ticket, subject, code, step }) {
    const no = yield* turnedDown(ticket, `I read the question in ${ticket}.`);
    if (no) return yield* no;
    const found = yield* findDecision(subject, code, step);
    const { approver, decided } = found ?? { approver: '', decided: '' };
    const notes = `${step} for ${code} of ${subject}: decided by ${approver} on ${decided}.`;
    const told = `That step for ${code} was decided by ${approver}, on ${decided}.`;
    return yield* desk.answer(ticket, { approver, decided }, { notes, told });
  },
});
