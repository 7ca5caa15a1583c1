/** What a department does: the template that departments and job titles are made from. */
export interface BusinessFunction {
  code: string;
  name: string;
  division: string;
  /** Relative number of people. */
  weight: number;
  /** The city of most of its people. */
  location: string;
  titles: string[];
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

function fn([code, name, division, weight, location]: Place, titles: string): BusinessFunction {
  return { code, name, division, weight, location, titles: titles.split(', ') };
}

/** All functions of the company; a small company has the `SMALL_FUNCTIONS` only. */
export const FUNCTIONS: readonly BusinessFunction[] = [
  fn(
    ['FAP', 'Accounts Payable', 'FIN', 14, 'Zagreb'],
    'AP Clerk, AP Specialist, Invoice Analyst, Travel Expense Clerk',
  ),
  fn(
    ['FGL', 'General Accounting', 'FIN', 10, 'Zagreb'],
    'Accountant, Senior Accountant, Closing Specialist, Tax Analyst',
  ),
  fn(['FTR', 'Treasury', 'FIN', 5, 'Vienna'], 'Treasury Analyst, Cash Manager, Payments Specialist'),
  fn(['FCO', 'Controlling', 'FIN', 7, 'Zagreb'], 'Controller, Cost Analyst, Planning Analyst'),
  fn(
    ['PUR', 'Procurement', 'SCM', 11, 'Prague'],
    'Buyer, Senior Buyer, Category Specialist, Supplier Analyst',
  ),
  fn(
    ['LOG', 'Logistics', 'SCM', 18, 'Zagreb'],
    'Dispatcher, Transport Planner, Customs Clerk, Logistics Coordinator',
  ),
  fn(
    ['WHS', 'Warehouse', 'SCM', 20, 'Zagreb'],
    'Warehouse Operator, Stock Clerk, Shift Coordinator, Goods-in Clerk',
  ),
  fn(
    ['MFG', 'Manufacturing', 'SCM', 24, 'Prague'],
    'Production Planner, Line Technician, Quality Inspector, Process Engineer',
  ),
  fn(['HRO', 'HR Operations', 'COR', 8, 'Zagreb'], 'HR Specialist, HR Partner, Recruiter, Time Clerk'),
  fn(['PAY', 'Payroll', 'COR', 5, 'Zagreb'], 'Payroll Clerk, Payroll Specialist, Benefits Clerk'),
  fn(['LEG', 'Legal and Records', 'COR', 5, 'Vienna'], 'Counsel, Paralegal, Records Officer'),
  fn(['FAC', 'Facilities', 'COR', 6, 'London'], 'Facilities Coordinator, Site Technician'),
  fn(['IAM', 'IAM Operations', 'TEC', 6, 'Zagreb'], 'IAM Analyst, Access Administrator'),
  fn(['SEC', 'Security Operations', 'TEC', 5, 'London'], 'Security Analyst, Incident Responder'),
  fn(
    ['PLT', 'Platform Engineering', 'TEC', 10, 'Prague'],
    'Platform Engineer, Site Reliability Engineer, Network Engineer',
  ),
  fn(
    ['DEV', 'Application Development', 'TEC', 12, 'Prague'],
    'Software Engineer, Test Engineer, Data Engineer',
  ),
  fn(['DSK', 'Service Desk', 'TEC', 7, 'Zagreb'], 'Service Desk Agent, Support Technician'),
  fn(
    ['SAL', 'Sales', 'COM', 20, 'London'],
    'Account Executive, Sales Representative, Key Account Specialist',
  ),
  fn(
    ['CUS', 'Customer Service', 'COM', 14, 'Chicago'],
    'Customer Care Agent, Claims Specialist, Returns Clerk',
  ),
  fn(['MKT', 'Marketing', 'COM', 6, 'London'], 'Campaign Planner, Content Editor, Brand Designer'),
  fn(['FLD', 'Field Service', 'COM', 12, 'Chicago'], 'Service Technician, Route Planner, Parts Clerk'),
];

/** The functions that even the smallest company has. */
export const SMALL_FUNCTIONS: readonly string[] = 'FAP FGL PUR LOG HRO IAM SEC PLT SAL'.split(' ');

const CODES: ReadonlySet<string> = new Set(FUNCTIONS.map(({ code }) => code));

/** The function behind a department code: large functions have numbered departments. */
export function dutyOf(department: string): string | null {
  const stem = department.replace(/\d+$/, '');
  return CODES.has(stem) ? stem : null;
}
