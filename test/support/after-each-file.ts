import { afterAll } from 'vitest';
import { removeFolders } from './folders.ts';

/** Runs with every file of tests: one that is loaded once for many files cannot clean up after each. */
afterAll(removeFolders);
