/**
 * What scenarios are used for, by their family, and one by its own name: `train` gives the splits train, validation and
 * test_task (same templates, other seeds and worlds); `test_template` is never trained on. Each way to end, and reading the
 * rules, is in both: what is held out is the template, not the kind of ending.
 */
export const splits = {
  authentication: 'train',
  'authentication/remove-lost-factor': 'test_template',
  disconnected: 'train',
  'disconnected/unlock-erp-user': 'test_template',
  joiners: 'train',
  'joiners/contractor-account': 'test_template',
  leavers: 'train',
  movers: 'train',
  'movers/name-change': 'test_template',
  questions: 'train',
  'questions/who-has-access': 'test_template',
  requests: 'train',
  reviews: 'train',
  'reviews/carry-out-decisions': 'test_template',
} as const;
