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
  /** As whoever picked up the telephone wrote it down. */
  long: string;
  /** As callers write it themselves, one of several ways. */
  said: readonly [string, string, ...string[]];
  note: string;
}

const words = (
  category: Ticket['category'],
  group: string,
  texts: Omit<IncidentWords, 'category' | 'group'>,
): IncidentWords => ({ category, group, ...texts });

/** Incidents that come in every week, whatever consoles there are. */
export const INCIDENTS: readonly IncidentWords[] = [
  words('Authentication', QUEUES.iam, {
    short: 'Sign-in approval does not arrive',
    long: 'The authenticator of {name} shows no request when signing in to the portal. The phone is at hand.',
    said: [
      'My authenticator shows nothing when I sign in to the portal. I have the phone here with me.',
      'I wait for the request on my phone and it never comes, so I do not get into the portal.',
      'Since this morning no approval reaches my phone when I sign in. What can I do?',
    ],
    note: 'Asked the caller to open the authenticator once and try again.',
  }),
  words('Authentication', QUEUES.iam, {
    short: 'New phone, authenticator has to be set up again',
    long: '{name} changed phones at the weekend and has only the old one registered.',
    said: [
      'I have a new phone since the weekend, and only the old one is registered for signing in.',
      'My old phone is gone in exchange for a new one. How do I get the authenticator onto it?',
    ],
    note: 'Identity check by call-back first, then a new registration.',
  }),
  words('Authentication', QUEUES.desk, {
    short: 'Password expired during leave',
    long: '{name} is back in {place} and is asked for a password that ran out.',
    said: [
      'I am back in {place} after my leave, and my password ran out in the meantime.',
      'While I was away my password expired. I sit in {place} and cannot sign in.',
    ],
    note: 'Pointed to the self-service page.',
  }),
  words('Account', QUEUES.iam, {
    short: 'Wrong department shown in the directory',
    long: 'The profile of {name} still shows the previous team after the last change of jobs.',
    said: [
      'My profile still shows the team that I was in before I changed jobs.',
      'I moved to another team, but the directory has me in the former one. Can you correct that?',
    ],
    note: 'HR shows the new department; waiting for the nightly feed.',
  }),
  words('Access', QUEUES.iam, {
    short: 'Report folder missing in Reporting',
    long: '{name} sees the portal but not the folder of the own cost centre.',
    said: [
      'I can open the portal, but the folder of my cost centre is not there.',
      'My colleagues see the report folder of our cost centre and I do not. What am I missing?',
    ],
    note: 'Looked at group membership; the folder belongs to another group.',
  }),
  words('Access', QUEUES.platform, {
    short: 'Files of the team open read-only',
    long: '{name} can open but not save files on the shared drive in {place}.',
    said: [
      'I can open the files on our shared drive in {place}, but I cannot save them.',
      'Everything that I open on the drive of our team comes up read-only. I am in {place}.',
    ],
    note: 'Sent the path to Platform Engineering.',
  }),
  words('Question', QUEUES.iam, {
    short: 'Until when does my access last?',
    long: '{name} would like to know when the access to the project ends.',
    said: [
      'When does my access to the project end? I have to plan my work.',
      'Could you tell me until which day I can work in the project?',
      'I cannot find the end date of my access to the project anywhere.',
    ],
    note: 'Read the end date from the request.',
  }),
  words('Question', QUEUES.iam, {
    short: 'Who approves my request?',
    long: 'The request of {name} has been waiting for days and the form does not say for whom.',
    said: [
      'My request has been waiting for days and I cannot see for whom. Who has to approve it?',
      'I asked for access last week and nothing moves. Whom can I remind?',
    ],
    note: 'Sent the name of the approver.',
  }),
  words('Lifecycle', QUEUES.hr, {
    short: 'Start date of a new colleague',
    long: '{name} asks whether the start date of a new colleague has moved.',
    said: [
      'Has the start of our new colleague moved? I have to get the desk ready.',
      'I was told that our new colleague starts later than planned. Is that so?',
    ],
    note: 'Passed on to HR Operations.',
  }),
  words('Other', QUEUES.security, {
    short: 'Strange mail with a link',
    long: '{name} received a mail that asks for the password and did not click.',
    said: [
      'I got a mail that asks for my password. I have not clicked on anything.',
      'This looks wrong to me: a mail with a link wants my password. I left it as it is.',
    ],
    note: 'Mail handed to Security Operations.',
  }),
  words('Other', QUEUES.desk, {
    short: 'Screen in the meeting room stays black',
    long: 'The screen in the large meeting room in {place} shows nothing since this morning.',
    said: [
      'We are in the large meeting room in {place} and the screen stays black.',
      'I tried every cable: the screen in our large meeting room in {place} shows nothing.',
    ],
    note: 'Technician on the way.',
  }),
  words('Other', QUEUES.platform, {
    short: 'Remote connection is slow',
    long: 'The connection of {name} from home breaks off every few minutes.',
    said: [
      'I work from home today and my connection breaks off every few minutes.',
      'The remote connection throws me out again and again. My line at home is fine otherwise.',
    ],
    note: 'Asked for the time and the network used.',
  }),
  words('Other', QUEUES.desk, {
    short: 'Printer on the second floor jams',
    long: 'The printer near the kitchen in {place} jams with every job.',
    said: [
      'Our printer near the kitchen in {place} jams with every job.',
      'I cannot print a single page: the printer by the kitchen in {place} jams each time.',
    ],
    note: 'Spare part ordered.',
  }),
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
