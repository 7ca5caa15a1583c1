import { defineEdge, subjectOf } from './define-edge.ts';

/** E-20: nothing of the person may be deleted. */
export const legalHold = defineEdge({
  name: 'legal-hold',
  id: 'E-20',
  summary: 'HR shows a legal hold on the person: disabling is allowed, deletion is not.',
  mayTurnTo: ['complete', 'escalate', 'refuse'],
  lay({ draft, focus }) {
    subjectOf(draft, focus).legalHold = true;
  },
});
