import { dutyOf } from '../functions.ts';
import { addPerson, openAccounts } from '../lay.ts';
import { accountOf, departmentsOf, personName } from '../questions.ts';
import { defineEdge, subjectOf } from './define-edge.ts';

/** E-01: a second active person with the subject's name works in another department. */
export const namesake = defineEdge({
  name: 'namesake',
  id: 'E-01',
  summary: 'Two active people show the same name; lists show two rows that differ in number and department.',
  mayTurnTo: ['complete', 'escalate'],
  lay({ draft, focus, rng, consoles }) {
    const subject = subjectOf(draft, focus);
    const others = departmentsOf(draft).filter(
      department =>
        department.head !== null &&
        dutyOf(department.code) !== null &&
        department.code !== subject.department,
    );
    const namesake = addPerson(
      draft,
      { ...personName(subject), department: rng.pick(others).code, title: 'Coordinator' },
      rng,
    );
    // Wherever the one is found, the other is found too; the directory knows both in any case.
    const both = consoles.filter(
      ({ name, kind }) => kind === 'idp' || accountOf(draft, name, subject.workerId) !== null,
    );
    openAccounts(draft, namesake, { rng, consoles: both });
  },
});
