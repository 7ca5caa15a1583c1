import {
  attempt,
  button,
  check,
  click,
  factOf,
  field,
  fill,
  inside,
  link,
  type Observation,
  offers,
  openConsole,
  rowOf,
  rowsOf,
  type Script,
  searchbox,
  seek,
  tab,
  type Target,
  tick,
} from '#range';

/** What experts do in Peoplemere, in several steps each. Every skill starts from any page of any console. */

const MAIN: Target = { role: 'navigation', name: 'Main' };
const TITLE = 'Peoplemere HR';

/** Goes to a place of the side bar: `Workers`, `Positions`, `New hires`, … */
export function* openPlace(place: string, thought?: string): Script<Observation> {
  yield* openConsole(TITLE, thought);
  return yield* click(inside(link(place), MAIN));
}

/** Finds a worker by worker ID, leavers too, and opens the summary. */
export function* openWorker(workerId: string, thought?: string): Script<Observation> {
  yield* openPlace('Workers', thought);
  yield* fill(searchbox('Find a worker'), workerId);
  yield* tick('Include terminated', true);
  yield* click(button('Search'));
  return yield* click(link(workerId));
}

/** Opens one page of a worker: `Job`, `Timeline`, `Contract` or `Contact`. */
export function* openWorkerTab(workerId: string, page: string, thought?: string): Script<Observation> {
  yield* openWorker(workerId, thought);
  return yield* click(tab(page));
}

/** What the summary says of a worker, each as printed; people and places without the number below them. */
export interface WorkerFacts {
  workerId: string;
  status: string;
  type: string;
  name: string;
  legalName: string;
  givenName: string;
  /** Empty for people with one name. */
  familyName: string;
  location: string;
  position: string;
  positionId: string;
  organisation: string;
  manager: string;
  managerId: string;
  sponsorId: string;
  linkedWorkerId: string;
  hireDate: string;
  contractEnd: string;
  terminationDate: string;
  workPhone: string;
  workMail: string;
  rehire: string;
  legalHold: boolean;
}

/** Opens a worker and reads the summary. */
export function* readWorker(workerId: string, thought?: string): Script<WorkerFacts> {
  return factsOn(yield* openWorker(workerId, thought));
}

/** Reads the summary that the screen shows. */
export function factsOn(screen: Observation): WorkerFacts {
  const lines = (label: string): string[] => (factOf(screen, label) ?? '').split('\n');
  const first = (label: string): string => lines(label)[0] ?? '';
  const second = (label: string): string => lines(label)[1] ?? '';
  return {
    workerId: first('Worker ID'),
    status: first('Status'),
    type: first('Worker type'),
    name: first('Preferred name'),
    legalName: first('Legal name'),
    givenName: first('Given name'),
    familyName: first('Family name').replace('–', ''),
    location: first('Location'),
    position: first('Position'),
    positionId: second('Position'),
    organisation: first('Organisation'),
    manager: first('Manager'),
    managerId: second('Manager'),
    sponsorId: second('Sponsor'),
    linkedWorkerId: second('Linked worker'),
    hireDate: first('Hire date'),
    contractEnd: first('Contract end'),
    terminationDate: first('Termination date'),
    workPhone: first('Work phone'),
    workMail: first('Work mail'),
    rehire: first('Eligible for rehire'),
    legalHold: first('Legal hold') === 'Yes',
  };
}

/** The check that HR confirms a worker: status, dates and manager are read before anything is changed. */
export function* confirmWorker(workerId: string): Script<WorkerFacts | undefined> {
  return yield* check('confirm in HR', () =>
    readWorker(workerId, `HR decides: I read the record of ${workerId} first.`),
  );
}

/** Walks up the managers of a worker and returns the worker ID so many levels above, or nothing. */
export function* readManagerId(workerId: string, levels = 1): Script<string> {
  let facts = factsOn(yield* openWorker(workerId));
  for (let level = 1; level < levels && facts.managerId !== ''; level++) {
    facts = factsOn(yield* openWorker(facts.managerId));
  }
  return facts.managerId;
}

/** Has a worker's mobile number shown for a reason and a ticket, and reads it. */
export function* revealMobile(
  workerId: string,
  ticket: string,
  reason = 'identity verification',
): Script<string> {
  return yield* attempt(function* () {
    let screen = yield* openWorkerTab(workerId, 'Contact');
    if (offers(screen, button('Show'))) {
      yield* click(button('Show'), 'HR holds the number; showing it needs a reason and the ticket.');
      yield* fill(field('Reason'), reason);
      yield* fill(field('Ticket number'), ticket);
      screen = yield* click(button('Show number'));
    }
    return /\+[\d -]*\d/.exec(rowOf(screen, 'Mobile phone')?.Detail ?? '')?.[0] ?? '';
  });
}

/** Opens a position by its ID. */
export function* openPosition(positionId: string, thought?: string): Script<Observation> {
  yield* openPlace('Positions', thought);
  yield* fill(searchbox('Find a position'), positionId);
  yield* click(button('Search'));
  return yield* click(link(positionId));
}

/** Opens the org chart around a worker. */
export function* openOrgChart(workerId: string, thought?: string): Script<Observation> {
  yield* openWorker(workerId, thought);
  return yield* click(link('See org chart'));
}

/** A report over a range of days (`YYYY-MM-DD`), read through all its pages: each row by its column words. */
export function* runReport(
  report: 'New hires' | 'Terminations' | 'Contracts ending',
  { from, to }: { from: string; to: string },
): Script<Record<string, string>[]> {
  yield* openPlace(report);
  yield* fill(field('From'), from);
  yield* fill(field('To'), to);
  let screen = yield* click(button('Run report'));
  const rows = rowsOf(screen, report);
  while (seek(screen, link('Next'))) {
    screen = yield* click(link('Next'));
    rows.push(...rowsOf(screen, report));
  }
  return rows;
}
