import {
  check,
  expectScreen,
  findAll,
  type Observation,
  oneLine,
  readFact,
  readFor,
  type Script,
  textOf,
} from '#range';
import * as desk from '../../apps-sim/brightqueue/skills.ts';
import * as erp from '../../apps-sim/corvane/skills.ts';

/** Whether the owner of a role has decided, in writing on the record of a ticket, that it goes. */
export function findNoDecision(ticket: string, role: string): Script<desk.Finding | undefined> {
  return check('decision', function* (): Script<desk.Finding | undefined> {
    yield* desk.readArticle('KB-05', 'segregation of duties', WHOSE_WORD);
    yield* desk.openTicket(ticket, `By KB-05 the owner decides: is that on record? I go back to ${ticket}.`);
    const thought = `Who decided that ${role} goes? I read the work notes of ${ticket}.`;
    yield* desk.openRelated('activity', thought);
    const decision = yield* readFor(decisionOn, 'No decision so far; the work notes go on below.');
    if (decision === undefined) {
      const findings = oneLine`No decision of the owner of ${role} is on the record, only wishes. Nothing was
        changed.`;
      return { reason: 'APPROVAL_MISSING', findings, ...BY_THE_OWNER };
    }
    const why = `A decision counts if the owner of ${role} wrote it: I look who that is.`;
    yield* erp.openRole(role, why);
    const owner = (yield* readFact('Owner')) ?? '';
    if (owner !== '' && decision.includes(owner)) return undefined;
    const findings = oneLine`The decision about ${role} was not written by its owner, ${owner}. Nothing was
      changed.`;
    return { reason: 'APPROVAL_INVALID', findings, ...BY_THE_OWNER };
  });
}

const WHOSE_WORD =
  'Two duties in one hand: whose word is it which role goes? The article on taking access away tells.';
const BY_THE_OWNER = {
  queue: 'Entitlement Owners',
  whose: 'By KB-05 the owner of the role decides',
  lacks: 'decision',
  rule: ['KB-05', 'segregation of duties'],
  says: 'Which of the two goes is for the owner of that role to say, and for nobody else; I take neither.',
} as const;

/** The lines of the entry that decides, with who wrote it. */
function decisionOn(screen: Observation): string[] | undefined {
  const read = findAll(screen.tree, { role: 'listitem', name: '' }).filter(
    item => !item.moreBelow && !item.moreAbove,
  );
  const entries = read.map(item => textOf(item).split('\n'));
  return entries.find(lines => lines.some(line => line.startsWith('Decision:')));
}

/** Whether it is the right user, and the role can go by itself: a part of a composite role can't. */
export function findComposite(about: {
  subject: string;
  erpUser: string;
  role: string;
}): Script<desk.Finding | undefined> {
  const { subject, erpUser, role } = about;
  return check('how the role is held', function* (): Script<desk.Finding | undefined> {
    const thought = `Is ${erpUser} the user of ${subject}? The number tells.`;
    expectScreen(yield* erp.displayUser(erpUser, 'Logon', thought), subject.slice(1));
    const why = `The number fits. Does ${erpUser} hold ${role} by itself or inside another role?`;
    const kinds = (yield* erp.readRoles(erpUser, why)).flatMap(row =>
      row.Role === role ? (row.Kind ?? []) : [],
    );
    const [kind] = kinds;
    if (kind === undefined || !kinds.every(each => each.startsWith('via '))) return undefined;
    const findings = oneLine`${erpUser} holds ${role} ${kind}; a part of a composite role can't be removed
      alone. Options: replace the composite by single roles, or remove it whole. Nothing was
      changed.`;
    return { reason: 'OUT_OF_AUTHORITY', findings };
  });
}
