/** One entitlement as the catalogue writes it: code, owning function, risk, what it lets people do. */
export interface EntitlementLine {
  code: string;
  owner: string;
  risk: 'Low' | 'Medium' | 'High' | 'Privileged';
  text: string;
  requestable: boolean;
  contains: string[];
  successor: string | null;
  companyCodes: string[];
}

type Extra = Partial<Pick<EntitlementLine, 'requestable' | 'contains' | 'successor' | 'companyCodes'>>;

function line(head: string, text: string, extra: Extra = {}): EntitlementLine {
  const [code = '', owner = '', risk = 'Low'] = head.split(' ');
  const known = { requestable: true, contains: [], successor: null, companyCodes: ['1100', '1200', '1300'] };
  return { code, owner, risk: risk as EntitlementLine['risk'], text, ...known, ...extra };
}

/** Harborlight groups that open an application or a right. */
export const GROUP_LINES: readonly EntitlementLine[] = [
  line('APP-Brightqueue-User PLT Low', 'Raise and follow tickets', { requestable: false }),
  line('APP-Postbay-User PLT Low', 'Mail and chat', { requestable: false }),
  line('APP-Brightqueue-Agent IAM Medium', 'Work on tickets of the own group'),
  line('APP-Reporting-Viewer FGL Low', 'Read published reports'),
  line('APP-Reporting-Viewer-TST FGL Low', 'Read reports in the test system'),
  line('APP-Reporting-Author FGL Medium', 'Write and publish reports'),
  line('APP-Reporting-Author-TST FGL Low', 'Write reports in the test system'),
  line('APP-Orion-Contributor PUR Medium', 'Contribute to projects in Orion'),
  line('APP-Orion-Contributor-TST PUR Low', 'Contribute to projects in the test system of Orion'),
  line('APP-Ledgerview-Reader-PRD FGL High', 'Read ledgers, production'),
  line('APP-Ledgerview-Reader-TST FGL Low', 'Read ledgers, test'),
  line('APP-Ledgerview-Poster-PRD FGL High', 'Post from spreadsheets, production'),
  line('APP-Ledgerview-Poster-TST FGL Low', 'Post from spreadsheets, test'),
  line('APP-Peoplemere-Viewer HRO High', 'Look up worker records'),
  line('APP-Peoplemere-Partner HRO High', 'Work on worker records'),
  line('APP-Rolewright-User IAM Medium', 'Fulfil access requests'),
  line('APP-Rolewright-Certifier SEC High', 'Approve and certify access'),
  line('APP-Gatehold-User SEC High', 'Open privileged sessions from own safes'),
  line('APP-Gatehold-Auditor SEC High', 'Read recordings of privileged sessions'),
  line('APP-Freightlane-Standard LOG Low', 'Book shipments with partners'),
  line('APP-Freightlane-Planner LOG Medium', 'Plan routes and carriers'),
  line('APP-Grantkeep-Viewer SEC Medium', 'Read the register of machine identities'),
  line('APP-Altocirro-ReadOnly-PRD PLT High', 'Read cloud accounts, production'),
  line('APP-Altocirro-Developer-TST PLT Medium', 'Work in cloud accounts, test'),
  line('APP-Altocirro-Developer-PRD PLT Privileged', 'Work in cloud accounts, production'),
  line('APP-Deployline-Developer PLT Medium', 'Commit and build'),
  line('APP-Deployline-Releaser PLT High', 'Deploy to production'),
  line('APP-Contracts-Reader SAL Medium', 'Read contracts'),
  line('APP-Contracts-Editor SAL High', 'File and change contracts'),
  line('APP-Designroom-Editor SAL Low', 'Edit drawings and layouts'),
  line('APP-Webshop-Catalogue SAL Medium', 'Maintain the web catalogue'),
  line('APP-Paydesk-Viewer HRO High', 'Read payroll results'),
  line('GG-IT-Helpdesk-Operators SEC High', 'Reset passwords of standard users'),
  line('GG-IT-Directory-Operators SEC Privileged', 'Change directory objects'),
  line('GG-IT-Tier0-Admins SEC Privileged', 'Administer identity systems'),
];

/** Corvane roles: module, object, act; composites begin with `C_`. */
export const ROLE_LINES: readonly EntitlementLine[] = [
  line('FI_DISPLAY FGL Low', 'Display financial documents'),
  line('FI_AP_CLERK FAP High', 'Post vendor invoices'),
  line('FI_AP_CLERK_OLD FAP High', 'Post vendor invoices, former screens', {
    requestable: false,
    successor: 'FI_AP_CLERK',
  }),
  line('FI_AP_DISPLAY FAP Low', 'Display vendor items'),
  line('FI_AP_PAYRUN FAP High', 'Prepare payment runs'),
  line('FI_AP_RELEASE FAP High', 'Release payments'),
  line('FI_VEND_MAINT FAP High', 'Maintain vendor master records'),
  line('FI_VEND_BANK FAP High', 'Maintain bank details of vendors'),
  line('FI_VEND_DISPLAY FAP Low', 'Display vendor master records'),
  line('FI_AR_CLERK FGL High', 'Post customer invoices'),
  line('FI_AR_CREDIT FGL High', 'Issue credit notes'),
  line('FI_GL_POST FGL High', 'Post journals'),
  line('FI_GL_APPROVE FGL High', 'Approve journals'),
  line('FI_GL_CLOSE FGL Privileged', 'Open and close posting periods'),
  line('FI_TAX_REPORT FGL Medium', 'Run tax reports', { companyCodes: ['1100'] }),
  line('FI_CASH_POS FGL Medium', 'Display the cash position'),
  line('CO_REPORT FGL Low', 'Display cost centre reports'),
  line('MM_DISPLAY PUR Low', 'Display purchasing documents'),
  line('MM_PO_CREATE PUR Medium', 'Create purchase orders'),
  line('MM_PO_ENTRY PUR Medium', 'Create purchase orders, former screens', {
    requestable: false,
    successor: 'MM_PO_CREATE',
  }),
  line('MM_PO_APPROVE PUR High', 'Approve purchase orders'),
  line('LO_GR_POST LOG Medium', 'Post goods receipts'),
  line('LO_STOCK_COUNT LOG Medium', 'Enter stock counts', { companyCodes: ['1100', '1200'] }),
  line('LO_STOCK_DISPLAY LOG Low', 'Display stock'),
  line('SD_CUST_MAINT SAL Medium', 'Maintain customer master records'),
  line('SD_ORDER_DISPLAY SAL Low', 'Display sales orders'),
  line('HR_MASTER_DISPLAY HRO High', 'Display personnel master data'),
  line('HR_TIME_MAINT HRO Medium', 'Maintain time records'),
  line('PY_DISPLAY HRO High', 'Display payroll results'),
  line('PY_MASTER_MAINT HRO High', 'Maintain payroll master data'),
  line('PY_RUN HRO High', 'Run payroll'),
  line('BC_USER_DISPLAY IAM Low', 'Display user master records'),
  line('BC_USER_ADMIN IAM Privileged', 'Administer users'),
  line('BC_AUDIT_LOG SEC Privileged', 'Administer audit logs'),
  line('C_AP_LEAD FAP High', 'Accounts payable, lead', {
    contains: ['FI_AP_DISPLAY', 'FI_AP_CLERK', 'FI_VEND_DISPLAY'],
  }),
  line('C_VENDOR_DESK FAP High', 'Vendor desk', {
    contains: ['FI_VEND_DISPLAY', 'FI_VEND_MAINT', 'FI_VEND_BANK'],
  }),
  line('C_WHS_LEAD LOG Medium', 'Warehouse, lead', {
    contains: ['LO_GR_POST', 'LO_STOCK_COUNT', 'LO_STOCK_DISPLAY'],
  }),
];
