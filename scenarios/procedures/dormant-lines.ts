import { check, daysBetween, readFacts, readRows, type Script, todayOn } from '#range';
import * as desk from '../../apps-sim/brightqueue/skills.ts';
import * as directory from '../../apps-sim/harborlight/skills.ts';
import * as hr from '../../apps-sim/peoplemere/skills.ts';
import { DORMANT_DAYS, type Stays } from '../draws/dormant.ts';

/** A line of a list of accounts, and what the directory shows of it. */
export interface Reading {
  number: string;
  upn: string;
  /** The worker whose everyday account it is, or empty. */
  workerId: string;
  /** Administrator roles of an account that is not for emergencies; empty without. */
  roles: string;
  stays: Stays | undefined;
}

const LINE = /^(\d+)\. .*: user (\S+)$/;
const NOBODY = /^(?:None|–|)$/;

/** Reads the list of a ticket, and each of its accounts in the directory. */
export function* readDormant(ticket: string): Script<Reading[]> {
  yield* desk.openTicket(ticket, `Which accounts does ${ticket} list?`);
  yield* desk.openRelated('variables', 'The accounts stand under Variables, one a line.');
  const lines = (yield* readRows('Variables')).map(({ Question = '' }) => LINE.exec(Question) ?? []);
  const readings: Reading[] = [];
  for (const [, number = '', upn = ''] of lines) readings.push(yield* readAccount(number, upn));
  return readings;
}

function* readAccount(number: string, upn: string): Script<Reading> {
  const screen = yield* directory.openUser(
    upn,
    `Line ${number}: what does ${upn} show today? The list is older.`,
  );
  const facts = yield* readFacts({ worker: 'Employee number', type: 'User type', roles: 'Admin roles' });
  const workerId = NOBODY.test(facts.worker) ? '' : facts.worker;
  const isEmergency = workerId === '' && (yield* directory.isForEmergencies());
  const roles = isEmergency || NOBODY.test(facts.roles) ? '' : facts.roles;
  const stays = isEmergency ? 'for emergencies' : facts.type === 'Service' ? 'service account' : undefined;
  const last = yield* directory.readLastSignIn();
  const isFresh = last !== undefined && daysBetween(last, todayOn(screen)) < DORMANT_DAYS;
  return { number, upn, workerId, roles, stays: stays ?? (isFresh ? 'signed in since' : undefined) };
}

/** Whether HR has the person of an account on leave. */
export function isAway({ workerId }: Reading): Script<boolean | undefined> {
  return check('confirm in HR', function* (): Script<boolean> {
    const { status } = yield* hr.readWorker(
      workerId,
      `No sign-in for ${DORMANT_DAYS} days: is ${workerId} at work? HR tells.`,
    );
    return status !== 'Active';
  });
}
