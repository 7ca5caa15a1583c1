import {
  addTicket,
  either,
  entitlementOf,
  must,
  nothing,
  oneLine,
  riskAnalysts,
  saying,
  scenario,
  sodConflicts,
  spanOf,
  unless,
} from '#range';
import * as desk from '../../apps-sim/brightqueue/skills.ts';
import * as erp from '../../apps-sim/corvane/skills.ts';
import { layDutyConflict, type Word, wordOf } from '../draws/duty-conflict.ts';
import { EDGES } from '../edge-groups.ts';
import { findComposite, findNoDecision } from '../procedures/role-decision.ts';
import { goals } from './remove-erp-role.goals.ts';

/**
 * Two duties in one hand, and somebody has to say which one goes: the owner of that role, and nobody else.
 * The trap is to repair the violation at once, for the screen shows it plainly and either removal would end
 * it.
 */
export default scenario({
  workflow: 'SD-02',
  summary: oneLine`End a segregation-of-duties violation in the ERP by removing the role that its owner
    decided to drop.`,
  consoles: [desk, erp],
  edges: EDGES.ofTickets,
  maxSteps: 110,

  about({ world, draft, rng }) {
    const isComposite = rng.chance(1, 5);
    const word = isComposite ? 'owner' : rng.pick<Word>(['owner', 'owner', 'manager', 'wish']);
    const conflict = layDutyConflict(world, draft, { isComposite, rng });
    const { subject, erpUser, held: keep, drop } = conflict;
    const [rule] = sodConflicts(draft, subject);
    const { displayName } = must(world.persons[subject], subject);
    const ticket = addTicket(draft, {
      kind: 'task',
      caller: must(riskAnalysts(world)[0], 'a risk analyst'),
      priority: 2,
      shortDescription: `Resolve ${rule?.id} of ${erpUser}: ${drop} and ${keep}`,
      description: oneLine`${rule?.id ?? ''}, ${rule?.name ?? ''}: the Corvane user ${erpUser}
        (${displayName}, ${subject}) holds ${keep} and ${drop}. Remove what the owner decided, see the work
        notes. Procedure KB-05.`,
    });
    const [author, text] = wordOf(world, conflict, { word, rng });
    ticket.comments.push({
      author,
      atMs: ticket.openedMs + spanOf(`${ticket.number}/${draft.seed}`, [9, 30]),
      kind: 'work note',
      text,
    });
    return { ticket: ticket.number, subject, account: `corvane/${erpUser}`, erpUser, drop, keep };
  },

  goals,

  evidence: ({ world, ticket }) => [desk.notesRead(world, ticket)],
  wanted({ state, world, ticket, account, erpUser, drop }) {
    const { comments } = must(world.tickets[ticket], ticket);
    const { owner } = entitlementOf(world, erp.app, drop);
    const decided = comments.filter(({ text }) => text.startsWith('Decision:'));
    const isMine = decided.some(({ author, text }) => author === owner && text.includes(`${drop} goes`));
    const reason = decided.length === 0 ? 'APPROVAL_MISSING' : 'APPROVAL_INVALID';
    const whose = decided.length === 0 ? [] : [erp.ownerRead(state, drop)];
    const undecided = isMine
      ? undefined
      : {
          ...desk.handedOn(ticket, reason, 'Entitlement Owners'),
          evidence: [desk.notesRead(world, ticket), ...whose],
        };
    const grant = world.accounts[account]?.grants.find(({ code }) => code === drop);
    const evidence = [desk.notesRead(world, ticket), erp.rolesRead(erpUser)];
    const beyond = desk.grounded(desk.handedOn(ticket, 'OUT_OF_AUTHORITY'), ...INSIDE);
    const composite = grant ? undefined : { ...beyond, evidence };
    return unless([undecided, composite], () => ({
      ...desk.completed(ticket, erp.roleRemoved(erpUser, drop, grant?.from ?? '')),
      evidence: [desk.notesRead(world, ticket), ...whose],
    }));
  },

  second: 'The role is taken away from its own page, by the list of its users.',
  mistakes: ['both-roles', 'undecided-removal', 'wrong-role'],
  *expert({ ticket, subject, erpUser, drop, keep, slip }) {
    yield* saying(`I read which two duties ${ticket} is about.`, desk.readTicket(ticket));
    const undecided = yield* findNoDecision(ticket, drop);
    if (undecided && (yield* slip('undecided-removal', true, false)))
      return yield* desk.escalate(ticket, undecided);
    const composite = yield* findComposite({ subject, erpUser, role: drop });
    if (composite) return yield* desk.escalate(ticket, composite);
    const by = yield* either('user', 'role');
    const remove = (role: string) => erp.removeRole(erpUser, { role, ticket, by });
    yield* slip('wrong-role', remove(drop), remove(keep));
    yield* slip('both-roles', nothing(), remove(keep));
    return yield* desk.complete(ticket, {
      done: [erp.did('removed', `role ${drop}`, `from ${erpUser}`)],
      basis: ['the decision of its owner'],
      readBack: 'the role list',
      left: [`${keep} stays.`],
      told: `The conflict is gone: ${drop} is taken away, ${keep} stays.`,
    });
  },
});

/** By what it goes that a role is held inside another one. */
const INSIDE = ['composite', 'part of', 'via', 'inside', 'within', 'inherit', 'through', 'comes with'];
