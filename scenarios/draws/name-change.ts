import { addDays, addTicket, dayOf, must, oneLine, type Person, type Rng, type World } from '#range';
import { signInOf } from '../../apps-sim/harborlight/sign-in-facts.ts';
import { ordinaryHolders } from './holders.ts';

/** Who has another name since, as HR has it and as the ticket spells it; somebody else, for a mistake. */
export interface NameChange {
  ticket: string;
  subject: string;
  account: string;
  upn: string;
  lastName: string;
  displayName: string;
  /** As a keyboard without accents spells it. */
  spelled: string;
  near: string;
}

const APP = 'harborlight';
/** HR has done it; HR is at it still; the profile is another directory's. */
const CASES = ['done', 'done', 'done', 'pending', 'mastered'] as const;

/** Enters a change of name in HR, and lays the ticket of the person. */
export function drawNameChange({ world, draft, rng }: { world: World; draft: World; rng: Rng }): NameChange {
  const fate = rng.pick(CASES);
  const source = fate === 'mastered' ? 'Synced' : 'Cloud';
  const all = ordinaryHolders(world, APP).filter(({ person }) => isPlain(person));
  const own = all.filter(({ accounts }) => signInOf(accounts[APP]).source === source);
  // A small company may have all its people at sites of one kind.
  const [holder, ...others] = rng.shuffle(own.length > 0 ? own : all);
  const { person, subject, ids } = must(holder, 'somebody whose name can change');
  const near = others.find(other => other.person.department === person.department) ?? others[0];
  const donor = rng.pick(all.filter(other => other.person.familyName !== person.familyName)).person;
  const { familyName: lastName, asciiFamily } = donor;
  const displayName = `${person.givenName} ${lastName}`;
  enter(draft, person, { lastName, asciiFamily, displayName, isPending: fate === 'pending', rng });
  const spelled = `${person.asciiGiven} ${asciiFamily}`;
  const upn = ids[APP];
  const { number: ticket } = addTicket(draft, {
    kind: 'task',
    category: 'Account',
    caller: subject,
    shortDescription: `New name of ${subject}`,
    description: oneLine`I am called ${spelled} now, before that it was ${person.asciiGiven}
      ${person.asciiFamily} (${subject}). Please have my new name shown in Harborlight ID; my user name is ${upn}.`,
  });
  return {
    ticket,
    subject,
    account: `${APP}/${upn}`,
    upn,
    lastName,
    displayName,
    spelled,
    near: near?.ids[APP] ?? '',
  };
}

/** A given name and a family name, shown in that order. */
function isPlain({ givenName, familyName, displayName }: Person): boolean {
  return familyName !== '' && displayName === `${givenName} ${familyName}`;
}

interface Entry {
  lastName: string;
  asciiFamily: string;
  displayName: string;
  isPending: boolean;
  rng: Rng;
}

function enter(draft: World, person: Person, { isPending, rng, ...names }: Entry): void {
  const { workerId, givenName, familyName } = person;
  const today = dayOf(draft.nowMs);
  const effective = addDays(today, isPending ? rng.int(2, 12) : -rng.int(1, 6));
  draft.hrEvents.push({
    workerId,
    kind: 'Change name',
    effective,
    entered: addDays(today, -rng.int(7, 15)),
    state: isPending ? 'In progress' : 'Completed',
    note: `${familyName} to ${names.lastName}`,
  });
  if (isPending) return;
  const account = must(draft.accounts[`${APP}/${person.mail}`], person.mail);
  signInOf(account).formerly = { firstName: givenName, lastName: familyName };
  const { lastName, asciiFamily, displayName } = names;
  const known = { familyName: lastName, asciiFamily, displayName, legalName: displayName };
  Object.assign(must(draft.persons[workerId], workerId), known);
}
