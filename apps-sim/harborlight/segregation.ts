import type { SegregationPart } from '#range';

/** The groups that one person must not be in together; other consoles may hold the other side. */
export const CONFLICTING_DUTIES: readonly SegregationPart[] = [
  {
    id: 'SOD-03',
    name: 'Post and approve journals',
    severity: 'high',
    left: ['APP-Ledgerview-Poster-PRD'],
    right: [],
  },
  {
    id: 'SOD-07',
    name: 'Develop and deploy to production',
    severity: 'high',
    left: ['APP-Deployline-Developer'],
    right: ['APP-Deployline-Releaser'],
  },
  {
    id: 'SOD-08',
    name: 'Administer and certify access',
    severity: 'high',
    left: ['GG-IT-Directory-Operators', 'GG-IT-Tier0-Admins'],
    right: ['APP-Rolewright-Certifier'],
  },
];
