/**
 * What each family of scenarios is used for: `train` families give the splits train, validation and test_task (same
 * templates, other seeds and worlds); a `test_template` family is never trained on.
 */
export const splits = {
  authentication: 'train',
  disconnected: 'train',
  joiners: 'train',
  leavers: 'train',
  movers: 'train',
  questions: 'test_template',
  requests: 'train',
  reviews: 'test_template',
} as const;
