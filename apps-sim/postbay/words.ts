import { vocabularies } from '#range';
import type { StateWord } from './state.ts';
import { mailClient } from './words/mail-client.ts';
import { softphone } from './words/softphone.ts';
import { unifiedInbox } from './words/unified-inbox.ts';

/** What other products of the kind print for the console's words: a skin takes one of them whole. */
export const words = vocabularies(unifiedInbox, softphone, mailClient) satisfies Record<StateWord, string[]>;
