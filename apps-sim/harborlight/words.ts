import { vocabularies } from '#range';
import type { UserStatus } from './state.ts';
import { adminConsole } from './words/admin-console.ts';
import { peopleDirectory } from './words/people-directory.ts';
import { tenantAdmin } from './words/tenant-admin.ts';
import { unifiedLogin } from './words/unified-login.ts';

/** What other products of the kind print for the console's words: a skin takes one of them whole. */
export const words = vocabularies(tenantAdmin, peopleDirectory, unifiedLogin, adminConsole) satisfies Record<
  Exclude<UserStatus, 'Deleted'>,
  string[]
>;
