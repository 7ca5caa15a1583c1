import { entitlementLine, type EntitlementLine } from '#range';

const EVERYWHERE = ['1100', '1200', '1300'];

function role(
  head: string,
  text: string,
  extra: Pick<EntitlementLine, 'requestable' | 'successor' | 'contains' | 'companyCodes'> = {},
): EntitlementLine {
  const kind = extra.contains ? ('composite-role' as const) : ('role' as const);
  return entitlementLine(head, text, { kind, companyCodes: EVERYWHERE, ...extra });
}

/** Roles: module, object, act; composites begin with `C_`. */
export const ROLES: readonly EntitlementLine[] = [
  role('FI_DISPLAY FGL Low', 'Display financial documents'),
  role('FI_AP_CLERK FAP High', 'Post vendor invoices'),
  role('FI_AP_CLERK_OLD FAP High', 'Post vendor invoices, former screens', {
    requestable: false,
    successor: 'FI_AP_CLERK',
  }),
  role('FI_AP_DISPLAY FAP Low', 'Display vendor items'),
  role('FI_AP_PAYRUN FAP High', 'Prepare payment runs'),
  role('FI_AP_RELEASE FAP High', 'Release payments'),
  role('FI_VEND_MAINT FAP High', 'Maintain vendor master records'),
  role('FI_VEND_BANK FAP High', 'Maintain bank details of vendors'),
  role('FI_VEND_DISPLAY FAP Low', 'Display vendor master records'),
  role('FI_AR_CLERK FGL High', 'Post customer invoices'),
  role('FI_AR_CREDIT FGL High', 'Issue credit notes'),
  role('FI_GL_POST FGL High', 'Post journals'),
  role('FI_GL_APPROVE FGL High', 'Approve journals'),
  role('FI_GL_CLOSE FGL Privileged', 'Open and close posting periods'),
  role('FI_TAX_REPORT FGL Medium', 'Run tax reports', { companyCodes: ['1100'] }),
  role('FI_CASH_POS FGL Medium', 'Display the cash position'),
  role('CO_REPORT FGL Low', 'Display cost centre reports'),
  role('MM_DISPLAY PUR Low', 'Display purchasing documents'),
  role('MM_PO_CREATE PUR Medium', 'Create purchase orders'),
  role('MM_PO_ENTRY PUR Medium', 'Create purchase orders, former screens', {
    requestable: false,
    successor: 'MM_PO_CREATE',
  }),
  role('MM_PO_APPROVE PUR High', 'Approve purchase orders'),
  role('LO_GR_POST LOG Medium', 'Post goods receipts'),
  role('LO_STOCK_COUNT LOG Medium', 'Enter stock counts', { companyCodes: ['1100', '1200'] }),
  role('LO_STOCK_DISPLAY LOG Low', 'Display stock'),
  role('SD_CUST_MAINT SAL Medium', 'Maintain customer master records'),
  role('SD_ORDER_DISPLAY SAL Low', 'Display sales orders'),
  role('HR_MASTER_DISPLAY HRO High', 'Display personnel master data'),
  role('HR_TIME_MAINT HRO Medium', 'Maintain time records'),
  role('PY_DISPLAY HRO High', 'Display payroll results'),
  role('PY_MASTER_MAINT HRO High', 'Maintain payroll master data'),
  role('PY_RUN HRO High', 'Run payroll'),
  role('BC_USER_DISPLAY IAM Low', 'Display user master records'),
  role('BC_USER_ADMIN IAM Privileged', 'Administer users'),
  role('BC_AUDIT_LOG SEC Privileged', 'Administer audit logs'),
  role('C_AP_LEAD FAP High', 'Accounts payable, lead', {
    contains: ['FI_AP_DISPLAY', 'FI_AP_CLERK', 'FI_VEND_DISPLAY'],
  }),
  role('C_VENDOR_DESK FAP High', 'Vendor desk', {
    contains: ['FI_VEND_DISPLAY', 'FI_VEND_MAINT', 'FI_VEND_BANK'],
  }),
  role('C_WHS_LEAD LOG Medium', 'Warehouse, lead', {
    contains: ['LO_GR_POST', 'LO_STOCK_COUNT', 'LO_STOCK_DISPLAY'],
  }),
];

/** People in a hundred who have an account with their user group, what comes with the job, what is asked for now and then. */
function access(head: string, birthright = '', wishes = '') {
  const [share = '', userGroup = ''] = head.split(' ');
  return { share: Number(share), userGroup, birthright, wishes };
}

/** By function: who has an account, and what for. */
export const ACCESS: Readonly<Record<string, ReturnType<typeof access>>> = {
  FAP: access('92 FINANCE', 'FI_AP_CLERK FI_AP_DISPLAY FI_DISPLAY', 'FI_VEND_DISPLAY FI_TAX_REPORT'),
  FGL: access('92 FINANCE', 'FI_GL_POST FI_DISPLAY', 'FI_TAX_REPORT CO_REPORT'),
  FTR: access('90 FINANCE', 'FI_CASH_POS FI_DISPLAY', 'FI_AP_PAYRUN FI_AP_RELEASE'),
  FCO: access('90 FINANCE', 'CO_REPORT FI_DISPLAY', 'FI_GL_APPROVE'),
  PUR: access('90 PROCURE', 'MM_PO_CREATE MM_DISPLAY', 'FI_VEND_DISPLAY FI_VEND_MAINT'),
  LOG: access('50 LOGISTIC', 'LO_STOCK_DISPLAY MM_DISPLAY', 'LO_GR_POST C_WHS_LEAD'),
  WHS: access('35 LOGISTIC', 'LO_GR_POST LO_STOCK_DISPLAY', 'LO_STOCK_COUNT'),
  MFG: access('12 LOGISTIC', 'LO_STOCK_DISPLAY', 'MM_DISPLAY'),
  HRO: access('65 HR', 'HR_MASTER_DISPLAY', 'HR_TIME_MAINT'),
  PAY: access('95 HR', 'PY_DISPLAY HR_MASTER_DISPLAY', 'PY_MASTER_MAINT PY_RUN HR_TIME_MAINT'),
  LEG: access('0 GENERAL'),
  FAC: access('8 GENERAL', 'MM_DISPLAY', 'MM_PO_CREATE'),
  IAM: access('30 IT', 'BC_USER_DISPLAY'),
  SEC: access('0 IT'),
  PLT: access('0 IT'),
  DEV: access('5 IT'),
  DSK: access('0 IT'),
  SAL: access('6 GENERAL', 'SD_ORDER_DISPLAY', 'SD_CUST_MAINT'),
  CUS: access('12 GENERAL', 'SD_ORDER_DISPLAY', 'FI_AR_CREDIT SD_CUST_MAINT'),
  MKT: access('0 GENERAL'),
  FLD: access('10 LOGISTIC', 'LO_STOCK_DISPLAY'),
};
