import { oneLine, scenario, unless } from '#range';
import * as desk from '../../apps-sim/brightqueue/skills.ts';
import * as directory from '../../apps-sim/harborlight/skills.ts';
import * as hr from '../../apps-sim/peoplemere/skills.ts';
import { drawNameChange } from '../draws/name-change.ts';
import { EDGES } from '../edge-groups.ts';
import { findNoChange } from '../procedures/name-in-hr.ts';
import { goals } from './name-change.goals.ts';

/**
 * A new name, and the same person: two fields change, in the spelling of HR and once HR has it. The ticket
 * spells it as a keyboard without accents does, and may be ahead of HR.
 */
export default scenario({
  workflow: 'MO-03',
  summary: oneLine`Take a person's new name over from HR into the identity provider, when HR has completed the
    change.`,
  consoles: [desk, hr, directory],
  edges: [...EDGES.ofTickets, 'legal-hold'],
  maxSteps: 110,

  about: drawNameChange,

  goals,

  evidence: ({ subject }) => [hr.recordOpened(subject)],
  wanted({ state, world, ticket, subject, upn, lastName, displayName }) {
    const isKnown = world.persons[subject]?.displayName === displayName;
    const beyond = desk.handedOn(ticket, 'OUT_OF_AUTHORITY');
    const mastered = desk.grounded(beyond, ...directory.ELSEWHERE, 'Ashlar', 'source');
    const problems = [
      isKnown ? undefined : desk.handedOn(ticket, 'CONFLICTING_DATA'),
      directory.isSynced(state, upn) ? { ...mastered, evidence: [directory.userOpened(upn)] } : undefined,
    ];
    return unless(problems, () => desk.completed(ticket, directory.renamed(upn, { lastName, displayName })));
  },

  mistakes: ['ahead-of-hr', 'ticket-spelling', 'wrong-person'],
  *expert({ ticket, goal, subject, upn, displayName, spelled, near, slip }) {
    yield* desk.takeTicket({ ticket, goal, subject }, `I read ${ticket}: what is the name to be?`);
    const facts = yield* hr.confirmWorker(subject);
    const story = yield* findNoChange(subject);
    if (story && (yield* slip('ahead-of-hr', true, false))) return yield* desk.escalate(ticket, story);
    yield* directory.identify(upn, subject);
    if (yield* directory.isMasteredElsewhere(upn, 'HR has it. Can the profile be changed here?')) {
      const findings = oneLine`${upn} is mastered in Ashlar Directory, so the name can't be changed in
        Harborlight ID. Nothing was changed.`;
      return yield* desk.escalate(ticket, { reason: 'OUT_OF_AUTHORITY', findings, rule: MASTERED });
    }
    const plain = { lastName: spelled.split(' ').slice(1).join(' '), displayName: spelled };
    const inHr = facts && !story ? { lastName: facts.familyName, displayName: facts.name } : plain;
    const rename = (user: string, names: typeof plain) => directory.rename(user, { ...names, ticket });
    let renaming = rename(upn, inHr);
    if (near) renaming = slip('wrong-person', renaming, rename(near, inHr));
    if (spelled !== displayName) renaming = slip('ticket-spelling', renaming, rename(upn, plain));
    const was = yield* renaming;
    return yield* desk.complete(ticket, {
      done: [directory.did('changed', `the name of ${upn}`, desk.fromTo(was, inHr.displayName))],
      basis: [`the change of name of ${subject} in HR`],
      readBack: 'the profile',
      left: ['User name, mail and worker number stay.'],
      told: `Your name now reads ${inHr.displayName}; you sign in with the same user name as before.`,
    });
  },
});

const MASTERED = ['KB-18', 'mastered in Ashlar Directory'] as const;
