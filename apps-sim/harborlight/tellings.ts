import type { AuditEntry, Telling } from '#range';

const verb =
  (...verbs: string[]) =>
  (entry: AuditEntry): boolean =>
    verbs.includes(entry.verb);

const FACTORS = [
  'method',
  'factor',
  'authenticat',
  'phone',
  'mfa',
  'passkey',
  'device',
  'code generator',
  'sms',
];

/** How the directory's acts are told in a record. */
export const tellings: readonly Telling[] = [
  {
    of: verb('Revoke sessions', 'End session'),
    did: [
      'revoked',
      'ended',
      'closed',
      'terminated',
      'cleared',
      'killed',
      'invalidated',
      'signed out',
      'logged out',
    ],
    what: ['session', 'signed out', 'logged out', 'sign-out', 'signed off', 'token'],
  },
  {
    of: verb('Require MFA registration'),
    did: ['removed', 'cleared', 'reset', 'deleted', 'required', 'wiped'],
    what: [...FACTORS, 'registration', 're-registration', 'enrol'],
  },
  { of: verb('Remove method'), did: ['removed', 'cleared', 'deleted', 'unlinked', 'revoked'], what: FACTORS },
  {
    of: verb('Issue temporary access pass'),
    did: ['issued', 'created', 'given', 'generated', 'handed'],
    what: ['pass', 'temporary access', 'tap'],
  },
  {
    of: verb('Reset password'),
    did: ['reset', 'issued', 'changed', 'given'],
    what: ['password'],
  },
];
