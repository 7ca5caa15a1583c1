import { vocabularies } from '#range';
import { peopleRecords } from './words/people-records.ts';
import { peopleSuite } from './words/people-suite.ts';
import { staffOffice } from './words/staff-office.ts';

/** What other products of the kind print for the console's words: a skin takes one of them whole. */
export const words = vocabularies(peopleSuite, peopleRecords, staffOffice);
