import { formatMs, lowWordFor, type Notice, type Tone, wordFor } from '#range';

const message =
  (tone: Tone) =>
  (text: string): Notice => ({ tone, text });
const [done, info, warning] = [message('success'), message('info'), message('warning')];

/** The message line's words for what was refused. */
export const error = message('danger');

/** The message line's sentences, by number. Each gives a notice. */
export const messages = {
  unknownTransaction: (code: string) => error(`UA 001 ${wordFor('Transaction')} ${code} does not exist`),
  enterUser: () => error(`UA 010 Enter the ${lowWordFor('User')}`),
  badUserId: () => error(`UA 011 ${wordFor('User')}: 1 to 12 letters and digits`),
  unsaved: (button: string) =>
    warning(`UA 020 (W) Unsaved changes are lost. Press ${wordFor(button)} again to leave`),
  tooLong: (field: string, size: number) =>
    error(`UA 021 ${wordFor(field)} holds at most ${size} characters`),
  enterLastName: () => error(`UA 045 Enter ${lowWordFor('Last name')} on tab ${wordFor('Address')}`),
  badDate: (field: string) => error(`UA 050 ${wordFor(field)}: enter the date as DD.MM.YYYY`),
  enterCompanyCode: () => error(`UA 058 Enter ${lowWordFor('Company code')} on tab ${wordFor('Logon')}`),
  badCompanyCode: (code: string) => error(`UA 059 ${wordFor('Company code')} ${code} is not defined`),
  badPersonnelNo: () => error(`UA 061 ${wordFor('Personnel number')} has 8 digits, with leading zeros`),
  samePersonnelNo: (no: string, user: string) =>
    warning(
      `UA 062 (W) ${wordFor('Personnel number')} ${no} is already used by ${user}. Press ${wordFor('Save')} again to continue`,
    ),
  enterUserGroup: () => error(`UA 070 Enter ${lowWordFor('User group')} on tab ${wordFor('Groups')}`),
  endBeforeStart: () => error(`UA 077 ${wordFor('Valid to')} lies before ${lowWordFor('Valid from')}`),
  locked: (user: string) => done(`UA 088 Administrator lock set for user ${user}`),
  unlocked: (user: string) => done(`UA 089 User ${user} unlocked`),
  adminLockRemoved: () => warning('UA 090 Administrator lock removed; wrong-logon lock remains'),
  logonLockRemoved: () => warning('UA 091 Wrong-logon lock removed; administrator lock remains'),
  globalLock: () => warning('UA 092 Lock removed; global lock remains. Central administration removes it'),
  noSuchLock: (user: string) => error(`UA 093 User ${user} does not have this lock`),
  alreadyLocked: (user: string) => error(`UA 094 User ${user} already has the administrator lock`),
  alreadyExists: (user: string) => error(`UA 110 User ${user} already exists`),
  noSuchUser: (user: string) => error(`UA 124 User ${user} does not exist`),
  enterHandOver: () => error('UA 131 Enter to whom the initial password is handed over'),
  noDialogPassword: (type: string) => error(`UA 132 Users of type ${type} have no password for logon`),
  passwordSet: (user: string) => done(`UA 133 Initial password set for user ${user}`),
  beingEdited: (holder: string, sinceMs: number) =>
    error(`UA 142 User master is being edited by ${holder} since ${formatMs(sinceMs, 'HH:mm')}`),
  checked: () => done('UA 200 Check completed: no errors'),
  roleNotInCompany: (role: string, code: string) =>
    error(`UA 205 ${wordFor('Role')} ${role} is not released for ${lowWordFor('Company code')} ${code}`),
  enterRole: () => error(`UA 209 Enter the ${lowWordFor('Role')}`),
  noSuchRole: (role: string) => error(`UA 210 ${wordFor('Role')} ${role} does not exist`),
  roleNotHeld: (role: string) => error(`UA 212 ${wordFor('Role')} ${role} is not assigned beyond this day`),
  rowExists: (role: string, from: string) =>
    error(`UA 214 ${wordFor('Role')} ${role} from ${from} is already assigned`),
  rowOverlaps: (role: string, from: string) =>
    error(
      `UA 215 ${wordFor('Role')} ${role} overlaps the assignment from ${from} in the same ${lowWordFor('Company code')}`,
    ),
  inserted: (role: string) =>
    info(`UA 216 ${wordFor('Role')} ${role} inserted. ${wordFor('Save')} to keep the change`),
  changedRows: (count: number) =>
    info(`UA 217 ${count} row(s) changed. ${wordFor('Save')} to keep the change`),
  selectRow: () => error('UA 218 Select a row first'),
  saved: (user: string) => done(`UA 224 User ${user} saved`),
  nothingChanged: () => info('UA 225 No changes made'),
  partOfComposite: (role: string, composite: string) =>
    error(
      `UA 233 ${wordFor('Role')} ${role} belongs to ${lowWordFor('Composite role')} ${composite} and cannot be removed alone`,
    ),
  conflict: (left: string, right: string) =>
    warning(`UA 301 (W) ${left} conflicts with ${right}. Press ${wordFor('Save')} again to continue`),
  comparisonRequired: (user: string) =>
    warning(
      `UA 224 User ${user} saved. UA 317 ${wordFor('Role assignments')} not active: ${lowWordFor('User comparison')} required`,
    ),
  saveFirst: () => error(`UA 318 Save your changes before: ${lowWordFor('User comparison')}`),
  compared: (count: number) =>
    count > 0
      ? done(`UA 319 ${wordFor('User comparison')} completed: ${count} activated`)
      : info(`UA 320 ${wordFor('User comparison')} completed: nothing to activate`),
  noAuthorisation: () => error(`UA 412 No authorisation for ${lowWordFor('User group')} SUPER`),
  ownsDocuments: () =>
    error('UA 506 Delete not possible: user owns posted documents. Lock and end-date instead'),
  inChangeHistory: () =>
    error('UA 507 Delete not possible: user is kept for the change history. Lock and end-date instead'),
  enterUsers: () => error('UA 601 Enter at least one user'),
  massPreview: (ready: number, left: number) =>
    info(`UA 605 Preview: ${ready} user(s) will be changed, ${left} left out. Nothing is saved yet`),
  massDone: (changed: number, left: number) =>
    (left > 0 ? warning : done)(
      `UA 610 ${wordFor('Mass change')} executed: ${changed} user(s) changed, ${left} left out`,
    ),
  listed: (count: number) => info(`IN 101 ${count} user(s) selected`),
  documentsListed: (count: number) => info(`IN 104 ${count} selected: ${lowWordFor('Change documents')}`),
  lockDeleted: (record: string) => done(`SM 012 The lock on ${record} is gone`),
  lockGone: () => error('SM 013 The lock no longer exists'),
};
