import { entitlementLine, type EntitlementLine } from '#range';

/** One group as a line of the catalogue; what opens an application says in its code which. */
export function group(head: string, text: string, extra?: Partial<EntitlementLine>): EntitlementLine {
  const application = /^APP-([^-]+)-/.exec(head)?.[1];
  return entitlementLine(head, text, application === undefined ? extra : { ...extra, application });
}

/** Groups that open an application or a right. */
export const GROUPS: readonly EntitlementLine[] = [
  group('APP-Brightqueue-User IAM Low', 'Raise and follow tickets', { requestable: false }),
  group('APP-Postbay-User PLT Low', 'Mail and chat', { requestable: false }),
  group('APP-Brightqueue-Agent IAM Medium', 'Work on tickets of the own group'),
  group('APP-Reporting-Viewer FGL Low', 'Read published reports'),
  group('APP-Reporting-Viewer-TST FGL Low', 'Read reports in the test system'),
  group('APP-Reporting-Author FGL Medium', 'Write and publish reports'),
  group('APP-Reporting-Author-TST FGL Low', 'Write reports in the test system'),
  group('APP-Orion-Contributor PUR Medium', 'Contribute to projects in Orion'),
  group('APP-Orion-Contributor-TST PUR Low', 'Contribute to projects in the test system of Orion'),
  group('APP-Ledgerview-Reader-PRD FGL High', 'Read ledgers, production'),
  group('APP-Ledgerview-Reader-TST FGL Low', 'Read ledgers, test'),
  group('APP-Ledgerview-Poster-PRD FGL High', 'Post from spreadsheets, production'),
  group('APP-Ledgerview-Poster-TST FGL Low', 'Post from spreadsheets, test'),
  group('APP-Peoplemere-Viewer HRO High', 'Look up worker records'),
  group('APP-Peoplemere-Partner HRO High', 'Work on worker records'),
  group('APP-Rolewright-User IAM Medium', 'Fulfil access requests'),
  group('APP-Rolewright-Certifier IAM High', 'Approve and certify access'),
  group('APP-Gatehold-User SEC High', 'Open privileged sessions from own safes'),
  group('APP-Gatehold-Auditor SEC High', 'Read recordings of privileged sessions'),
  group('APP-Freightlane-Standard LOG Low', 'Book shipments with partners'),
  group('APP-Freightlane-Planner LOG Medium', 'Plan routes and carriers'),
  group('APP-Grantkeep-Viewer SEC Medium', 'Read the register of machine identities'),
  group('APP-Altocirro-ReadOnly-PRD PLT High', 'Read cloud accounts, production'),
  group('APP-Altocirro-Developer-TST PLT Medium', 'Work in cloud accounts, test'),
  group('APP-Altocirro-Developer-PRD PLT Privileged', 'Work in cloud accounts, production'),
  group('APP-Deployline-Developer PLT Medium', 'Commit and build'),
  group('APP-Deployline-Releaser PLT High', 'Deploy to production'),
  group('APP-Contracts-Reader SAL Medium', 'Read contracts'),
  group('APP-Contracts-Editor SAL High', 'File and change contracts'),
  group('APP-Designroom-Editor SAL Low', 'Edit drawings and layouts'),
  group('APP-Webshop-Catalogue SAL Medium', 'Maintain the web catalogue'),
  group('APP-Paydesk-Viewer HRO High', 'Read payroll results'),
  group('GG-IT-Helpdesk-Operators SEC High', 'Reset passwords of standard users'),
  group('GG-IT-Directory-Operators SEC Privileged', 'Change directory objects'),
  group('GG-IT-Tier0-Admins SEC Privileged', 'Administer identity systems'),
];

/** Sites with a directory of their own on the premises, from which their people and their group are copied. */
const SYNCED_SITES: readonly string[] = ['Zagreb', 'Prague'];

/** Whether the people of a site are mastered on the premises. */
export function isSyncedAt(site: string): boolean {
  return SYNCED_SITES.includes(site);
}

/** Groups that a rule or the on-premises directory fills. */
export const CALCULATED_GROUPS: readonly EntitlementLine[] = [
  dynamic('GG-ALL-Employees', 'employee', 'All employees'),
  dynamic('GG-ALL-External', 'contingent', 'All contingent workers'),
  ...SYNCED_SITES.map(synced),
];

function dynamic(code: string, kind: 'employee' | 'contingent', text: string): EntitlementLine {
  const rule = `user.workerType eq "${kind}" and user.status ne "terminated"`;
  const how = { kind: 'dynamic-group' as const, rule, selects: { kind }, requestable: false };
  return group(`${code} IAM Low`, text, how);
}

function synced(city: string): EntitlementLine {
  const how = { kind: 'synced-group' as const, selects: { location: city }, requestable: false };
  return group(`GG-SITE-${city} IAM Low`, `People working in ${city}`, how);
}

/** The group that shares the files of a function, owned by the function itself. */
export function filesGroup({ code, name }: { code: string; name: string }): EntitlementLine {
  return group(`${filesCode(code)} ${code} Medium`, `Read and write files of ${name}`);
}

/** Code of the group that shares the files of a function. */
export function filesCode(duty: string): string {
  return `GG-${duty}-Files-RW`;
}

interface Access {
  birthright: string;
  wishes: string;
}

/** What everybody gets. */
export const EVERYBODY: readonly string[] = ['APP-Brightqueue-User', 'APP-Postbay-User'];

/** By function: what comes with the job, and what its people ask for now and then. */
export const ACCESS: Readonly<Record<string, Access>> = {
  FAP: { birthright: '', wishes: 'APP-Reporting-Viewer APP-Ledgerview-Reader-PRD APP-Orion-Contributor' },
  FGL: { birthright: '', wishes: 'APP-Ledgerview-Reader-PRD APP-Ledgerview-Poster-PRD APP-Reporting-Author' },
  FTR: { birthright: '', wishes: 'APP-Reporting-Viewer APP-Ledgerview-Reader-PRD' },
  FCO: { birthright: '', wishes: 'APP-Reporting-Author APP-Ledgerview-Reader-PRD APP-Orion-Contributor' },
  PUR: { birthright: '', wishes: 'APP-Contracts-Reader APP-Freightlane-Standard APP-Reporting-Viewer' },
  LOG: { birthright: '', wishes: 'APP-Freightlane-Standard APP-Freightlane-Planner APP-Reporting-Viewer' },
  WHS: { birthright: '', wishes: 'APP-Freightlane-Standard APP-Reporting-Viewer' },
  MFG: { birthright: '', wishes: 'APP-Designroom-Editor APP-Reporting-Viewer APP-Orion-Contributor' },
  HRO: { birthright: 'APP-Peoplemere-Partner', wishes: 'APP-Reporting-Viewer APP-Contracts-Reader' },
  PAY: { birthright: '', wishes: 'APP-Paydesk-Viewer' },
  LEG: { birthright: 'APP-Contracts-Reader', wishes: 'APP-Contracts-Editor APP-Reporting-Viewer' },
  FAC: { birthright: '', wishes: 'APP-Orion-Contributor APP-Contracts-Reader' },
  IAM: {
    birthright: 'APP-Rolewright-User APP-Brightqueue-Agent',
    wishes: 'APP-Grantkeep-Viewer APP-Gatehold-User APP-Reporting-Viewer',
  },
  SEC: {
    birthright: 'APP-Brightqueue-Agent APP-Grantkeep-Viewer',
    wishes: 'APP-Gatehold-Auditor APP-Altocirro-ReadOnly-PRD APP-Rolewright-Certifier',
  },
  PLT: {
    birthright: 'APP-Altocirro-ReadOnly-PRD',
    wishes:
      'APP-Deployline-Releaser APP-Altocirro-Developer-TST APP-Gatehold-User APP-Altocirro-Developer-PRD',
  },
  DEV: {
    birthright: 'APP-Deployline-Developer APP-Altocirro-Developer-TST',
    wishes: 'APP-Altocirro-ReadOnly-PRD APP-Reporting-Author-TST APP-Orion-Contributor-TST',
  },
  DSK: {
    birthright: 'APP-Brightqueue-Agent',
    wishes: 'GG-IT-Helpdesk-Operators APP-Reporting-Viewer APP-Rolewright-User',
  },
  SAL: { birthright: '', wishes: 'APP-Reporting-Viewer APP-Contracts-Reader APP-Webshop-Catalogue' },
  CUS: { birthright: '', wishes: 'APP-Reporting-Viewer APP-Orion-Contributor' },
  MKT: {
    birthright: 'APP-Designroom-Editor',
    wishes: 'APP-Webshop-Catalogue APP-Reporting-Viewer APP-Orion-Contributor',
  },
  FLD: { birthright: '', wishes: 'APP-Freightlane-Standard APP-Reporting-Viewer APP-Designroom-Editor' },
};
