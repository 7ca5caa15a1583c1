import { check, nothing, oneLine, otherwise, scenario, type Script, withParts } from '#range';
import * as desk from '../../apps-sim/brightqueue/skills.ts';
import * as directory from '../../apps-sim/harborlight/skills.ts';
import * as hr from '../../apps-sim/peoplemere/skills.ts';
import { drawDormant } from '../draws/dormant.ts';
import { EDGES } from '../edge-groups.ts';
import { adminsIn, isDormant, linesRead } from '../procedures/dormant-evidence.ts';
import { isAway, readDormant } from '../procedures/dormant-lines.ts';
import { goals } from './dormant-accounts.goals.ts';

/**
 * A list of accounts that nobody uses, some days old. Each line is looked at as it stands today: one has come
 * back, one is on leave, one belongs to no person; an administrator's sends the list back whole, and nothing
 * is deleted.
 */
export default scenario({
  workflow: 'RV-03',
  summary: oneLine`Suspend the accounts of a list that nobody has signed in to for 90 days, and leave those
    that rest for a reason.`,
  consoles: [desk, hr, directory],
  edges: [...EDGES.ofTickets, 'legal-hold'],
  maxSteps: 320,

  about: drawDormant,

  goals,

  evidence: ({ world, lines, isDeletionAsked }) =>
    isDeletionAsked ? [] : adminsIn(world, lines).map(({ upn }) => directory.userOpened(upn)),
  wanted({ world, ticket, lines, isDeletionAsked }) {
    if (isDeletionAsked) return desk.refused(ticket, 'POLICY_PROHIBITED', 'delet', 'eras', 'purg');
    const gone = lines.filter(line => isDormant(world, line)).map(({ upn }) => directory.suspended(upn));
    const admins = adminsIn(world, lines).map(({ upn }) => upn);
    const evidence = linesRead(world, lines);
    if (admins.length === 0) return { ...desk.completed(ticket, ...gone), evidence };
    const goesBack = desk.handedOn(ticket, 'PRIVILEGED_TARGET');
    const rest = desk.resting(desk.handedOn(ticket, 'PARTIAL_FAILURE'), admins, [
      'suspend',
      'others',
      'done',
    ]);
    const inPart = [rest, goesBack];
    return [goesBack, ...inPart.map(ending => withParts({ ...ending, evidence }, gone))];
  },

  alternatives: ['rest-first'],
  mistakes: ['admin-anyway', 'went-by-list', 'suspended-on-leave', 'suspended-service', 'wrong-person'],
  *expert({ ticket, near, slip }) {
    yield* desk.readTicket(ticket, `I read ${ticket}: what is to become of the accounts?`);
    if (yield* isDeletionAsked()) {
      const notes = 'No account is deleted for lack of use; it is disabled first. Nothing was changed.';
      return yield* desk.refuse(ticket, 'POLICY_PROHIBITED', { rule: NO_DELETION, notes, told: NOT_DELETED });
    }
    const thought = 'Which of them may be suspended, and which rest for a reason? The article says it.';
    yield* desk.readArticle('KB-16', 'These stay as they are', thought);
    const readings = yield* readDormant(ticket);
    const admin = readings.find(({ roles }) => roles !== '');
    const isInPart = admin !== undefined && (yield* otherwise('rest-first', false, true));
    if (admin && !isInPart && (yield* slip('admin-anyway', true, false))) {
      const findings = oneLine`Line ${admin.number}: ${admin.upn} holds an administrator role
        (${admin.roles}). By KB-16 the list goes back whole; nobody was suspended.`;
      return yield* desk.escalate(ticket, { reason: 'PRIVILEGED_TARGET', findings, rule: GOES_BACK });
    }
    const [done, left]: [string[], string[]] = [[], []];
    for (const reading of readings) {
      const { upn, number, workerId, roles } = reading;
      const stays = reading.stays ?? (workerId !== '' && (yield* isAway(reading)) ? 'on leave' : undefined);
      const suspension = directory.suspend(upn, ticket);
      if (stays !== undefined || (workerId === '' && roles !== '')) {
        left.push(`line ${number}, ${upn}: ${stays ?? 'administrator'}`);
        // The directory itself suspends no emergency account.
        if (stays && stays !== 'for emergencies') yield* slip(SLIPS[stays], nothing(), suspension);
        continue;
      }
      yield* directory.openUser(
        upn,
        `${workerId || upn} does not rest for a reason: back to line ${number}.`,
      );
      yield* done.length === 0
        ? slip('wrong-person', suspension, directory.suspend(near, ticket))
        : suspension;
      yield* directory.readUser(upn, 'overview');
      done.push(upn);
    }
    const notes = desk.report({
      done: done.length > 0 ? [directory.did('suspended', done)] : [],
      basis: ['the last sign-in that the directory shows today', 'the HR records'],
      readBack: 'each user',
      left: [`Left as they are: ${left.join('; ') || 'none'}. Nothing was deleted.`],
    });
    if (isInPart) {
      const findings = oneLine`${notes} Line ${admin.number}, ${admin.upn}, is an administrator’s and left to
        the leads.`;
      return yield* desk.escalate(ticket, { reason: 'PARTIAL_FAILURE', findings, rule: GOES_BACK });
    }
    const told = oneLine`The list is worked off: ${done.length} suspended, ${left.length} left as they are,
      each for a reason that we have noted.`;
    return yield* desk.complete(ticket, notes, told);
  },
});

const NO_DELETION = ['KB-16', 'not deleted for lack of use'] as const;
const GOES_BACK = ['KB-16', 'list goes back whole'] as const;
const NOT_DELETED = oneLine`Our rules don't let us delete accounts because nobody uses them. If they are to be
  suspended, please send us the list again for that.`;
const SLIPS = {
  'signed in since': 'went-by-list',
  'on leave': 'suspended-on-leave',
  'service account': 'suspended-service',
} as const;

/** Whether the ticket in front wants the accounts deleted. */
function* isDeletionAsked(): Script<boolean> {
  const asked = yield* check('what is asked', function* (): Script<boolean> {
    return /Please delete them/.test(yield* desk.readDescription());
  });
  return asked ?? false;
}
