import { type AppRequest, choice, lowWordFor, SECRET, text, ticket, type Topic } from '#range';
import { answerOf, lineAt } from '../answers.ts';
import { idOf } from '../init.ts';
import { act, type Call, calls, figuresOf, form, type State, stateOf } from '../state.ts';

/** How long a telephone rings before one gives up, and how long a question takes. */
const RINGS_MS = 45_000;
const ASKING_MS = 4000;
const READING_MS = 12_000;

/** What can be asked, in the operator's words. */
export const QUESTIONS: Readonly<Record<Topic, string>> = {
  workerId: 'What is your worker ID?',
  manager: 'Who is your manager?',
  organisation: 'In which organisation do you work?',
  position: 'What is your position?',
  location: 'At which location do you work?',
  request: 'Did you ask us for this?',
};

/** The topic that a question in other words is about; undefined where it is about something else, or several things. */
export function topicOf(question: string): Topic | undefined {
  const named = (Object.keys(QUESTIONS) as Topic[]).filter(topic => NAMED[topic].test(question));
  return named.length === 1 ? named[0] : undefined;
}

const NAMED: Readonly<Record<Topic, RegExp>> = {
  workerId: /\b(?:worker|employee|personnel|staff) (?:id|number)\b/i,
  manager: /\byour (?:line )?manager\b|\byour boss\b|\breport to\b/i,
  organisation: /\byour (?:organi[sz]ation|department|team)\b/i,
  position: /\byour (?:position|job title|job)\b/i,
  location: /\byour (?:location|office|site)\b|\bwhere do you work\b/i,
  request:
    /\bdid you (?:ask|request|open|raise|order|call|write)\b|\b(?:was|is) (?:that|it|this) (?:you|from you)\b/i,
};

/** How a number of a company is written. */
const LIKE = '+44 20 7946 0100 ext. 2123';

/** Dials a number: somebody picks up, nobody does, or there is no such number. */
export const newCall = form({
  path: '/calls/new',
  title: 'New call',
  submit: 'Call',
  verb: 'Call',
  from: 'Telephone',
  effect: 'COMM',
  text: 'For a call-back dial the number that HR holds, not one that the caller gives.',
  fields: {
    number: text('Number', {
      required: true,
      max: 40,
      like: [/^\+?[\d\s().-]*\d[\d\s().-]*(ext\.?\s*\d+)?$/, `A number has figures, such as ${LIKE}.`],
      placeholder: LIKE,
    }),
    ticket: ticket('About ticket', {
      hint: `Shown in the ${lowWordFor('Call log')}, for example INC0041290`,
    }),
  },
  change: ({ draft, values, request }) => {
    const { number, ticket: about } = values;
    const { nowMs } = request;
    const said = answerOf(draft, request, { address: number, asking: { way: 'ring' } });
    const id = idOf(draft, 'call', 'CALL');
    const pickedUpMs = said ? nowMs + said.afterMs : null;
    draft.calls[id] = {
      ...{ id, number, ticket: about, startedMs: nowMs, pickedUpMs },
      reached: said ? 'Answered' : said === null ? 'No answer' : 'Not in service',
      endedMs: said ? null : nowMs + (said === null ? RINGS_MS : 0),
      said: said ? [{ atMs: nowMs + said.afterMs, who: 'Other side', text: said.text, topic: '' }] : [],
      ...{ readOut: [], handsOver: false, asksMore: false },
    };
    const subject = lineAt(draft, number)?.workerId ?? null;
    return {
      detail: `${number}`,
      line: { entity: `calls/${id}`, subject },
      message: `${number} was dialled.`,
      tone: 'info',
      to: `/calls/${id}`,
      takesMs: said ? said.afterMs : said === null ? RINGS_MS : 0,
    };
  },
});

/** Asks one question and listens to the answer. */
export const ask = act(calls, {
  name: 'ask',
  label: 'Ask',
  title: 'Ask a question',
  submit: 'Ask',
  effect: 'COMM',
  opens: 'page',
  when: (call, { request }) => stateOf(call, request.nowMs) === 'Connected' || 'Nobody is on the line.',
  fields: {
    topic: choice<Topic>(
      'Question',
      Object.entries(QUESTIONS).map(([value, label]) => ({ value: value as Topic, label })),
      { asSelect: true },
    ),
  },
  change: ({ draft, record: call, values: { topic }, request }) =>
    question(draft, call, { topic, text: QUESTIONS[topic], request }),
});

/** Asks in words of one's own: what no list of questions has. */
export const askElse = act(calls, {
  name: 'ask-else',
  label: 'Ask something else …',
  title: 'Ask in your own words',
  submit: 'Put question',
  effect: 'COMM',
  opens: 'page',
  at: 'header',
  text: 'Whoever is on the line answers what is asked, as far as they know.',
  when: (call, { request }) => stateOf(call, request.nowMs) === 'Connected' || 'Nobody is on the line.',
  fields: { text: text('Question in full', { required: true, max: 240 }) },
  change: ({ draft, record: call, values, request }) => {
    const topic = topicOf(values.text) ?? '';
    call.asksMore ||= topic === '';
    return question(draft, call, { topic, text: values.text, request });
  },
});

/** Puts a question, and what is answered to it, into the conversation. */
function question(
  draft: State,
  call: Call,
  { topic, text, request }: { topic: Topic | ''; text: string; request: AppRequest },
) {
  const asking = topic === '' ? ({ way: 'asked', text } as const) : ({ way: 'question', topic } as const);
  const said = answerOf(draft, request, { address: call.number, asking });
  const askedMs = request.nowMs + ASKING_MS;
  const atMs = askedMs + (said?.afterMs ?? ASKING_MS);
  call.said.push({ atMs: askedMs, who: 'Operator', text, topic });
  call.said.push({ atMs, who: 'Other side', text: said?.text ?? '…', topic });
  return {
    detail: text,
    line: { ticket: call.ticket || null },
    message: 'The answer stands below.',
    tone: 'info' as const,
    takesMs: atMs - request.nowMs,
  };
}

/** How much of what was read out the conversation keeps, so that one knows it again. */
const KEPT = 4;
/** How a line of the conversation begins that stands for something read out. */
export const READ_OUT = 'Read out:';

/** Reads something out to whoever is on the line: they hear it, and it is kept nowhere in words. */
export const readOut = act(calls, {
  name: 'read-out',
  label: 'Read out …',
  title: 'Read something out',
  submit: 'Read out',
  effect: 'COMM',
  opens: 'page',
  at: 'header',
  text: ({ number }) =>
    `Whoever is on the line at ${number} hears it. The conversation keeps its last ${KEPT} characters alone.`,
  when: (call, { request }) => stateOf(call, request.nowMs) === 'Connected' || 'Nobody is on the line.',
  fields: { text: text('What is read out', { required: true, max: 120 }) },
  change: ({ draft, record: call, values, request }) => {
    const back = answerOf(draft, request, {
      address: call.number,
      asking: { way: 'told', text: values.text },
    });
    const atMs = request.nowMs + READING_MS;
    const backMs = atMs + (back?.afterMs ?? 0);
    const kept = `${READ_OUT} … ${values.text.slice(-KEPT)}`;
    call.readOut.push({ text: values.text, atMs });
    call.handsOver ||= SECRET.test(values.text);
    call.said.push({ atMs, who: 'Operator', text: kept, topic: '' });
    if (back) call.said.push({ atMs: backMs, who: 'Other side', text: back.text, topic: '' });
    return {
      detail: kept,
      line: { ticket: call.ticket || null },
      message: 'It was read out.',
      tone: 'info',
      takesMs: backMs - request.nowMs,
    };
  },
});

/** Hangs up. */
export const hangUp = act(calls, {
  name: 'end',
  label: 'End call',
  effect: 'COMM',
  opens: 'nothing',
  at: 'header',
  isDanger: true,
  when: (call, { request }) => stateOf(call, request.nowMs) === 'Connected' || 'The call has ended.',
  change: ({ record: call, request }) => {
    call.endedMs = request.nowMs;
    return {
      detail: `${figuresOf(call.number)} ended`,
      line: { ticket: call.ticket || null },
      message: 'The call has ended.',
      tone: 'info',
    };
  },
});
