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

interface Access {
  /** People in a hundred who have an account, and the user group they are put in. */
  share: number;
  userGroup: string;
  birthright: string;
  wishes: string;
}

/** By function: who has an account, what comes with the job, what people ask for now and then. */
export const ACCESS: Readonly<Record<string, Access>> = {
  FAP: {
    share: 92,
    userGroup: 'FINANCE',
    birthright: 'FI_AP_CLERK FI_AP_DISPLAY FI_DISPLAY',
    wishes: 'FI_VEND_DISPLAY FI_TAX_REPORT',
  },
  FGL: {
    share: 92,
    userGroup: 'FINANCE',
    birthright: 'FI_GL_POST FI_DISPLAY',
    wishes: 'FI_TAX_REPORT CO_REPORT',
  },
  FTR: {
    share: 90,
    userGroup: 'FINANCE',
    birthright: 'FI_CASH_POS FI_DISPLAY',
    wishes: 'FI_AP_PAYRUN FI_AP_RELEASE',
  },
  FCO: { share: 90, userGroup: 'FINANCE', birthright: 'CO_REPORT FI_DISPLAY', wishes: 'FI_GL_APPROVE' },
  PUR: {
    share: 90,
    userGroup: 'PROCURE',
    birthright: 'MM_PO_CREATE MM_DISPLAY',
    wishes: 'FI_VEND_DISPLAY FI_VEND_MAINT',
  },
  LOG: {
    share: 50,
    userGroup: 'LOGISTIC',
    birthright: 'LO_STOCK_DISPLAY MM_DISPLAY',
    wishes: 'LO_GR_POST C_WHS_LEAD',
  },
  WHS: {
    share: 35,
    userGroup: 'LOGISTIC',
    birthright: 'LO_GR_POST LO_STOCK_DISPLAY',
    wishes: 'LO_STOCK_COUNT',
  },
  MFG: { share: 12, userGroup: 'LOGISTIC', birthright: 'LO_STOCK_DISPLAY', wishes: 'MM_DISPLAY' },
  HRO: { share: 65, userGroup: 'HR', birthright: 'HR_MASTER_DISPLAY', wishes: 'HR_TIME_MAINT' },
  PAY: {
    share: 95,
    userGroup: 'HR',
    birthright: 'PY_DISPLAY HR_MASTER_DISPLAY',
    wishes: 'PY_MASTER_MAINT PY_RUN HR_TIME_MAINT',
  },
  LEG: { share: 0, userGroup: 'GENERAL', birthright: '', wishes: '' },
  FAC: { share: 8, userGroup: 'GENERAL', birthright: 'MM_DISPLAY', wishes: 'MM_PO_CREATE' },
  IAM: { share: 30, userGroup: 'IT', birthright: 'BC_USER_DISPLAY', wishes: '' },
  SEC: { share: 0, userGroup: 'IT', birthright: '', wishes: '' },
  PLT: { share: 0, userGroup: 'IT', birthright: '', wishes: '' },
  DEV: { share: 5, userGroup: 'IT', birthright: '', wishes: '' },
  DSK: { share: 0, userGroup: 'IT', birthright: '', wishes: '' },
  SAL: { share: 6, userGroup: 'GENERAL', birthright: 'SD_ORDER_DISPLAY', wishes: 'SD_CUST_MAINT' },
  CUS: {
    share: 12,
    userGroup: 'GENERAL',
    birthright: 'SD_ORDER_DISPLAY',
    wishes: 'FI_AR_CREDIT SD_CUST_MAINT',
  },
  MKT: { share: 0, userGroup: 'GENERAL', birthright: '', wishes: '' },
  FLD: { share: 10, userGroup: 'LOGISTIC', birthright: 'LO_STOCK_DISPLAY', wishes: '' },
};
