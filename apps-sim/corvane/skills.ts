import { didIn, type WorkDone } from '#range';

/** The ERP as scenarios know it: `import * as erp from '…/corvane/skills.ts'`. */
export const app = 'corvane';

export * from './role-skills.ts';
export * from './user-skills.ts';
export * from './wanted.ts';

/** How a closing note tells what was done here. */
export const did = didIn('Corvane');

/** How it tells that an administrator's lock, of value 64, was set. */
export function didLock(user: string): WorkDone {
  return did('locked', `ERP user ${user}`, '(64)');
}
