import { oneLine, type Wording } from '#range';
import { thread } from '../mail-thread.ts';

/** How people ask for it. */
export const goals: Wording<'ticket', { people: readonly unknown[]; others: readonly unknown[] }> = ({
  ticket,
  people,
  others,
}) => ({
  plain: oneLine`Work on ${ticket}: import the people of its list into Freightlane if they are approved
    and seats suffice, and report who was refused.`,
  curt: `${ticket}: bulk add of ${people.length + others.length} people to the partner hub.`,
  polite: oneLine`Could you please import the people of ${ticket} into Freightlane, if they are
    approved and seats suffice, and note who was not?`,
  formal: oneLine`Kindly process the list attached to ${ticket}: approved persons are to be imported
    into the partner hub, provided that the seats suffice; rejected lines are to be reported in the record.`,
  chat: `can you add the people on ${ticket} to freightlane? csv import is fine`,
  mail: thread(
    `List for the hub, ${ticket}`,
    `This goes by import. Check approvals and seats first, and write down which rows were refused.`,
    oneLine`Attached to the ticket is the list of everybody who should get into the partner hub. Can
      you load it?`,
  ),
  forwarded: `FW: list for the partner portal, ${ticket}. Kindly import and tell which rows failed.`,
  foreign: `Please to import all persons of ${ticket} in the hub and write what was not possible.`,
  manager: oneLine`${ticket}: ${people.length + others.length} names for Freightlane. Do it in one
    import, only the approved ones, mind the seats, and tell me who was left out.`,
  auditor: oneLine`Process ${ticket} so that for each person of the list it can be shown which approval
    the access to Freightlane rests on, or why the row was refused.`,
  urgent: oneLine`The partner goes live in an hour! Import the approved people of ${ticket} into
    Freightlane now, if the seats suffice, and report the rest.`,
  aside: oneLine`The shuttle to the warehouse runs every twenty minutes now. The people there need the
    partner hub: ${ticket} has the list. Import whoever is approved, if seats suffice, and report who was
    refused.`,
});
