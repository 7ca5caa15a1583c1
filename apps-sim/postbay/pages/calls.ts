import { card, columns, drawFields, facts, type Given, listCard, narrow } from '#range';
import { plainForm, wide, wordFor } from '#range';
import { ask, askElse, hangUp, newCall, readOut } from '../acts/calls.ts';
import { type Call, callPill, calls, collection, heardOf, record, type State, stateOf } from '../state.ts';

/** The table of what was said, in the order in which it was. */
export const SAID = { caption: 'Conversation', who: 'Who', text: 'What was said' } as const;

/** The calls that the operator made. */
export const callLog = collection({
  path: '/calls',
  title: 'Telephone',
  caption: 'Call log',
  subtitle: 'Calls that you made from here.',
  rows: ({ state }) => Object.values(state.calls).reverse(),
  search: { label: 'Find a call', placeholder: 'Number or ticket', texts: c => [c.number, c.ticket, c.id] },
  columns: ({ request }) => ({
    Number: c => ({ text: c.number, href: calls.href(c), sub: c.id }),
    State: c => ({ pill: callPill(c, request.nowMs) }),
    Started: c => ({ time: c.startedMs }),
    Ticket: c => c.ticket || '–',
  }),
  empty: 'You have made no call yet.',
  makes: newCall,
});

/** How long a call lasted, in words. */
function lengthOf({ pickedUpMs, endedMs }: Call, nowMs: number): string {
  if (pickedUpMs === null || pickedUpMs > nowMs) return '–';
  const seconds = Math.floor(((endedMs ?? nowMs) - pickedUpMs) / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** Questions are asked in place, while somebody is on the line. */
function askCard(call: Call, { request }: Given<State>) {
  const fields = drawFields(ask.fields, { dayFormat: request.skin.dayFormat });
  const buttons = [{ label: ask.submit, style: 'primary' as const }];
  return card(ask.title, plainForm({ method: 'post', action: ask.href(call), fields, buttons }));
}

/** One call: how it stands, what was said, what can be asked. */
export const callPage = record({
  of: calls,
  heading: (call, { request }) => ({ subtitle: call.id, pills: [callPill(call, request.nowMs)] }),
  acts: [ask, askElse, readOut, hangUp],
  body: (call, given) => {
    const { nowMs } = given.request;
    const said = listCard({
      caption: SAID.caption,
      rows: heardOf(call, nowMs),
      columns: {
        [SAID.who]: u => wordFor(u.who),
        [SAID.text]: u => u.text,
        When: u => ({ time: u.atMs }),
      },
      empty: stateOf(call, nowMs) === 'Ringing' ? 'It is ringing.' : 'Nothing was said.',
    });
    const about = facts([
      ['Number', call.number],
      ['State', wordFor(stateOf(call, nowMs))],
      ['Ticket', call.ticket || '–'],
      ['Started', { time: call.startedMs }],
      ['Length', lengthOf(call, nowMs)],
    ]);
    const isConnected = stateOf(call, nowMs) === 'Connected';
    return columns(wide(said), narrow(isConnected && askCard(call, given), card('Call details', about)));
  },
});
