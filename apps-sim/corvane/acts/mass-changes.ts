import type { Day, Notice } from '#range';
import { printDay } from '../dates.ts';
import { messages } from '../messages.ts';
import { assignmentsOf, newConflicts } from '../roles.ts';
import { ADMIN_LOCK, type State, type UserMaster } from '../state.ts';
import { overlapping, roleProblem } from './rows.ts';
import { changeMaster, changeRow, setLock, type Write } from './write.ts';

/** What was ordered for many users; a day of null is no end. */
export interface Order {
  day: Day | null;
  userGroup: string;
  role: string;
  companyCode: string;
  today: Day;
}

/** What would be done to one user: as it is, as it would be, a warning, and the doing itself. */
interface Step {
  before: string;
  after: string;
  warning?: string | undefined;
  run(write: Write): unknown;
}

/** One kind of mass change, as UA10 offers it. */
interface MassChange {
  label: string;
  /** The order in words. */
  says(order: Order): string;
  /** Whether the day must be typed. */
  isDated?: true;
  refuse?(order: Order, state: Readonly<State>): Notice | null;
  step(draft: State, user: UserMaster, order: Order): Step | Notice;
}

const roleWanted: MassChange['refuse'] = ({ role }, state) => {
  if (role === '') return messages.enterRole();
  return Object.hasOwn(state.roles, role) ? null : messages.noSuchRole(role);
};

/** The changes that UA10 can make to many users. */
export const MASS_CHANGES = {
  validTo: {
    label: 'Set valid-to',
    says: ({ day }) => printDay(day),
    isDated: true,
    step(draft, user, { day }) {
      if (day !== null && day < user.validFrom) return messages.endBeforeStart();
      const run = (write: Write) => changeMaster(draft, write, { validTo: day });
      return { before: printDay(user.validTo), after: printDay(day), run };
    },
  },
  userGroup: {
    label: 'Change user group',
    says: ({ userGroup }) => userGroup,
    refuse({ userGroup }) {
      if (userGroup === 'SUPER') return messages.noAuthorisation();
      return userGroup === '' ? messages.enterUserGroup() : null;
    },
    step(draft, user, { userGroup }) {
      const run = (write: Write) => changeMaster(draft, write, { userGroup });
      return { before: user.userGroup, after: userGroup, run };
    },
  },
  lock: {
    label: 'Set administrator lock',
    says: () => 'lock 64',
    step(draft, user) {
      if ((user.lock & ADMIN_LOCK) !== 0) return messages.alreadyLocked(user.userId);
      const run = (write: Write) => setLock(draft, write);
      return { before: String(user.lock), after: String(user.lock + ADMIN_LOCK), run };
    },
  },
  /** Starts today; the typed day, if any, is its end. */
  assign: {
    label: 'Assign role',
    says: ({ role, companyCode }) => `${role} in ${companyCode || 'company code of the user'}`,
    refuse: roleWanted,
    step(draft, user, { role, companyCode, today, day }) {
      const rows = assignmentsOf(draft, user.userId);
      const row = { role, companyCode: companyCode || user.companyCode, from: today, to: day };
      const problem = roleProblem(draft, row);
      if (problem) return problem;
      const same = overlapping(rows, row);
      if (same) return messages.rowOverlaps(role, printDay(same.from));
      const conflict = newConflicts(draft, rows, [...rows, row])[0];
      const warning = conflict && `UA 301 (W) ${conflict.left} conflicts with ${conflict.right}`;
      const run = (write: Write) => changeRow(draft, write, { kind: 'add', ...row });
      return { before: '', after: `${role} in ${row.companyCode}`, run, warning };
    },
  },
  delimit: {
    label: 'Delimit role',
    says: ({ role, day }) => `${role} to ${printDay(day)}`,
    isDated: true,
    refuse: roleWanted,
    step(draft, user, { role, day }) {
      const row = assignmentsOf(draft, user.userId).find(
        other => other.role === role && (other.to === null || day === null || other.to > day),
      );
      if (!row) return messages.roleNotHeld(role);
      if (day !== null && day < row.from) return messages.endBeforeStart();
      const run = (write: Write) => changeRow(draft, write, { kind: 'delimit', key: row.key, to: day });
      return { before: printDay(row.to), after: printDay(day), run };
    },
  },
} satisfies Record<string, MassChange>;
export type MassChangeName = keyof typeof MASS_CHANGES;

/** A mass change by its name. */
export function massChange(name: MassChangeName): MassChange {
  return MASS_CHANGES[name];
}
