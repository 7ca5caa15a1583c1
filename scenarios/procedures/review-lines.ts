import {
  check,
  click,
  inside,
  link,
  look,
  readDay,
  readFact,
  readRows,
  type Script,
  type Sighting,
  slip,
  todayOn,
  type WantedChange,
  type World,
  oneLine,
} from '#range';
import * as desk from '../../apps-sim/brightqueue/skills.ts';
import * as erp from '../../apps-sim/corvane/skills.ts';
import * as directory from '../../apps-sim/harborlight/skills.ts';
import type { Campaign, Decision } from '../draws/campaign.ts';

/** A line of a list of review decisions, as the screen shows it. */
export interface Line {
  number: string;
  workerId: string;
  code: string;
  system: string;
  account: string;
  verdict: string;
  reviewer: string;
  day: string;
}

const WHAT =
  /^(\d+)\. .*\(([ECI]\d{6})\): (?:group|role) (\S+) in (Harborlight ID|Corvane Financials), user (\S+)$/;
const DECIDED = /^(Revoke|Keep), decided by .*\(([ECI]\d{6})\) on (\d{4}-\d{2}-\d{2})$/;

/** The decisions have to be read, each with whose access it is about. */
export function linesRead({ ticket, decisions }: Pick<Campaign, 'ticket' | 'decisions'>): Sighting[] {
  const texts = decisions.flatMap(({ workerId, code }) => [workerId, code]);
  return [desk.ticketOpened(ticket, texts)];
}

/**
 * Whether the access was asked for anew has to be looked up before it is taken away (KB-10): wherever the desk lists all
 * requests of the person for it.
 */
export function requestsRead(
  { requests }: World,
  { workerId, app, code }: Decision,
  before: WantedChange | undefined,
): Sighting[] {
  const own = Object.values(requests).filter(
    request => request.beneficiary === workerId && request.app === app && request.code === code,
  );
  return own.map(({ id }) => ({
    what: `${id}, which ${workerId} has ${code} on, was looked up`,
    app: desk.app,
    texts: [id],
    isListed: true,
    ...(before ? { before } : {}),
  }));
}

/** Reads the decisions that a ticket lists. */
export function* readLines(ticket: string): Script<Line[]> {
  yield* desk.readTicket(ticket, `I read ${ticket}: which list is to be carried out?`);
  yield* desk.openRelated('variables', 'The decisions stand under Variables, one a line.');
  return (yield* readRows('Variables')).flatMap(({ Question = '', Answer = '' }) => {
    const [, number = '', workerId = '', code = '', system = '', account = ''] = WHAT.exec(Question) ?? [];
    const [, verdict = '', reviewer = '', day = ''] = DECIDED.exec(Answer) ?? [];
    return number ? [{ number, workerId, code, system, account, verdict, reviewer, day }] : [];
  });
}

/** The request that was handed in after the decision and carries the access, if there is one. */
export function approvedAnew({ number, workerId, code, system, day }: Line): Script<string | undefined> {
  return check('approved anew', function* (): Script<string | undefined> {
    const thought = oneLine`Line ${number}: was ${code} approved again for ${workerId} after ${day}? I look at
      the requests.`;
    yield* desk.openDeskUser(workerId, thought);
    const asked = (yield* readRows('Access requests')).filter(
      row => row['Requested access'] === code && row.System === system,
    );
    for (const { 'Access request': id = '' } of asked) {
      yield* click(link(id));
      const submitted = readDay((yield* readFact('Submitted')) ?? '') ?? '';
      if (submitted > day && !(yield* desk.judgeApprovals(id))) return id;
      const back = inside(link('Go back'), { role: 'navigation', name: 'Workspace' });
      yield* click(back, oldOrOpen(id, submitted, day));
    }
    return undefined;
  });
}

function oldOrOpen(id: string, submitted: string, day: string): string {
  return submitted > day
    ? `${id} is newer than the decision, but its approval does not carry the access.`
    : `${id} was handed in on ${submitted}, before the decision: that is the access under review.`;
}

/**
 * Takes the access of one line away, in the console where it is held. `near` is another member of a group,
 * for a mistake.
 */
export function* revoke(
  { system, account, workerId, code }: Line,
  ticket: string,
  { from, near }: { from: 'group' | 'user'; near: { code: string; upn: string } },
): Script<void> {
  if (system === 'Corvane Financials') {
    yield* erp.identifyErpUser(account, workerId);
    yield* erp.endRoles(account, [code], { day: todayOn(yield* look()), ticket });
    yield* erp.displayUser(account, 'Roles', `I read back until when ${account} holds ${code}.`);
    return;
  }
  yield* directory.identify(account, workerId);
  const remove = (upn: string) => directory.removeMember(code, { upn, ticket, from });
  yield* near.code === code && near.upn
    ? slip('wrong-person', remove(account), remove(near.upn))
    : remove(account);
}
