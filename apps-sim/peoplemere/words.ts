import { vocabularies } from '#range';
import type { SeatWord } from './pages/organisation.ts';
import type { WorkerWord } from './pages/workers.ts';
import type { EventWord } from './state.ts';
import { peopleRecords } from './words/people-records.ts';
import { peopleSuite } from './words/people-suite.ts';
import { staffOffice } from './words/staff-office.ts';

/** What other products of the kind print for the console's words: a skin takes one of them whole. */
export const words = vocabularies(peopleSuite, peopleRecords, staffOffice) satisfies Record<
  WorkerWord | EventWord | SeatWord,
  string[]
>;
