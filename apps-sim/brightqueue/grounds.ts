import type { Wanted } from '#range';

type Ground = NonNullable<Wanted['ground']>;

/** By what a step of a request goes, beside its approver: as words begin. */
const STEPS: readonly (readonly [step: string, ...words: string[]])[] = [
  ['Line manager', 'manager', 'line manager', 'superior', 'boss', 'supervisor'],
  ['Entitlement owner', 'owner', 'entitlement owner'],
  ['Access Risk', 'access risk', 'risk'],
];

/** What is wrong with a step, by how the problem is said, and how findings may say it. */
const WRONG: readonly (readonly [problem: RegExp, ...words: string[]])[] = [
  [
    / is Rejected$/,
    'reject',
    'declin',
    'denied',
    'denies',
    'deny',
    'turned',
    'disapprov',
    'said no',
    'says no',
    'negative',
  ],
  [/ is Withdrawn$/, 'withdr', 'taken back', 'took back', 'retract', 'recall', 'revok', 'cancel', 'pulled'],
  [
    /more than \d+ days before$/,
    'old',
    'day',
    'expire',
    'stale',
    'ago',
    'longer',
    'lapse',
    'month',
    'out of date',
    'outdated',
    '20',
  ],
  [
    /by the requester$/,
    'requester',
    'self',
    'own',
    'asked',
    'applicant',
    'herself',
    'himself',
    'themsel',
    'same person',
  ],
  [
    /by the beneficiary$/,
    'beneficiary',
    'self',
    'own',
    'herself',
    'himself',
    'themsel',
    'same person',
    'recipient',
  ],
  [
    /who is not active$/,
    'inactive',
    'not active',
    'left',
    'leaver',
    'gone',
    'disabled',
    'terminat',
    'deactivat',
    'no longer',
    'isn',
    'suspended',
  ],
  [
    /whose step it is$/,
    'not ',
    'isn',
    'wasn',
    'wrong',
    'other',
    'another',
    'somebody',
    'someone',
    'unentitled',
    'stranger',
    'instead',
    'owner is',
    'manager is',
    'should',
  ],
  [
    /delegation that had ended$/,
    'delegat',
    'deput',
    'stand-in',
    'stand in',
    'stood in',
    'mandate',
    'substitut',
    'proxy',
    'on behalf',
    'represent',
  ],
  [/life of the request$/, 'before', 'after', 'date', 'day', '20'],
  [/^The end /, 'end', 'until', 'day', 'date', 'valid', 'contract'],
];

/**
 * What findings about a problem with an approval have to tell: which step it is, by its name or its approver's, and what is
 * wrong with it. Where no step was ever asked there is none to be named.
 */
export function groundOf(problem: string, approvers: readonly string[]): Ground {
  const step = STEPS.find(([name]) => problem.startsWith(name));
  const wrong = WRONG.filter(([said]) => said.test(problem)).map(([, ...words]) => words);
  return [...(step && approvers.length > 0 ? [[...step.slice(1), ...approvers]] : []), ...wrong];
}
