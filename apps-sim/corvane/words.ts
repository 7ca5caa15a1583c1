import { vocabularies } from '#range';
import type { RowWord } from './pages/held-roles.ts';
import type { LockWord } from './pages/locks.ts';
import { businessCentral } from './words/business-central.ts';
import { forms } from './words/forms.ts';
import { webSuite } from './words/web-suite.ts';

/** What other products of the kind print for the console's words: a skin takes one of them whole. */
export const words = vocabularies(forms, businessCentral, webSuite) satisfies Record<
  RowWord | LockWord,
  string[]
>;
