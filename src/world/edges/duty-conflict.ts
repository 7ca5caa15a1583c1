import { must } from '../../core/assert.ts';
import { addDays, dayOf } from '../../core/calendar.ts';
import type { Rng } from '../../core/rng.ts';
import { MITIGATED_DAYS, rightfulApprovers } from '../approvals.ts';
import { earlier, later } from '../days.ts';
import { accountsOf } from '../find.ts';
import { spanOf } from '../moments.ts';
import { accountOf, entitlementOf, entitlementsOf } from '../questions.ts';
import { brokenRules, expandEntitlement, heldKeys } from '../sod.ts';
import type { AccessRequest, Account, Entitlement, World } from '../world.ts';
import { defineEdge, requestOf } from './define-edge.ts';

/** E-62: the person holds already what must not come together with the access that was asked for. */
export const dutyConflict = defineEdge({
  name: 'duty-conflict',
  id: 'E-62',
  summary:
    'The request shows a conflict of duties; at times Access Risk has decided on it, with a control and an end.',
  mayTurnTo: ['complete', 'escalate'],
  lay({ draft, focus, rng }) {
    const request = requestOf(draft, focus, 'duty-conflict');
    const { app, beneficiary } = request;
    const account = must(accountOf(draft, app, beneficiary) ?? undefined, `account of ${beneficiary}`);
    const { code } = otherSide(draft, { request, account }, rng.fork('other'));
    const today = dayOf(draft.nowMs);
    const { hireDay, contractEnd: to } = must(draft.persons[beneficiary], `person ${beneficiary}`);
    // An account may have been made ahead of the first day, what it holds was not given then.
    const from = later(addDays(today, -rng.int(60, 300)), later(account.createdDay, hireDay));
    account.grants.push({ code, source: 'direct', requestId: null, from, to });
    if (rng.chance(1, 2)) mitigate(draft, request, rng.fork('mitigation'));
    const ticket = draft.tickets[focus.ticket ?? ''];
    const end = ticket?.item?.variables.find(({ label }) => label === 'End');
    if (end) end.value = request.to ?? 'open';
  },
});

/** What breaks one rule with the access; where the company has no such rule, one is made. */
function otherSide(
  draft: World,
  { request, account }: { request: AccessRequest; account: Account },
  rng: Rng,
): Entitlement {
  const { app, code, beneficiary } = request;
  const held = [...heldKeys(draft, accountsOf(draft, beneficiary), draft.nowMs)];
  const asked = expandEntitlement(draft, `${app}/${code}`);
  const { kind } = entitlementOf(draft, app, code);
  const open = entitlementsOf(draft, app).filter(
    item =>
      item.kind === kind &&
      item.requestable &&
      item.successor === null &&
      item.risk !== 'Privileged' &&
      !held.includes(`${app}/${item.code}`) &&
      item.code !== code &&
      (account.companyCode === null || item.companyCodes.includes(account.companyCode)) &&
      brokenRules(draft, new Set([...held, `${app}/${item.code}`])).length === 0,
  );
  const broken = (item: Entitlement): number =>
    brokenRules(draft, new Set([...held, ...asked, `${app}/${item.code}`])).length;
  const known = open.filter(item => broken(item) === 1);
  if (known.length > 0) return rng.pick(known);
  const together = heldBeside(draft, request);
  const other = rng.pick(open.filter(item => broken(item) === 0 && !together.has(`${app}/${item.code}`)));
  const id = `SOD-${Object.keys(draft.sodRules).length + 11}`;
  const sides = { left: [`${app}/${code}`], right: [`${app}/${other.code}`] };
  draft.sodRules[id] = { id, name: 'Kept apart by their owners', severity: 'high', ...sides };
  return other;
}

/** What the accounts that hold an access hold beside it: a rule against both would be broken by others, too. */
function heldBeside(draft: World, { app, code }: AccessRequest): Set<string> {
  const accounts = Object.values(draft.accounts).filter(account => account.app === app);
  const held = accounts.map(account => heldKeys(draft, [account], draft.nowMs));
  return new Set(held.filter(keys => keys.has(`${app}/${code}`)).flatMap(keys => [...keys]));
}

/** Access Risk has let it pass for a time, under a control. */
function mitigate(draft: World, request: AccessRequest, rng: Rng): void {
  const people = [request.beneficiary, request.requester];
  const approver = rightfulApprovers(draft, request, 'Access Risk').find(id => !people.includes(id));
  const last = must(request.approvals.at(-1), `approvals of ${request.id}`);
  if (approver === undefined || last.decidedMs === null) return;
  const limit = addDays(request.from, rng.int(60, MITIGATED_DAYS - 10));
  request.to = request.to === null ? limit : earlier(request.to, limit);
  request.approvals.push({
    ...last,
    step: 'Access Risk',
    approver,
    onBehalfOf: null,
    delegationEnds: null,
    decidedMs: last.decidedMs + spanOf(`${draft.seed}/${request.id}/risk`, [1, 2]),
    comment: `Mitigated by MC-0${rng.int(2, 9)}, ${rng.pick(['reviewed weekly', 'reviewed monthly'])}.`,
  });
}
