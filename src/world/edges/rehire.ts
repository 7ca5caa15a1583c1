import { addDays } from '../../core/calendar.ts';
import { dutyOf } from '../functions.ts';
import { addPerson, openAccounts } from '../lay.ts';
import { freeMail } from '../lay-person.ts';
import { accountOf, departmentsOf, personName } from '../questions.ts';
import { defineEdge, subjectOf } from './define-edge.ts';

/** E-09: the subject worked here before; the old record and the old account still exist. */
export const rehire = defineEdge({
  name: 'rehire',
  id: 'E-09',
  summary: 'HR shows two linked records of the person; the directory still holds the old account.',
  mayTurnTo: ['complete', 'escalate'],
  lay({ draft, focus, rng, consoles }) {
    const subject = subjectOf(draft, focus);
    const directories = consoles.filter(({ kind }) => kind === 'idp');
    const hasNoAccount = directories.every(({ name }) => accountOf(draft, name, subject.workerId) === null);
    const terminationDay = addDays(subject.hireDay, -rng.int(40, 300));
    const others = departmentsOf(draft).filter(
      department => dutyOf(department.code) !== null && department.code !== subject.department,
    );
    // Who has no account yet finds the own address taken by the old one.
    const mail = hasNoAccount ? subject.mail : freeMail(draft, subject);
    if (hasNoAccount) subject.mail = freeMail(draft, subject);
    const old = addPerson(
      draft,
      {
        ...personName(subject),
        mail,
        status: 'terminated',
        department: rng.pick(others).code,
        title: 'Clerk',
        hireDay: addDays(terminationDay, -rng.int(300, 1500)),
        terminationDay,
        linkedWorkerId: subject.workerId,
      },
      rng,
    );
    subject.linkedWorkerId = old.workerId;
    subject.originalHireDay = old.hireDay;
    const status = rng.pick(['deactivated', 'deleted'] as const);
    for (const account of openAccounts(draft, old, { rng, consoles: directories })) account.status = status;
  },
});
