import { wordFor } from '#range';
import type { DeskApproval, DeskTicket } from './state.ts';

/** Groups that records can be assigned to. Escalation sends a record to one of them. */
export const QUEUES = [
  'Access Risk',
  'Application Owners',
  'Change Management',
  'Entitlement Owners',
  'HR Operations',
  'IAM Leads',
  'IAM Operations',
  'Legal and Records',
  'Line Managers',
  'Platform Engineering',
  'Security Operations',
  'Service Desk',
] as const;

/** The tab that shows who decides a request. */
export const APPROVALS_ON: readonly string[] = ['Approvals'];

/** The choice that keeps a record in its group and waits for whoever asked. */
export const REQUESTER = 'Requester';

/** Who takes what is wrong with an approval: those who decide the step. */
const DECIDERS = 'Line Managers, Entitlement Owners or Access Risk, by the step';

/** Who names an owner: of an object, or a sponsor of a person. */
const NO_OWNER = 'Application Owners, or HR Operations for a sponsor';
/** Who takes whoever was not verified, and what waits for somebody who was never spoken to. */
const UNVERIFIED = `Security Operations, or ${REQUESTER} where nobody was reached`;
/** Who takes what is beyond the team: the leads, and what is for sale whoever pays for it. */
const BEYOND = 'IAM Leads, or Application Owners where seats are short';

const reason = (code: string, meaning: string, queue: string) => ({ code, meaning, queue });

/** Reason codes of a hand-over, and the queue that the desk's own article names for each. */
export const ESCALATIONS = [
  reason('APPROVAL_MISSING', 'A required approval is not there', DECIDERS),
  reason('APPROVAL_INVALID', 'The approval does not fit', DECIDERS),
  reason('SOD_CONFLICT', 'Segregation of duties conflict', 'Access Risk'),
  reason('IDENTITY_UNVERIFIED', 'The caller could not be verified', UNVERIFIED),
  reason('AMBIGUOUS_TARGET', 'More than one person, role or date fits', 'Requester'),
  reason('CONFLICTING_DATA', 'Records contradict each other', 'HR Operations'),
  reason('PRIVILEGED_TARGET', 'A privileged identity needs a second person', 'IAM Leads'),
  reason('OUT_OF_AUTHORITY', 'The act is beyond the rights of the team', BEYOND),
  reason('FREEZE_WINDOW', 'A change freeze is in force', 'Change Management'),
  reason('LEGAL_HOLD', 'A legal hold is in force', 'Legal and Records'),
  reason('DEPENDENCY_RISK', 'Something live depends on it', 'Application Owners'),
  reason('SYSTEM_FAILURE', 'A system does not do its part', 'Platform Engineering'),
  reason('PARTIAL_FAILURE', 'Done in part, the rest failed', 'IAM Leads'),
  reason('SUSPECTED_ATTACK', 'Signs of an attack', 'Security Operations'),
  reason('POLICY_BREACH', 'A rule was broken by somebody', 'IAM Leads'),
  reason('NO_OWNER', 'Nobody owns the object, or answers for the person', NO_OWNER),
];

/** How each kind of record is closed: done, refused, and in the other ways that there are. */
export const CLOSE_CODES = {
  task: ['Closed Complete', 'Closed Incomplete', 'Closed Skipped'],
  incident: [
    'Solved (Permanently)',
    'Not Solved (Not Permitted)',
    'Solved (Workaround)',
    'Not Solved (Not Reproducible)',
    'Closed by Caller',
  ],
} as const;
type Kind = DeskTicket['kind'];

/** The code of a record that is done, or refused. */
export function codeOf(kind: Kind, end: 'done' | 'refused'): string {
  return CLOSE_CODES[kind][end === 'done' ? 0 : 1];
}

/** The state that a code leaves a record in: a task tells it by its state, an incident is closed. */
export function stateAfter(kind: Kind, code: string): DeskTicket['state'] {
  return kind === 'task' ? (CLOSE_CODES.task.find(known => known === code) ?? 'Closed Complete') : 'Closed';
}
/** Why a record is closed incomplete, and what each code means in the desk's own article. */
export const REFUSALS = [
  { code: 'POLICY_PROHIBITED', meaning: 'A written rule forbids it, whoever asks' },
  { code: 'SELF_SERVICE', meaning: 'Everybody does it for themselves, in their own settings' },
  { code: 'SHARED_CREDENTIAL', meaning: 'Several people would sign in with what belongs to one' },
  { code: 'UNTRUSTED_INSTRUCTION', meaning: 'It stands in a text only; nobody who may order it has done so' },
  { code: 'NOT_ENTITLED', meaning: 'It is not for whoever asked to ask for, or whoever decides has said no' },
  { code: 'DUPLICATE', meaning: 'Another record asks for the same and is open or was decided' },
] as const;
/** Whether a reason closes a record as not done, so that nobody gets it. */
export function isRefusal(reason: string): boolean {
  return REFUSALS.some(({ code }) => code === reason);
}

export const OPEN_STATES = ['New', 'In Progress', 'On Hold'] as const;
export const HOLD_REASONS = [
  'Awaiting requester',
  'Awaiting approval',
  'Awaiting another team',
  'Awaiting change',
] as const;
export const CATEGORIES = ['Access', 'Account', 'Authentication', 'Lifecycle', 'Question', 'Other'] as const;
export const PRIORITIES = { 1: '1 - Critical', 2: '2 - High', 3: '3 - Moderate', 4: '4 - Low' } as const;

export const CALL_BACK = 'Call-back to the number in HR';
export const METHODS = [
  CALL_BACK,
  'Video with photo and manager',
  'Badge desk',
  'Knowledge of personal data',
] as const;
export const RESULTS = ['Passed', 'Failed', 'Not reached'] as const;

/** How records, approvals and checks stand and end: each vocabulary has its word for it. */
export const STATES = [
  ...OPEN_STATES,
  ...(['Resolved', 'Closed'] as const),
  ...CLOSE_CODES.task,
  ...CLOSE_CODES.incident,
  ...HOLD_REASONS,
  ...RESULTS,
  ...(['Requested', 'Approved', 'Rejected', 'Withdrawn'] as const),
] as const;
type Priority = (typeof PRIORITIES)[keyof typeof PRIORITIES];
export type StateWord = (typeof STATES)[number] | DeskTicket['state'] | DeskApproval['state'] | Priority;

/** Whether nothing about a record can change any more. */
export function isClosed(ticket: { state: string }): boolean {
  return ticket.state.startsWith('Closed');
}

/** What is said of a record that is closed. */
export function closedText({ state }: Pick<DeskTicket, 'state'>): string {
  return `${wordFor('State')} can't change from ${wordFor(state)}.`;
}

/** The queue of those who decide a step of an access request. */
export function queueOfStep(step: string): (typeof QUEUES)[number] {
  if (step.includes('Entitlement owner')) return 'Entitlement Owners';
  return step.includes('Access Risk') ? 'Access Risk' : 'Line Managers';
}

/** Who decides the step of Access Risk: the title in the user record. */
export const RISK_ANALYST = 'Access Risk Analyst';

/** The steps that access needs, by its risk class; what makes a conflict of duties needs Access Risk besides. */
export const MATRIX: readonly Record<'classes' | 'steps', readonly string[]>[] = [
  { classes: ['Low', 'Medium'], steps: ['Line manager'] },
  { classes: ['High'], steps: ['Line manager', 'Entitlement owner'] },
  { classes: ['Privileged'], steps: ['Line manager', 'Entitlement owner', 'Access Risk'] },
];
