/** The registers in which people at work ask for the same thing, and what marks each. */
export const REGISTERS = {
  plain: 'says what is to be done, in whole sentences',
  curt: 'keywords',
  polite: 'asks for it',
  formal: 'as an office writes',
  chat: 'a line in a chat',
  mail: 'an answer in a mail, with what it answers below',
  forwarded: 'a forwarded line',
  foreign: 'by somebody whose English is not their own',
  manager: 'by whoever leads the team',
  auditor: 'by somebody who will look at the evidence',
  urgent: 'in haste',
  aside: 'with what has nothing to do with it',
} as const;

/** A register that every scenario of the package is worded in; a scenario may have more of its own. */
export type Register = keyof typeof REGISTERS;
