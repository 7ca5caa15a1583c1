import { check, dayOf, look, must, oneLine, scenario, type Script, todayOn } from '#range';
import * as desk from '../../apps-sim/brightqueue/skills.ts';
import * as directory from '../../apps-sim/harborlight/skills.ts';
import * as hr from '../../apps-sim/peoplemere/skills.ts';
import { drawFirstDay } from '../draws/first-day.ts';
import { EDGES } from '../edge-groups.ts';
import { findOtherStatus } from '../procedures/who-is-this.ts';
import { goals } from './first-day.goals.ts';

/**
 * One click, and everything lies before it: is today the first day, by the ticket and by HR? A friendly wish
 * to begin earlier is refused whoever has it, and a day that HR has moved is HR's to settle.
 */
export default scenario({
  workflow: 'JO-06',
  summary: oneLine`Activate the staged account of a new starter on the first day, if HR shows the person as
    active; refuse an earlier day.`,
  consoles: [desk, hr, directory],
  edges: [...EDGES.ofTickets, 'legal-hold'],
  maxSteps: 100,

  about: drawFirstDay,

  goals,

  evidence: ({ world, subject, stated }) => (stated > dayOf(world.nowMs) ? [] : [hr.recordOpened(subject)]),
  wanted({ world, ticket, subject, upn, stated }) {
    if (stated > dayOf(world.nowMs)) return desk.refused(ticket, 'POLICY_PROHIBITED', ...EARLY);
    const { status } = must(world.persons[subject], subject);
    if (status !== 'active') return desk.handedOn(ticket, 'CONFLICTING_DATA');
    return desk.completed(ticket, directory.activated(upn));
  },

  mistakes: ['activated-anyway', 'wrong-person'],
  *expert({ ticket, goal, subject, upn, near, slip }) {
    yield* desk.takeTicket({ ticket, goal, subject }, `I read ${ticket}: on which day does this begin?`);
    const early = yield* findEarlyDay();
    const isRefused = early !== undefined && (yield* slip('activated-anyway', true, false));
    if (early !== undefined && isRefused) {
      const notes = oneLine`The first day of ${subject} is ${early}; nobody signs in before it. ${upn} stays
        staged.`;
      const told = oneLine`We activate an account on the first day, ${early}, and not before. Please come back
        then.`;
      return yield* desk.refuse(ticket, 'POLICY_PROHIBITED', { rule: NOT_BEFORE, notes, told });
    }
    yield* desk.lookUp(ACTIVATED, 'What has to hold before an account is activated? The article has it.');
    const story = yield* findOtherStatus(subject, { status: 'Active', stated: 'starting today' });
    if (story && (yield* slip('activated-anyway', true, false)))
      return yield* desk.escalate(ticket, { ...story, rule: OTHER_STORY });
    yield* directory.identify(upn, subject);
    yield* slip('wrong-person', directory.activate(upn, ticket), directory.activate(near, ticket));
    yield* directory.readUser(upn, 'overview');
    return yield* desk.complete(ticket, {
      done: [directory.did('activated', `${upn} of ${subject}`)],
      basis: ['the first day, which is today in HR'],
      readBack: 'the user',
      told: `The account ${upn} is active as of now.`,
    });
  },
});

/** By what it goes that somebody is too early. */
const EARLY = ['first day', 'before', 'early', 'earlier', 'ahead', 'start', 'not yet', 'until', 'only on'];
const NOT_BEFORE = ['KB-13', 'Nobody signs in before that day'] as const;
const OTHER_STORY = ['KB-13', 'When HR tells another story'] as const;

/** The first day that the ticket in front names, where it is still to come. */
function findEarlyDay(): Script<string | undefined> {
  return check('first day', function* (): Script<string | undefined> {
    const said = yield* desk.readDescription();
    const day = /first day of .* is (\d{4}-\d{2}-\d{2})/.exec(said)?.[1];
    return day !== undefined && day > todayOn(yield* look()) ? day : undefined;
  });
}

const ACTIVATED = ['KB-13', 'On the first day the account is activated'] as const;
