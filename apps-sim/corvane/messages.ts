import type { Notice, Tone } from '#range';
import { formatMs } from '#range';

const message = (tone: Tone, text: string): Notice => ({ tone, text });

/** The message line's sentences, by number. Each gives a notice. */
export const messages = {
  unknownTransaction: (code: string) => message('danger', `UA 001 Transaction ${code} does not exist`),
  enterUser: () => message('danger', 'UA 010 Enter a user'),
  badUserId: () => message('danger', 'UA 011 User: 1 to 12 letters and digits'),
  unsaved: (button: string) =>
    message('warning', `UA 020 (W) Unsaved changes are lost. Press ${button} again to leave`),
  tooLong: (field: string, size: number) =>
    message('danger', `UA 021 ${field} holds at most ${size} characters`),
  enterLastName: () => message('danger', 'UA 045 Enter last name on tab Address'),
  badDate: (field: string) => message('danger', `UA 050 ${field}: enter the date as DD.MM.YYYY`),
  enterCompanyCode: () => message('danger', 'UA 058 Enter company code on tab Logon'),
  badCompanyCode: (code: string) => message('danger', `UA 059 Company code ${code} is not defined`),
  badPersonnelNo: () => message('danger', 'UA 061 Personnel number has 8 digits, with leading zeros'),
  samePersonnelNo: (no: string, user: string) =>
    message(
      'warning',
      `UA 062 (W) Personnel number ${no} is already used by ${user}. Press Save again to continue`,
    ),
  badUserGroup: (group: string) => message('danger', `UA 071 User group ${group} is not defined`),
  enterUserGroup: () => message('danger', 'UA 070 Enter user group on tab Groups'),
  badUserType: (type: string) => message('danger', `UA 072 User type ${type} is not defined`),
  endBeforeStart: () => message('danger', 'UA 077 Valid-to lies before valid-from'),
  locked: (user: string) => message('success', `UA 088 Administrator lock set for user ${user}`),
  unlocked: (user: string) => message('success', `UA 089 User ${user} unlocked`),
  adminLockRemoved: () => message('warning', 'UA 090 Administrator lock removed; wrong-logon lock remains'),
  logonLockRemoved: () => message('warning', 'UA 091 Wrong-logon lock removed; administrator lock remains'),
  globalLock: () =>
    message('warning', 'UA 092 Lock removed; global lock remains. Central administration removes it'),
  noSuchLock: (user: string) => message('danger', `UA 093 User ${user} does not have this lock`),
  alreadyLocked: (user: string) =>
    message('danger', `UA 094 User ${user} already has the administrator lock`),
  alreadyExists: (user: string) => message('danger', `UA 110 User ${user} already exists`),
  noSuchUser: (user: string) => message('danger', `UA 124 User ${user} does not exist`),
  enterHandOver: () => message('danger', 'UA 131 Enter to whom the initial password is handed over'),
  noDialogPassword: (type: string) =>
    message('danger', `UA 132 Users of type ${type} have no password for logon`),
  passwordSet: (user: string) => message('success', `UA 133 Initial password set for user ${user}`),
  beingEdited: (holder: string, sinceMs: number) =>
    message('danger', `UA 142 User master is being edited by ${holder} since ${formatMs(sinceMs, 'HH:mm')}`),
  checked: () => message('success', 'UA 200 Check completed: no errors'),
  roleNotInCompany: (role: string, code: string) =>
    message('danger', `UA 205 Role ${role} is not released for company code ${code}`),
  enterRole: () => message('danger', 'UA 209 Enter a role'),
  noSuchRole: (role: string) => message('danger', `UA 210 Role ${role} does not exist`),
  roleNotHeld: (role: string) => message('danger', `UA 212 Role ${role} is not assigned beyond this day`),
  rowExists: (role: string, from: string) =>
    message('danger', `UA 214 Role ${role} from ${from} is already assigned`),
  rowOverlaps: (role: string, from: string) =>
    message('danger', `UA 215 Role ${role} overlaps the assignment from ${from} in the same company code`),
  inserted: (role: string) => message('info', `UA 216 Role ${role} inserted. Save to keep the change`),
  changedRows: (count: number) => message('info', `UA 217 ${count} row(s) changed. Save to keep the change`),
  selectRow: () => message('danger', 'UA 218 Select a row first'),
  saved: (user: string) => message('success', `UA 224 User ${user} saved`),
  nothingChanged: () => message('info', 'UA 225 No changes made'),
  partOfComposite: (role: string, composite: string) =>
    message(
      'danger',
      `UA 233 Role ${role} belongs to composite role ${composite} and cannot be removed alone`,
    ),
  conflict: (left: string, right: string) =>
    message('warning', `UA 301 (W) ${left} conflicts with ${right}. Press Save again to continue`),
  comparisonRequired: (user: string) =>
    message(
      'warning',
      `UA 224 User ${user} saved. UA 317 Role assignment not active: user comparison required`,
    ),
  saveFirst: () => message('danger', 'UA 318 Save your changes before the user comparison'),
  compared: (count: number) =>
    message('success', `UA 319 User comparison completed: ${count} role assignment(s) activated`),
  nothingToCompare: () => message('info', 'UA 320 User comparison completed: nothing to activate'),
  noAuthorisation: () => message('danger', 'UA 412 No authorisation for user group SUPER'),
  ownsDocuments: () =>
    message('danger', 'UA 506 Delete not possible: user owns posted documents. Lock and end-date instead'),
  inChangeHistory: () =>
    message(
      'danger',
      'UA 507 Delete not possible: user is kept for the change history. Lock and end-date instead',
    ),
  enterUsers: () => message('danger', 'UA 601 Enter at least one user'),
  massPreview: (ready: number, left: number) =>
    message(
      'info',
      `UA 605 Preview: ${ready} user(s) will be changed, ${left} left out. Nothing is saved yet`,
    ),
  massDone: (changed: number, left: number) =>
    message(
      left > 0 ? 'warning' : 'success',
      `UA 610 Mass change executed: ${changed} user(s) changed, ${left} left out`,
    ),
  listed: (count: number) => message('info', `IN 101 ${count} user(s) selected`),
  documentsListed: (count: number) => message('info', `IN 104 ${count} change document(s) selected`),
  lockDeleted: (record: string) => message('success', `SM 012 Lock entry for ${record} deleted`),
  lockGone: () => message('danger', 'SM 013 Lock entry no longer exists'),
};
