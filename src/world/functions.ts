/** What a department does: the template that departments, job titles and birthright access are made from. */
export interface BusinessFunction {
  code: string;
  name: string;
  division: string;
  /** Relative number of people. */
  weight: number;
  /** The city of most of its people. */
  location: string;
  titles: string[];
  /** People in a hundred who have a Corvane account, and the user group they are put in. */
  corvaneShare: number;
  corvaneGroup: string;
  /** Corvane roles and harborlight groups that come with the department. */
  birthright: string[];
  /** What its people ask for now and then. */
  wishes: string[];
}

/** The divisions between the chief executive and the departments. */
export const DIVISIONS: readonly { code: string; name: string; chief: string }[] = [
  { code: 'FIN', name: 'Finance', chief: 'Chief Financial Officer' },
  { code: 'SCM', name: 'Supply Chain', chief: 'Chief Supply Chain Officer' },
  { code: 'COR', name: 'People and Corporate', chief: 'Chief People Officer' },
  { code: 'TEC', name: 'Technology', chief: 'Chief Information Officer' },
  { code: 'COM', name: 'Commercial', chief: 'Chief Commercial Officer' },
];

type Place = [code: string, name: string, division: string, weight: number, location: string];
type Erp = [share: number, userGroup: string];

function fn(
  place: Place,
  titles: string,
  erp: Erp,
  access: { birthright: string; wishes: string },
): BusinessFunction {
  const [code, name, division, weight, location] = place;
  return {
    code,
    name,
    division,
    weight,
    location,
    titles: titles.split(', '),
    corvaneShare: erp[0],
    corvaneGroup: erp[1],
    birthright: keys(access.birthright),
    wishes: keys(access.wishes),
  };
}

/** Corvane codes are upper case with underscores, harborlight groups have hyphens. */
function keys(codes: string): string[] {
  const words = codes.split(' ').filter(code => code !== '');
  return words.map(code => `${code.includes('_') ? 'corvane' : 'harborlight'}/${code}`);
}

/** All functions of the company; a small company has the `SMALL_FUNCTIONS` only. */
export const FUNCTIONS: readonly BusinessFunction[] = [
  fn(
    ['FAP', 'Accounts Payable', 'FIN', 14, 'Zagreb'],
    'AP Clerk, AP Specialist, Invoice Analyst, Travel Expense Clerk',
    [92, 'FINANCE'],
    {
      birthright: 'FI_AP_CLERK FI_AP_DISPLAY FI_DISPLAY',
      wishes:
        'APP-Reporting-Viewer APP-Ledgerview-Reader-PRD FI_VEND_DISPLAY FI_TAX_REPORT APP-Orion-Contributor',
    },
  ),
  fn(
    ['FGL', 'General Accounting', 'FIN', 10, 'Zagreb'],
    'Accountant, Senior Accountant, Closing Specialist, Tax Analyst',
    [92, 'FINANCE'],
    {
      birthright: 'FI_GL_POST FI_DISPLAY',
      wishes:
        'APP-Ledgerview-Reader-PRD APP-Ledgerview-Poster-PRD FI_TAX_REPORT CO_REPORT APP-Reporting-Author',
    },
  ),
  fn(
    ['FTR', 'Treasury', 'FIN', 5, 'Vienna'],
    'Treasury Analyst, Cash Manager, Payments Specialist',
    [90, 'FINANCE'],
    {
      birthright: 'FI_CASH_POS FI_DISPLAY',
      wishes: 'FI_AP_PAYRUN FI_AP_RELEASE APP-Reporting-Viewer APP-Ledgerview-Reader-PRD',
    },
  ),
  fn(
    ['FCO', 'Controlling', 'FIN', 7, 'Zagreb'],
    'Controller, Cost Analyst, Planning Analyst',
    [90, 'FINANCE'],
    {
      birthright: 'CO_REPORT FI_DISPLAY',
      wishes: 'FI_GL_APPROVE APP-Reporting-Author APP-Ledgerview-Reader-PRD APP-Orion-Contributor',
    },
  ),
  fn(
    ['PUR', 'Procurement', 'SCM', 11, 'Prague'],
    'Buyer, Senior Buyer, Category Specialist, Supplier Analyst',
    [90, 'PROCURE'],
    {
      birthright: 'MM_PO_CREATE MM_DISPLAY',
      wishes:
        'FI_VEND_DISPLAY FI_VEND_MAINT APP-Contracts-Reader APP-Freightlane-Standard APP-Reporting-Viewer',
    },
  ),
  fn(
    ['LOG', 'Logistics', 'SCM', 18, 'Zagreb'],
    'Dispatcher, Transport Planner, Customs Clerk, Logistics Coordinator',
    [50, 'LOGISTIC'],
    {
      birthright: 'LO_STOCK_DISPLAY MM_DISPLAY',
      wishes: 'LO_GR_POST APP-Freightlane-Standard APP-Freightlane-Planner APP-Reporting-Viewer C_WHS_LEAD',
    },
  ),
  fn(
    ['WHS', 'Warehouse', 'SCM', 20, 'Zagreb'],
    'Warehouse Operator, Stock Clerk, Shift Coordinator, Goods-in Clerk',
    [35, 'LOGISTIC'],
    {
      birthright: 'LO_GR_POST LO_STOCK_DISPLAY',
      wishes: 'LO_STOCK_COUNT APP-Freightlane-Standard APP-Reporting-Viewer',
    },
  ),
  fn(
    ['MFG', 'Manufacturing', 'SCM', 24, 'Prague'],
    'Production Planner, Line Technician, Quality Inspector, Process Engineer',
    [12, 'LOGISTIC'],
    {
      birthright: 'LO_STOCK_DISPLAY',
      wishes: 'MM_DISPLAY APP-Designroom-Editor APP-Reporting-Viewer APP-Orion-Contributor',
    },
  ),
  fn(
    ['HRO', 'HR Operations', 'COR', 8, 'Zagreb'],
    'HR Specialist, HR Partner, Recruiter, Time Clerk',
    [65, 'HR'],
    {
      birthright: 'HR_MASTER_DISPLAY APP-Peoplemere-Partner',
      wishes: 'HR_TIME_MAINT APP-Reporting-Viewer APP-Contracts-Reader',
    },
  ),
  fn(
    ['PAY', 'Payroll', 'COR', 5, 'Zagreb'],
    'Payroll Clerk, Payroll Specialist, Benefits Clerk',
    [95, 'HR'],
    {
      birthright: 'PY_DISPLAY HR_MASTER_DISPLAY',
      wishes: 'PY_MASTER_MAINT PY_RUN HR_TIME_MAINT APP-Paydesk-Viewer',
    },
  ),
  fn(
    ['LEG', 'Legal and Records', 'COR', 5, 'Vienna'],
    'Counsel, Paralegal, Records Officer',
    [0, 'GENERAL'],
    {
      birthright: 'APP-Contracts-Reader',
      wishes: 'APP-Contracts-Editor APP-Reporting-Viewer',
    },
  ),
  fn(['FAC', 'Facilities', 'COR', 6, 'London'], 'Facilities Coordinator, Site Technician', [8, 'GENERAL'], {
    birthright: 'MM_DISPLAY',
    wishes: 'MM_PO_CREATE APP-Orion-Contributor APP-Contracts-Reader',
  }),
  fn(['IAM', 'IAM Operations', 'TEC', 6, 'Zagreb'], 'IAM Analyst, Access Administrator', [30, 'IT'], {
    birthright: 'APP-Rolewright-User APP-Brightqueue-Agent BC_USER_DISPLAY',
    wishes: 'APP-Grantkeep-Viewer APP-Gatehold-User APP-Reporting-Viewer',
  }),
  fn(['SEC', 'Security Operations', 'TEC', 5, 'London'], 'Security Analyst, Incident Responder', [0, 'IT'], {
    birthright: 'APP-Brightqueue-Agent APP-Grantkeep-Viewer',
    wishes: 'APP-Gatehold-Auditor APP-Altocirro-ReadOnly-PRD APP-Rolewright-Certifier',
  }),
  fn(
    ['PLT', 'Platform Engineering', 'TEC', 10, 'Prague'],
    'Platform Engineer, Site Reliability Engineer, Network Engineer',
    [0, 'IT'],
    {
      birthright: 'APP-Altocirro-ReadOnly-PRD',
      wishes:
        'APP-Deployline-Releaser APP-Altocirro-Developer-TST APP-Gatehold-User APP-Altocirro-Developer-PRD',
    },
  ),
  fn(
    ['DEV', 'Application Development', 'TEC', 12, 'Prague'],
    'Software Engineer, Test Engineer, Data Engineer',
    [5, 'IT'],
    {
      birthright: 'APP-Deployline-Developer APP-Altocirro-Developer-TST',
      wishes: 'APP-Altocirro-ReadOnly-PRD APP-Reporting-Author-TST APP-Orion-Contributor-TST',
    },
  ),
  fn(['DSK', 'Service Desk', 'TEC', 7, 'Zagreb'], 'Service Desk Agent, Support Technician', [0, 'IT'], {
    birthright: 'APP-Brightqueue-Agent',
    wishes: 'GG-IT-Helpdesk-Operators APP-Reporting-Viewer APP-Rolewright-User',
  }),
  fn(
    ['SAL', 'Sales', 'COM', 20, 'London'],
    'Account Executive, Sales Representative, Key Account Specialist',
    [6, 'GENERAL'],
    {
      birthright: 'SD_ORDER_DISPLAY',
      wishes: 'APP-Reporting-Viewer APP-Contracts-Reader APP-Webshop-Catalogue SD_CUST_MAINT',
    },
  ),
  fn(
    ['CUS', 'Customer Service', 'COM', 14, 'Chicago'],
    'Customer Care Agent, Claims Specialist, Returns Clerk',
    [12, 'GENERAL'],
    {
      birthright: 'SD_ORDER_DISPLAY',
      wishes: 'FI_AR_CREDIT SD_CUST_MAINT APP-Reporting-Viewer APP-Orion-Contributor',
    },
  ),
  fn(
    ['MKT', 'Marketing', 'COM', 6, 'London'],
    'Campaign Planner, Content Editor, Brand Designer',
    [0, 'GENERAL'],
    {
      birthright: 'APP-Designroom-Editor',
      wishes: 'APP-Webshop-Catalogue APP-Reporting-Viewer APP-Orion-Contributor',
    },
  ),
  fn(
    ['FLD', 'Field Service', 'COM', 12, 'Chicago'],
    'Service Technician, Route Planner, Parts Clerk',
    [10, 'LOGISTIC'],
    {
      birthright: 'LO_STOCK_DISPLAY',
      wishes: 'APP-Freightlane-Standard APP-Reporting-Viewer APP-Designroom-Editor',
    },
  ),
];

/** The functions that even a company of 60 people has. */
export const SMALL_FUNCTIONS: readonly string[] = 'FAP FGL PUR LOG HRO IAM SEC PLT SAL'.split(' ');
