import {
  attempt,
  button,
  check,
  click,
  factOf,
  field,
  fill,
  link,
  type Observation,
  offers,
  openPlace,
  openTab,
  perform,
  rowOf,
  rowsOf,
  type Script,
  searchList,
} from '#range';
import { showMobile } from './acts/show-mobile.ts';
import { positionList } from './pages/organisation.ts';
import { contracts, newHires, terminations } from './pages/reports.ts';
import { workerPage } from './pages/worker.ts';
import { workerList } from './pages/workers.ts';
import { hasNextPage } from '../shared/paging.ts';

export * from './wanted.ts';

/** What experts do in Peoplemere, in several steps each. Every skill starts from any page of any console. */
export const app = 'peoplemere';

const TITLE = 'Peoplemere HR';

/** Finds a worker by worker ID, leavers too, and opens the summary. */
export function* openWorker(workerId: string, thought?: string): Script<Observation> {
  yield* searchList(TITLE, workerList, { text: workerId, ticks: ['terminated'], thought });
  return yield* click(link(workerId));
}

/** What the summary says of a worker, as printed, by the word beside it; people and places without the line below. */
const FACTS = {
  workerId: 'Worker ID',
  status: 'Status',
  type: 'Worker type',
  name: 'Preferred name',
  legalName: 'Legal name',
  givenName: 'Given name',
  /** Empty for people with one name. */
  familyName: 'Family name',
  location: 'Location',
  position: 'Position',
  organisation: 'Organisation',
  manager: 'Manager',
  hireDate: 'Hire date',
  contractEnd: 'Contract end',
  terminationDate: 'Termination date',
  workPhone: 'Work phone',
  workMail: 'Work mail',
  rehire: 'Eligible for rehire',
} as const;
/** The line below: the number of whom or what is linked. */
const IDS = {
  positionId: 'Position',
  managerId: 'Manager',
  sponsorId: 'Sponsor',
  linkedWorkerId: 'Linked worker',
} as const;
export type WorkerFacts = Record<keyof typeof FACTS | keyof typeof IDS, string> & { legalHold: boolean };

/** Opens a worker and reads the summary. */
export function* readWorker(workerId: string, thought?: string): Script<WorkerFacts> {
  return factsOn(yield* openWorker(workerId, thought));
}

/** Reads the summary that the screen shows. */
export function factsOn(screen: Observation): WorkerFacts {
  const read = (labels: Record<string, string>, line: number) =>
    Object.entries(labels).map(([key, label]) => [
      key,
      (factOf(screen, label) ?? '').split('\n')[line] ?? '',
    ]);
  const facts = Object.fromEntries([...read(FACTS, 0), ...read(IDS, 1)]) as WorkerFacts;
  const legalHold = factOf(screen, 'Legal hold') === 'Yes';
  return { ...facts, familyName: facts.familyName.replace('–', ''), legalHold };
}

/** The check that HR confirms a worker: status, dates and manager are read before anything is changed. */
export function* confirmWorker(workerId: string): Script<WorkerFacts | undefined> {
  return yield* check('confirm in HR', () =>
    readWorker(workerId, `HR decides: I read the record of ${workerId} first.`),
  );
}

/** Walks up the managers of a worker and returns the worker ID so many levels above, or nothing. */
export function* readManagerId(workerId: string, levels = 1): Script<string> {
  let { managerId } = yield* readWorker(workerId);
  for (let level = 1; level < levels && managerId !== ''; level++)
    ({ managerId } = yield* readWorker(managerId));
  return managerId;
}

/** Has a worker's mobile number shown for a reason and a ticket, and reads it. */
export function* revealMobile(
  workerId: string,
  ticket: string,
  reason = 'identity verification',
): Script<string> {
  return yield* attempt(function* () {
    yield* openWorker(workerId);
    let screen = yield* openTab(workerPage, workerPage.tabs.contact);
    if (offers(screen, button(showMobile.label))) {
      const open = 'HR holds the number; showing it needs a reason and the ticket.';
      screen = yield* perform(showMobile, { reason, ticket }, { thoughts: { open } });
    }
    return /\+[\d -]*\d/.exec(rowOf(screen, 'Mobile phone')?.Detail ?? '')?.[0] ?? '';
  });
}

/** Opens a position by its ID. */
export function* openPosition(positionId: string, thought?: string): Script<Observation> {
  yield* searchList(TITLE, positionList, { text: positionId, thought });
  return yield* click(link(positionId));
}

/** Opens the org chart around a worker. */
export function* openOrgChart(workerId: string, thought?: string): Script<Observation> {
  yield* openWorker(workerId, thought);
  return yield* click(link('See org chart'));
}

const REPORTS = { newHires, terminations, contracts };

/** A report over a range of days (`YYYY-MM-DD`), read through all its pages: each row by its column words. */
export function* runReport(
  name: keyof typeof REPORTS,
  { from, to }: { from: string; to: string },
): Script<Record<string, string>[]> {
  const report = REPORTS[name];
  yield* openPlace(TITLE, report);
  yield* fill(field('From'), from);
  yield* fill(field('To'), to);
  let screen = yield* click(button(report.submit));
  const rows = rowsOf(screen, report.caption);
  while (hasNextPage(screen)) {
    screen = yield* click(link('Next'));
    rows.push(...rowsOf(screen, report.caption));
  }
  return rows;
}
