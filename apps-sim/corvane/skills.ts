/** The ERP as scenarios know it: `import * as erp from '…/corvane/skills.ts'`. */
export const app = 'corvane';

export * from './role-skills.ts';
export * from './user-skills.ts';
export * from './wanted.ts';
