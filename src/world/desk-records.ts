import type { WorkerId } from './world.ts';

/** A record of the service desk, as the world has it. */
export interface Ticket {
  number: string;
  kind: 'task' | 'incident';
  category: 'Access' | 'Account' | 'Authentication' | 'Lifecycle' | 'Question' | 'Other';
  shortDescription: string;
  description: string;
  state:
    | 'New'
    | 'In Progress'
    | 'On Hold'
    | 'Resolved'
    | 'Closed'
    | 'Closed Complete'
    | 'Closed Incomplete'
    | 'Closed Skipped';
  priority: 1 | 2 | 3 | 4;
  group: string;
  assignee: WorkerId | null;
  openedBy: WorkerId;
  /** Whom the ticket is about, as far as the desk knows. */
  caller: WorkerId;
  channel: 'Portal' | 'Phone' | 'Mail' | 'Chat';
  openedMs: number;
  /** Catalogue item of a task: its request number (`RITM…`), variables, and the access request behind it. */
  item: TicketItem | null;
  comments: TicketComment[];
}

export interface TicketItem {
  number: string;
  name: string;
  variables: { label: string; value: string }[];
  requestId: string | null;
}

export interface TicketComment {
  author: WorkerId;
  atMs: number;
  kind: 'work note' | 'comment';
  text: string;
  /** What it means where it turns the work: the caller never asked, or wants something else. No screen shows it. */
  turns?: 'denied' | 'changed';
}

export interface Change {
  number: string;
  type: 'Standard' | 'Normal' | 'Emergency';
  state: 'Assess' | 'Authorize' | 'Scheduled' | 'Implement' | 'Review' | 'Closed';
  summary: string;
  fromMs: number;
  toMs: number;
}
