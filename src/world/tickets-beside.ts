import { drawBelow } from '../core/draw.ts';
import { daysFrom } from './days.ts';
import type { Ticket } from './desk-records.ts';
import { drawAuthor, workedAt } from './moments.ts';
import { numberAt } from './ticket-numbers.ts';
import type { World } from './world.ts';

/** What people have open beside the matter that they are called about: short description, and all of it as they wrote it. */
const BESIDE: Readonly<Record<Ticket['kind'], readonly [Ticket['category'], string, string][]>> = {
  incident: [
    [
      'Authentication',
      'Asked to confirm twice every morning',
      'I have to confirm twice at my laptop, every day.',
    ],
    [
      'Account',
      'Former team in the mail signature',
      'My signature still names the team that I was in before I moved.',
    ],
    [
      'Access',
      'Files of the team open read-only',
      'I can read the files on our shared drive but not save them.',
    ],
    ['Question', 'Until when is my access valid?', 'On which day does my access to the project end?'],
    ['Other', 'Screen flickers at the docking station', 'Both of my screens in {place} flicker after lunch.'],
    ['Other', 'Headset is silent in meetings', 'I hear nobody in meetings since the last update.'],
  ],
  task: [
    [
      'Other',
      'Second screen for {name}',
      'I would like a second screen for my desk in {place}, as agreed with the team.',
    ],
    ['Other', 'Licence of the drawing tool for {name}', 'I draw floor plans from next month on.'],
    [
      'Access',
      'Team mailbox for {name}',
      'Please let me send from the mailbox of our team; its owner is asked.',
    ],
    ['Access', 'Distribution list for {name}', 'Please put me on the list of the site {place}.'],
    [
      'Other',
      'Desk telephone for {name}',
      'I move to another room in {place} and would like to keep my number.',
    ],
  ],
};
const GROUPS = ['IAM Operations', 'IAM Operations', 'Service Desk'] as const;
const STATES = ['New', 'In Progress', 'On Hold'] as const;

/**
 * Adds what the caller of a ticket has open beside it, one or two records of its kind, so that whoever looks by the
 * person finds several and has to choose. Each is drawn by the number of the ticket: no other stream moves.
 */
export function addBeside(draft: World, ticket: Ticket): void {
  if (draft.persons[ticket.caller]?.status !== 'active') return;
  const key = `${draft.seed}/${ticket.number}/beside`;
  const [first, ...others] = BESIDE[ticket.kind];
  const start = drawBelow(key, others.length);
  const words = [first, ...others];
  for (let i = 0; i <= drawBelow(`${key}/count`, 2); i++) {
    const chosen = words[(start + i * 2) % words.length];
    if (chosen) addOne(draft, ticket, { words: chosen, key: `${key}/${i}` });
  }
}

function addOne(
  draft: World,
  { caller, kind }: Ticket,
  { words, key }: { words: (typeof BESIDE)['task'][number]; key: string },
): void {
  const { displayName = caller, location = '' } = draft.persons[caller] ?? {};
  const fill = (text: string): string =>
    text.replaceAll('{name}', displayName).replaceAll('{place}', location);
  const [category, short, long] = words;
  const days = daysFrom(draft.today);
  const openedMs = workedAt(days.at(days.workday(-1 - drawBelow(`${key}/days`, 9))), key);
  const number = numberAt(draft.tickets, kind, openedMs);
  const state = drawAuthor(`${key}/state`, STATES) ?? 'New';
  draft.tickets[number] = {
    number,
    kind,
    category,
    shortDescription: fill(short),
    description: fill(long),
    state,
    priority: 4,
    group: drawAuthor(`${key}/group`, GROUPS) ?? 'Service Desk',
    assignee: null,
    openedBy: caller,
    caller,
    channel: 'Portal',
    openedMs,
    item:
      kind === 'task'
        ? {
            number: numberAt(draft.tickets, 'item', openedMs),
            name: fill(short),
            variables: [{ label: 'Requested for', value: displayName }],
            requestId: null,
          }
        : null,
    comments: [],
  };
}
