import type { Day, WorkerId } from './world.ts';

export type HrEventKind =
  | 'Hire'
  | 'Change job'
  | 'Leave'
  | 'Return'
  | 'Terminate'
  | 'Rescind'
  | 'Extend contract'
  | 'Change name';

export interface HrEvent {
  workerId: WorkerId;
  kind: HrEventKind;
  effective: Day;
  entered: Day;
  state: 'In progress' | 'Completed' | 'Corrected' | 'Rescinded';
  note: string;
}
