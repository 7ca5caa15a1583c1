import type { AuditEntry, Telling } from '#range';
import { NOTHING } from './acts/credentials.ts';

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

const REGISTRATION = 'Require MFA registration';
const ANEW = ['registration', 're-registration', 're-enrol', 'enrol', 'mfa'];
const isEmpty = ({ detail }: AuditEntry): boolean => detail.endsWith(`: ${NOTHING}`);

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
    of: entry => entry.verb === REGISTRATION && !isEmpty(entry),
    did: ['removed', 'cleared', 'reset', 'deleted', 'required', 'wiped'],
    what: [...FACTORS, ...ANEW],
  },
  // Where there was nothing to remove, new methods are asked for, and no removal can be told.
  { of: entry => entry.verb === REGISTRATION && isEmpty(entry), did: ['required', 'reset'], what: ANEW },
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
