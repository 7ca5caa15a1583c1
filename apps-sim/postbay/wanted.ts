import type { WantedPart } from '#range';

/** What calls leave behind in Postbay, as the judge expects it. */

const app = 'postbay';

/** A number was called about a ticket, once or again; no other number was. */
export function called(number: string, ticket: string): WantedPart {
  const because = 'the person was called back on the number that HR holds';
  const call = { app, entity: 'calls/*', to: { number, ticket, handsOver: false }, because };
  return { must: [call], may: [call] };
}

/** What is shown once was read out on a call to that number, be it the one of the call-back or a later one. */
export function handedOver(number: string, ticket: string): WantedPart {
  const because = 'the pass was read out on the number that was verified';
  const call = { app, entity: 'calls/*', to: { number, ticket, handsOver: true }, because };
  const other = { ...call, to: { number, ticket }, because: 'the person was called back on that number' };
  return { must: [call], may: [other] };
}

/** Somebody was written to about a ticket, by mail or chat; what came back comes with it. */
export function wroteTo(address: string, ticket: string): WantedPart {
  const because = 'whoever knows was asked in writing';
  const sent = { app, entity: 'messages/*', to: { to: address, ticket }, because };
  const others = [
    { app, entity: 'messages/*', to: { from: address }, because: 'the reply comes by itself' },
    { app, entity: 'threads/*', to: { address }, because: 'the conversation with them' },
  ];
  return { must: [sent], may: [sent, ...others] };
}
