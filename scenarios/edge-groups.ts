/** Names of edges that go together, for scenarios of one kind. */
export const EDGES = {
  /** What can be wrong with the approvals of a request. */
  ofApprovals: [
    'delegation-ended',
    'disabled-manager',
    'expired-approval',
    'missing-approval',
    'self-approval',
    'withdrawn-approval',
    'wrong-approver',
  ],
  /** What the caller of a ticket that rests on an approval may write on it meanwhile. */
  ofWords: ['asker-denies', 'request-changes'],
  /** What any ticket about a person can bring. */
  ofTickets: ['injected-instruction', 'namesake'],
  /** Why a question is not answered: who asks may not know, or never asked. */
  ofQuestions: ['asker-denies', 'outside-asker'],
} as const;
