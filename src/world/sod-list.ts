import type { SodRule } from './world.ts';

const rule = (id: string, severity: SodRule['severity'], name: string, sides: [string, string]): SodRule => ({
  id,
  name,
  severity,
  left: sides[0].split(' '),
  right: sides[1].split(' '),
});

/**
 * The pairs of duties that one person must not hold together, for the two consoles that the world grants
 * access in.
 */
export const SOD_RULES: readonly SodRule[] = [
  rule('SOD-01', 'critical', 'Maintain vendors and pay them', [
    'corvane/FI_VEND_MAINT',
    'corvane/FI_AP_PAYRUN corvane/FI_AP_RELEASE',
  ]),
  rule('SOD-02', 'high', 'Create and approve purchase orders', [
    'corvane/MM_PO_CREATE',
    'corvane/MM_PO_APPROVE',
  ]),
  rule('SOD-03', 'high', 'Post and approve journals', [
    'corvane/FI_GL_POST harborlight/APP-Ledgerview-Poster-PRD',
    'corvane/FI_GL_APPROVE',
  ]),
  rule('SOD-04', 'critical', 'Maintain payroll master data and run payroll', [
    'corvane/PY_MASTER_MAINT',
    'corvane/PY_RUN',
  ]),
  rule('SOD-05', 'critical', 'Maintain bank details of vendors and post their invoices', [
    'corvane/FI_VEND_BANK',
    'corvane/FI_AP_CLERK',
  ]),
  rule('SOD-06', 'high', 'Post goods receipts and invoices', ['corvane/LO_GR_POST', 'corvane/FI_AP_CLERK']),
  rule('SOD-07', 'high', 'Develop and deploy to production', [
    'harborlight/APP-Deployline-Developer',
    'harborlight/APP-Deployline-Releaser',
  ]),
  rule('SOD-08', 'high', 'Administer and certify access', [
    'corvane/BC_USER_ADMIN harborlight/GG-IT-Directory-Operators harborlight/GG-IT-Tier0-Admins',
    'harborlight/APP-Rolewright-Certifier',
  ]),
  rule('SOD-09', 'high', 'Administer users and audit logs', [
    'corvane/BC_USER_ADMIN',
    'corvane/BC_AUDIT_LOG',
  ]),
  rule('SOD-10', 'high', 'Maintain customers and issue credit notes', [
    'corvane/SD_CUST_MAINT',
    'corvane/FI_AR_CREDIT',
  ]),
  rule('SOD-13', 'high', 'Post vendor invoices and release payments', [
    'corvane/FI_AP_CLERK',
    'corvane/FI_AP_RELEASE',
  ]),
];
