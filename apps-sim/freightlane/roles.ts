import { entitlementLine, type EntitlementLine } from '#range';

/** What a member may do, from the least to the most. A member has exactly one role. */
export const ROLES = ['Viewer', 'Standard', 'Power', 'Billing', 'Owner'] as const;
export type Role = (typeof ROLES)[number];

/** What each role is for, as the hub explains it. */
export const MEANING: Readonly<Record<Role, string>> = {
  Viewer: 'Look at shipments',
  Standard: 'Book shipments with partners',
  Power: 'Book shipments, manage members and tokens',
  Billing: 'See invoices and buy seats',
  Owner: 'Everything, and name other Owners',
};

const role = (head: string, extra: Partial<EntitlementLine> = {}): EntitlementLine =>
  entitlementLine(head, MEANING[head.split(' ')[0] as Role], { kind: 'role', ...extra });

/** Roles as what can be granted. Owners are named by Owners, never on a request. */
export const ENTITLEMENTS: readonly EntitlementLine[] = [
  role('Viewer LOG Low'),
  role('Standard LOG Low'),
  role('Power LOG Medium', { requestable: false }),
  role('Billing FGL Medium', { requestable: false }),
  role('Owner LOG Privileged', { requestable: false }),
];

/** Whether a text is the name of a role, letter by letter. */
export function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text);
}
