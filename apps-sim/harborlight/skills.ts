import { didIn } from '#range';

/** The identity provider as scenarios know it: `import * as directory from '…/harborlight/skills.ts'`. */
export const app = 'harborlight';

export * from './access-skills.ts';
export * from './group-skills.ts';
export * from './new-user-skills.ts';
export * from './user-skills.ts';
export * from './wanted.ts';

/** How a closing note tells what was done here. */
export const did = didIn('Harborlight ID');
