import type { SegregationPart } from '#range';

/** `SOD-01 critical`, what nobody may do both of, and the roles of either side. */
function part(head: string, name: string, sides: [left: string, right: string]): SegregationPart {
  const [id = '', severity] = head.split(' ') as [string, SegregationPart['severity']];
  const [left = [], right = []] = sides.map(side => side.split(' ').filter(Boolean));
  return { id, name, severity, left, right };
}

/** The roles of the ERP that one person must not hold together; other consoles may hold the other side. */
export const CONFLICTING_DUTIES: readonly SegregationPart[] = [
  part('SOD-01 critical', 'Maintain vendors and pay them', ['FI_VEND_MAINT', 'FI_AP_PAYRUN FI_AP_RELEASE']),
  part('SOD-02 high', 'Create and approve purchase orders', ['MM_PO_CREATE', 'MM_PO_APPROVE']),
  part('SOD-03 high', 'Post and approve journals', ['FI_GL_POST', 'FI_GL_APPROVE']),
  part('SOD-04 critical', 'Maintain payroll master data and run payroll', ['PY_MASTER_MAINT', 'PY_RUN']),
  part('SOD-05 critical', 'Maintain bank details of vendors and post their invoices', [
    'FI_VEND_BANK',
    'FI_AP_CLERK',
  ]),
  part('SOD-06 high', 'Post goods receipts and invoices', ['LO_GR_POST', 'FI_AP_CLERK']),
  part('SOD-08 high', 'Administer and certify access', ['BC_USER_ADMIN', '']),
  part('SOD-09 high', 'Administer users and audit logs', ['BC_USER_ADMIN', 'BC_AUDIT_LOG']),
  part('SOD-10 high', 'Maintain customers and issue credit notes', ['SD_CUST_MAINT', 'FI_AR_CREDIT']),
  part('SOD-13 high', 'Post vendor invoices and release payments', ['FI_AP_CLERK', 'FI_AP_RELEASE']),
];
