import { either, readDay, type Script, oneLine } from '#range';
import type { Finding } from '../../apps-sim/brightqueue/skills.ts';
import * as directory from '../../apps-sim/harborlight/skills.ts';
import * as hr from '../../apps-sim/peoplemere/skills.ts';
import type { Starter } from '../draws/new-starter.ts';

/** Where HR contradicts what a ticket says of a new starter. */
export function findOtherStory(facts: hr.WorkerFacts | undefined, starter: Starter): Finding | undefined {
  if (!facts) return undefined;
  const { subject, startDay } = starter;
  const day = readDay(facts.hireDate);
  const left = 'Nothing was created; HR Operations please confirm.';
  if (facts.linkedWorkerId) {
    const findings = oneLine`The ticket calls ${subject} new to the company, HR links the record to
      ${facts.linkedWorkerId}: somebody comes back, and one person has one identity. ${left}`;
    return { ...OF_HR, findings };
  }
  const findings = oneLine`The ticket says that ${subject} starts on ${startDay}, HR says ${day ?? 'nothing'}.
    ${left}`;
  return day === startDay ? undefined : { ...OF_HR, findings };
}

/** Where the desk says who settles it. */
const OF_HR = { reason: 'CONFLICTING_DATA', rule: ['KB-13', 'When HR tells another story'] } as const;

/** The staged profile of a new starter from HR. Who left HR out has the ticket's words only. */
export function* profileOf(starter: Starter, facts: hr.WorkerFacts | undefined): Script<directory.NewUser> {
  const { subject, mailGuess } = starter;
  const own = { employeeNumber: subject, status: 'Staged' } as const;
  if (!facts) {
    return {
      ...own,
      ...namesAsSpelled(starter),
      upn: mailGuess,
      department: '',
      title: '',
      office: '',
      manager: '',
    };
  }
  const isByName = yield* either(true, false);
  return {
    ...own,
    firstName: facts.givenName,
    lastName: facts.familyName,
    displayName: facts.name,
    upn: facts.workMail,
    department: facts.organisation,
    title: facts.position,
    office: facts.location,
    manager: isByName ? yield* userNameOf(facts.managerId) : facts.managerId,
  };
}

/** The names as the ticket spells them, with a keyboard that has no accents. */
export function namesAsSpelled({
  spelled,
}: Starter): Pick<directory.NewUser, 'firstName' | 'lastName' | 'displayName'> {
  const [firstName = '', ...rest] = spelled.split(' ');
  return { firstName, lastName: rest.join(' '), displayName: spelled };
}

function* userNameOf(managerId: string): Script<string> {
  const thought = `The form wants the manager's user name; HR names ${managerId}, so I read that record.`;
  const { workMail } = yield* hr.readWorker(managerId, thought);
  yield* directory.findUser(workMail, 'I look whether the manager is in the directory under that user name.');
  return workMail;
}
