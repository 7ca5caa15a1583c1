import type { Change, Ticket } from './world.ts';

/** The assignment groups of the service desk. */
export const QUEUES = {
  desk: 'Service Desk',
  iam: 'IAM Operations',
  leads: 'IAM Leads',
  risk: 'Access Risk',
  security: 'Security Operations',
  hr: 'HR Operations',
  legal: 'Legal and Records',
  platform: 'Platform Engineering',
} as const;

/** One kind of incident. `{name}` is the caller, `{place}` the caller's site. */
export interface IncidentWords {
  category: Ticket['category'];
  group: string;
  short: string;
  long: string;
  note: string;
}

const words = (
  category: Ticket['category'],
  group: string,
  texts: [short: string, long: string, note: string],
): IncidentWords => ({ category, group, short: texts[0], long: texts[1], note: texts[2] });

/** Incidents that come in every week, whatever consoles there are. */
export const INCIDENTS: readonly IncidentWords[] = [
  words('Authentication', QUEUES.iam, [
    'Sign-in approval does not arrive',
    'The authenticator of {name} shows no request when signing in to the portal. The phone is at hand.',
    'Asked the caller to open the authenticator once and try again.',
  ]),
  words('Authentication', QUEUES.iam, [
    'New phone, authenticator has to be set up again',
    '{name} changed phones at the weekend and has only the old one registered.',
    'Identity check by call-back first, then a new registration.',
  ]),
  words('Authentication', QUEUES.desk, [
    'Password expired during leave',
    '{name} is back in {place} and is asked for a password that ran out.',
    'Pointed to the self-service page.',
  ]),
  words('Account', QUEUES.iam, [
    'Wrong department shown in the directory',
    'The profile of {name} still shows the previous team after the last change of jobs.',
    'HR shows the new department; waiting for the nightly feed.',
  ]),
  words('Access', QUEUES.iam, [
    'Report folder missing in Reporting',
    '{name} sees the portal but not the folder of the own cost centre.',
    'Looked at group membership; the folder belongs to another group.',
  ]),
  words('Access', QUEUES.platform, [
    'Files of the team open read-only',
    '{name} can open but not save files on the shared drive in {place}.',
    'Sent the path to Platform Engineering.',
  ]),
  words('Question', QUEUES.iam, [
    'Until when does my access last?',
    '{name} would like to know when the access to the project ends.',
    'Read the end date from the request.',
  ]),
  words('Question', QUEUES.iam, [
    'Who approves my request?',
    'The request of {name} has been waiting for days and the form does not say for whom.',
    'Sent the name of the approver.',
  ]),
  words('Lifecycle', QUEUES.hr, [
    'Start date of a new colleague',
    '{name} asks whether the start date of a new colleague has moved.',
    'Passed on to HR Operations.',
  ]),
  words('Other', QUEUES.security, [
    'Strange mail with a link',
    '{name} received a mail that asks for the password and did not click.',
    'Mail handed to Security Operations.',
  ]),
  words('Other', QUEUES.desk, [
    'Screen in the meeting room stays black',
    'The screen in the large meeting room in {place} shows nothing since this morning.',
    'Technician on the way.',
  ]),
  words('Other', QUEUES.platform, [
    'Remote connection is slow',
    'The connection of {name} from home breaks off every few minutes.',
    'Asked for the time and the network used.',
  ]),
  words('Other', QUEUES.desk, [
    'Printer on the second floor jams',
    'The printer near the kitchen in {place} jams with every job.',
    'Spare part ordered.',
  ]),
];

/** A change: type, state, summary, first day from today on, length in hours. */
export type ChangeLine = readonly [
  type: Change['type'],
  state: Change['state'],
  summary: string,
  day: number,
  hours: number,
];

/** Changes of the coming and past weeks that are about no console. */
export const CHANGES: readonly ChangeLine[] = [
  ['Emergency', 'Review', 'Deployline: replace a leaked build token', -4, 3],
  ['Normal', 'Authorize', 'Altocirro: new account for the data platform', 9, 6],
  ['Standard', 'Scheduled', 'Workspace portal: maintenance of the mail gateway', 4, 3],
  ['Normal', 'Assess', 'Orion: merge test and training environments', 24, 8],
];
