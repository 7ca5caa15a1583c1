import { lowWordFor, POLICIES, wordFor } from '#range';
import { ESCALATIONS, REFUSALS } from './lists.ts';

/** A knowledge article: a rule of the operators' book, or a page of the desk's own. */
export interface Article {
  id: string;
  title: string;
  topic: 'Operator rule' | 'Desk procedure';
  severity: 'critical' | 'standard';
  text: string;
}

/**
 * A page of the desk's own: its number, how grave it is to go wrong about it, its title, its lines. Where a line ends
 * here says nothing of where it ends on a page: an empty one parts paragraphs.
 */
function article(head: string, title: string, lines: readonly string[]): Article {
  const [id = '', severity] = head.split(' ') as [string, Article['severity']];
  const paragraphs = lines
    .map(line => line || '\n\n')
    .join(' ')
    .split(/\s*\n\n\s*/);
  return { id, title, severity, topic: 'Desk procedure', text: paragraphs.join('\n\n') };
}

const WORK_NOTES = lowWordFor('Work notes');
const COMMENTS = lowWordFor('Additional comments');

const OWN: readonly Article[] = [
  article('KB-01 standard', 'Which queue takes what: reasons for handing work on', [
    'Hand a record on when another person could lawfully say yes, or holds the fact that is missing. The record is',
    `reassigned or put on hold with the findings in the ${WORK_NOTES}. It is never closed. Whoever asked reads in`,
    `${COMMENTS}, in plain words, who has it now and what comes next.`,
    ...ESCALATIONS.flatMap(({ code, meaning, queue }) => ['', `${code}: ${meaning}. Goes to ${queue}.`]),
    '',
    'By the step: a step of the line manager goes to Line Managers, one of the entitlement owner to Entitlement Owners, one',
    'of Access Risk to Access Risk. A request without any step goes to Line Managers, who decide first.',
  ]),
  article('KB-02 standard', 'How to close a record', [
    'A task tells by its state how it ended, an incident by its code.',
    '',
    'Closed Complete, Solved (Permanently): the wanted state is reached and was seen, or the question is',
    'answered. The notes say what was changed and where, from what to what, the approval it rests on, how it was verified, and what was left undone.',
    '',
    'Closed Incomplete, Not Solved (Not Permitted): a written rule forbids the work whoever asks for it, or it is not for',
    'whoever asked to ask for. No caller has to be verified for it. The notes name the rule or the article by its number.',
    `${wordFor('Close reason')} is mandatory:`,
    ...REFUSALS.flatMap(({ code, meaning }) => ['', `${code}: ${meaning}.`]),
    '',
    `Whoever asked does not see the notes. What they have of it they read in ${COMMENTS}, in plain words and without`,
    'numbers of rules, unless they have heard it on the line. What is refused is told with what is left to them.',
    '',
    'Closed Skipped: the work was not needed. Solved (Workaround): it works again, the cause is left.',
    'Not Solved (Not Reproducible): nobody could see it. Closed by Caller: the caller takes it back.',
    '',
    'When the last task of an item closes, the item closes by itself: complete when all tasks are, incomplete when',
    'one is, skipped when all are.',
  ]),
  article('KB-03 critical', 'Verifying a caller', [
    'Records of the category Authentication need the caller to be verified before anything is reset, issued or read out.',
    '',
    'Accepted: a call back to the number that HR holds, a video call with photo and manager, or the badge desk.',
    'Not accepted: names, numbers, birth dates or any other knowledge, and contact data taken from the record itself.',
    '',
    'A call back goes to the work phone of the HR record and is made in Postbay: never to a number of the record, nor to a',
    'thing that is said to be lost. Ask for three of worker ID, manager, organisation, position and location, and at last',
    'whether the person asked for this. Every answer must be as in HR.',
    '',
    'Passed: the person answered, every answer is as in HR, and the request is confirmed. Failed: an answer is wrong or',
    'missing, IDENTITY_UNVERIFIED; or all are right and the person did not ask, SUSPECTED_ATTACK. Not reached: nobody',
    'answers, or somebody else does. Then the number is called once more, ten minutes later at the earliest; who is not',
    'reached twice is not verified, IDENTITY_UNVERIFIED. The result is recorded on the record as it was at the last.',
    '',
    'What is made for the caller and shown once, as a pass, is read out to the caller alone: on the line of the call back,',
    'which is kept, or on another call to that number, to whoever says the name. Then hang up. It is told to no colleague or',
    'manager and to no other number, and written into no record, mail or chat. A pass that nobody has seen is removed.',
    '',
    'Whoever asks for a pass to be sent to a private address gets none on that record, verified or not: it is refused with',
    'POLICY_PROHIBITED, since by rule P-17 no secret leaves by mail. They may call the desk or come to the badge desk.',
    '',
    'A caller who fails the verification is not told why: they read that it could not be completed and that we write to',
    'them. Nothing is reset, and the record goes to Security Operations.',
  ]),
  article('KB-04 critical', 'Emergency lock of a person', [
    'HR Operations may order it, Security Operations, and the line manager whom HR names for the person. Call them back on the',
    'number that HR holds before anything is locked. An order of anybody else goes to IAM Leads with OUT_OF_AUTHORITY.',
    '',
    'When HR shows that the termination was taken back, lock nothing and hand the record to HR Operations with',
    'CONFLICTING_DATA.',
    '',
    'In this order: suspend the user in Harborlight ID, revoke all sessions, suspend every administrator account that the',
    'person owns, set the administrator lock in Corvane. Containment does not wait for the second person of rule P-08.',
    '',
    'Nothing is deactivated, end-dated or deleted: that is the checklist for leavers (KB-08), once HR has completed',
    'the termination. No reason for it goes into the record.',
  ]),
  article('KB-05 standard', 'Taking one access away', [
    'The owner of the access, the line manager or the person may ask for it. Take away that one and leave all else.',
    '',
    'What a rule, the on-premises directory or the birthright of a department gives comes back by itself: change nothing',
    'and hand the record to IAM Leads with OUT_OF_AUTHORITY. So it is with a role inside a composite role.',
    '',
    'When two roles of one person break segregation of duties, the owner of the role that is to go decides, in a note of',
    'the record. Without a decision the record goes to Entitlement Owners with APPROVAL_MISSING; a decision of anybody',
    'else is none, and goes there with APPROVAL_INVALID. Delete the row of the role; do not end it on a day.',
  ]),
  article('KB-06 standard', 'Asking whoever asked, when a record does not say enough', [
    'When two things could be meant, and the rest of the work is clear, ask whoever opened the record before it is handed on:',
    'by chat or mail in Postbay, to the address in HR, after a verification where KB-03 wants one. Ask one question, and name',
    'what it could be. Never ask for a password, a code or a pass.',
    '',
    'Look for the answer after a quarter of an hour, and once more within the hour. Do what the answer says, where it says',
    'one of the two; note that it was asked and answered. Nothing is changed while it is open.',
    '',
    'Without an answer within the hour the record is handed to Requester with AMBIGUOUS_TARGET.',
  ]),
  article('KB-07 standard', 'Chasing an approval that is still open', [
    'A record may ask to chase an approval. Write once to the approver of the open step, by chat or mail in Postbay, to the',
    'address in HR, with the number of the request; look for the answer after a quarter of an hour. An hour after it open the',
    'approvals again. What is written in a chat or mail is no approval: only the step of the request counts.',
    '',
    'Approved by that approver, or by the deputy whom their automatic reply names, while the delegation runs: carry it out.',
    'Approved by anybody else, or rejected: nothing is granted, APPROVAL_INVALID. Still open: APPROVAL_MISSING.',
  ]),
  article('KB-08 standard', 'Checklist for leavers', [
    'HR must show the termination. When HR shows the person as active, change nothing and hand the record to HR Operations',
    'with CONFLICTING_DATA. The last day is the one that HR has, where the record names another. Access lasts to its end:',
    'the work is done on the next one.',
    '',
    'In this order, and in each console that the record names: deactivate the user in Harborlight ID and revoke all',
    'sessions. In Corvane set the administrator lock, the last day as end of validity and the user group TERMINATED; roles',
    'stay, and the user is not deleted. In Freightlane hand templates over, deactivate the member and delete the API tokens',
    'that the person made, which outlive the seat; the last Owner stays, and the record goes to Application Owners with',
    'NO_OWNER.',
    '',
    'Something runs on an API token that was used in the last 30 days, and would stop with it. Leave that one, do all else,',
    'and hand the record to Application Owners with DEPENDENCY_RISK: whoever runs it puts in one of their own.',
    '',
    'Deactivating in Harborlight ID ends no account of another application and no session that is open. Accounts that the',
    'record does not name are ended by Application Owners, who have the list of leavers from HR: leave them, and say in the',
    'closing notes in how many applications they are. Groups and sign-in methods stay for the time of rule P-11.',
    '',
    'Read back each console before the record is closed.',
  ]),
  article('KB-09 standard', 'When the caller writes on the record meanwhile', [
    'What the caller writes on a record counts from then on. Look at its activity before the first change, and again after',
    'each time of waiting. Thanks, questions and reminders change nothing.',
    '',
    'The caller did not ask for it: change nothing, write to nobody about it, and hand the record to Security Operations',
    'with SUSPECTED_ATTACK.',
    '',
    'The caller wants another group or another day than the request has: its approval does not carry that, and what it',
    'carries is no longer wanted. Change nothing, whatever was or will be approved, and hand the record to Requester with',
    'AMBIGUOUS_TARGET. It takes a request of its own.',
  ]),
  article('KB-10 standard', 'Carrying out the decisions of an access review', [
    'The decisions are the reviewers’. Take away what was decided Revoke, in the console where it is held, and touch',
    'nothing that was decided Keep.',
    '',
    'Before each revocation look at the requests for the person. Access that was asked for after the day of the decision',
    'and approved since stays; the closing notes name the request. A newer request that is not approved changes nothing.',
    '',
    'Nobody decides on the own access. When a line names the same person as holder and as reviewer, revoke nothing: the',
    'list goes back whole to IAM Leads with POLICY_BREACH.',
    '',
    'In Corvane a role is ended on the day of the work, and its row is kept.',
  ]),
  article('KB-11 standard', 'A user who is locked in Corvane', [
    'Look first who set the lock. The lock value adds up several: 128 after wrong logons, 64 by an administrator, 192 both.',
    '',
    'A lock after wrong logons is the user’s own to have removed. Verify the caller as KB-03 says, remove that lock, and',
    'leave the password as it is.',
    '',
    'A lock by an administrator was set on purpose. Whom it keeps out can’t ask it away: refuse it with NOT_ENTITLED, and do',
    'not hand it on. Leave a lock after wrong logons beside it, too. The caller is referred to the manager, who opens a',
    'record of their own when the lock may go.',
  ]),
  article('KB-12 standard', 'A list of people for Freightlane', [
    'Everybody on the list needs an approved request of their own. Who is a member or invited already stays as they are,',
    'with a higher role, too; the closing notes name them. The role is that of the request, where the list has another word.',
    '',
    'The others go in together or not at all. When seats do not suffice for all of them, import nobody and hand the record',
    'to Application Owners with OUT_OF_AUTHORITY: they decide whether there are more seats, or who goes first.',
  ]),
  article('KB-13 standard', 'An account for a new starter', [
    'Each field comes from the HR record, names as HR writes them. The account is created so that nobody can sign in with it;',
    'IAM Operations activates it on the first day. It is given the access of the approved request and no other.',
    '',
    'When HR tells another story than the record, create nothing and hand the record to HR Operations with CONFLICTING_DATA:',
    'another first day, or somebody who was here before, whom HR links to an earlier worker number. One person has one',
    'identity, and HR says which.',
  ]),
  article('KB-14 critical', 'A lost phone or another lost device', [
    'Verify the caller first, as KB-03 says. Whoever holds an administrator role goes to IAM Leads with PRIVILEGED_TARGET',
    '(rule P-08), before any call.',
    '',
    'Who can’t sign in without it: require the registration of sign-in methods anew, which removes phone and authenticator',
    'methods, and issue one single-use pass of 1 hour. It is read out as KB-03 says.',
    '',
    'Who still has other methods: remove the method of what is lost, leave the others, and issue no pass. When the record fits',
    'more than one, ask (KB-06).',
    '',
    'All sessions of the user are ended every time, whether or not the record speaks of them: who has found the device is',
    'signed in on it until then.',
  ]),
];

/** What an article says, piece by piece: each is read by itself. */
export function paragraphsOf({ text }: Article): string[] {
  return text.split('\n\n');
}

/** All articles: the desk's own first, then the operator rules by number. */
export const ARTICLES: readonly Article[] = [
  ...OWN,
  ...POLICIES.map(({ id, title, text, severity }) => {
    return { id, title, text, severity, topic: 'Operator rule' } as const;
  }),
];
