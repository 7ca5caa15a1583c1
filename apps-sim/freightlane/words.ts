import { vocabularies } from '#range';
import type { Fate } from './acts/import.ts';
import type { SeatWord } from './state.ts';
import { accountAdmin } from './words/account-admin.ts';
import { carrierPortal } from './words/carrier-portal.ts';
import { teamSettings } from './words/team-settings.ts';

/** What other products of the kind print for the console's words: a skin takes one of them whole. */
export const words = vocabularies(teamSettings, carrierPortal, accountAdmin) satisfies Record<
  SeatWord | Fate,
  string[]
>;
