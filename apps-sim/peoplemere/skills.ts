import {
  sayFound,
  asPrinted,
  button,
  check,
  click,
  factOf,
  isThere,
  link,
  look,
  type Observation,
  openApp,
  openListed,
  sayOne,
} from '#range';
import { readDay, readFact, readFacts, type Script, searchList, tab, tick } from '#range';
import { workerList } from './pages/workers.ts';

export * from './reveal-skills.ts';
export * from './wanted.ts';

/** What experts do in Peoplemere, in several steps each. Every skill starts from any page of any console. */
export const app = 'peoplemere';

/** Finds a worker by worker ID, among the leavers where nobody at work has it, and opens the summary. */
export function* openWorker(workerId: string, thought?: string): Script<Observation> {
  const opened = yield* openListed('Peoplemere HR', workerList, { at: () => link(workerId), thought });
  if (opened) return opened;
  yield* searchList('Peoplemere HR', workerList, { text: workerId });
  if (!(yield* isThere(link(workerId)))) {
    const why = `Nobody who works here has the number ${workerId}. Has the person left?`;
    yield* tick(workerList.filters.terminated.label, true, why);
    yield* click(button(workerList.submit));
  }
  return yield* click(link(workerId));
}

/** What the summary says of a worker, as printed; people and places without the line below, or that line alone. */
const FACTS = {
  status: 'Status',
  name: 'Preferred name',
  givenName: 'Given name',
  /** Empty for people with one name. */
  familyName: 'Family name',
  location: 'Location',
  position: 'Position',
  organisation: 'Organisation',
  manager: 'Manager',
  managerId: '> Manager',
  hireDate: 'Hire date',
  workMail: 'Work mail',
  workPhone: 'Work phone',
  linkedWorkerId: '> Linked worker',
};
export type WorkerFacts = Record<keyof typeof FACTS, string>;

/** Opens a worker, unless the summary is in front, and reads it: whoever has said why says what it came to. */
export function* readWorker(workerId: string, thought?: string): Script<WorkerFacts> {
  const front = yield* openApp('Peoplemere HR', thought);
  if (factOf(front, 'Worker ID') !== workerId || !factOf(front, 'Status')) yield* openWorker(workerId);
  const facts = yield* readSummary();
  if (thought !== undefined) yield* sayFound(yield* sayWorker(workerId, facts));
  return facts;
}

/** How HR has a worker, as the summary prints it. */
function* sayWorker(workerId: string, { name, status, managerId }: WorkerFacts): Script<string> {
  const state = yield* asPrinted(status);
  const led = managerId === '' ? '' : `, and ${managerId} as the manager`;
  return sayOne(`${workerId} ${name}`, [
    `${workerId} is ${name}: HR has ${state}${led}.`,
    `HR has ${state} for ${workerId}, ${name}${led}.`,
    `${name} is ${workerId}; the record says ${state}${led}.`,
  ]);
}

/** Reads the summary of the worker in front. */
function* readSummary(): Script<WorkerFacts> {
  const facts = yield* readFacts(FACTS);
  return { ...facts, familyName: facts.familyName.replace('–', '') };
}

/** The check that HR confirms a worker: status, dates and manager are read before anything is changed. */
export function* confirmWorker(workerId: string): Script<WorkerFacts | undefined> {
  return yield* check('confirm in HR', () =>
    readWorker(
      workerId,
      sayOne(workerId, [
        `HR decides: I read the record of ${workerId} first.`,
        `What does HR say of ${workerId}? That goes before what anybody writes.`,
        `Before anything is changed I want to know from HR how ${workerId} is employed.`,
        `I look ${workerId} up in HR: state, dates, manager.`,
      ]),
    ),
  );
}

/** The contract of a worker whose record is in front: the day on which it ends, if HR has one, and who answers for it. */
export interface Contract {
  end: string | undefined;
  sponsorId: string;
  isSponsorHere: boolean;
}

/** Reads the contract of the worker in front. */
export function* readContract(thought?: string): Script<Contract> {
  yield* click(tab('Contract'), thought);
  const { end, sponsorId, status } = yield* readFacts({
    end: 'Contract end',
    sponsorId: '> Sponsor',
    status: 'Sponsor status',
  });
  return { end: readDay(end), sponsorId, isSponsorHere: status === 'Active' };
}

/** The last day of a worker whose summary is in front; undefined on another screen, or where HR has none. */
export function* readLastDay(workerId: string): Script<string | undefined> {
  if (factOf(yield* look(), 'Worker ID') !== workerId) return undefined;
  return readDay((yield* readFact('Termination date')) ?? '');
}
