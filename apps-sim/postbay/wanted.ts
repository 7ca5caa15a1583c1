import type { WantedPart } from '#range';

/** What calls leave behind in Postbay, as the judge expects it. */

const app = 'postbay';

/** A number was called about a ticket, once or again; no other number was. */
export function called(number: string, ticket: string): WantedPart {
  const because = 'the person was called back on the number that HR holds';
  const call = { app, entity: 'calls/*', to: { number, ticket }, because };
  return { must: [call], may: [call] };
}
