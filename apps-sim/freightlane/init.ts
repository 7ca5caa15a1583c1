import { type Account, addDays, dayOf, earlier, instant, sha256, type World } from '#range';
import { memberFactsOf } from './population.ts';
import { ROLES, type Role } from './roles.ts';
import { INVITE_DAYS, KEPT_DAYS, type Member, seatsUsed, type State } from './state.ts';

const APP = 'freightlane';
const PRICE = 24;
const ROUTES = ['Zagreb – Vienna', 'Prague – Hamburg', 'Rijeka port', 'London returns', 'Chicago express'];

/** The last four characters of a secret, by which people know it again. */
export function endingOf(secret: string): string {
  return secret.slice(-4);
}

/** The secret of a token: made up, and always the same for the same id. */
export function secretOf(id: string): string {
  return `SYNTH-FRL-${sha256(`freightlane token ${id}`).slice(0, 20)}`;
}

/** The hub at the start: every fact of the world that it holds. */
export function init(world: World): State {
  const state: State = {
    audit: [],
    counters: { token: 0, template: 0, import: 0 },
    members: {},
    tokens: {},
    templates: {},
    imports: {},
    invoices: {},
    past: {},
    plan: { seats: { total: 0 } },
    addresses: addressesOf(world),
  };
  let spare = 0;
  for (const key of Object.keys(world.accounts).sort()) {
    const account = world.accounts[key];
    if (account?.app !== APP || account.status === 'deleted') continue;
    addMember(state, world, account);
    spare = memberFactsOf(account)?.spareSeats ?? spare;
  }
  state.plan.seats.total = seatsUsed(state) + spare;
  addInvoices(state, world.nowMs);
  return state;
}

/** Whose each address is; of two records of one human being the later one, in whatever order they were put in. */
function addressesOf({ persons }: World): State['addresses'] {
  const ids = Object.keys(persons).sort();
  return Object.fromEntries(ids.map(id => [persons[id]?.mail ?? '', id]));
}

/** The one role of an account: what the hub was told, else the highest that was granted. */
function roleOf({ grants, ...account }: Account): Role {
  const own = memberFactsOf({ grants, ...account })?.role;
  return own ?? ROLES.findLast(role => grants.some(({ code }) => code === role)) ?? 'Viewer';
}

function addMember(state: State, world: World, account: Account): void {
  const { nativeId: email, workerId, createdDay, displayName, status, lastUsedMs } = account;
  const person = world.persons[workerId ?? ''];
  const today = dayOf(world.nowMs);
  const isInvited = status === 'staged';
  const member: Member = {
    email,
    name: displayName,
    role: roleOf(account),
    team: world.departments[person?.department ?? '']?.name ?? '',
    title: world.positions[person?.position ?? '']?.title ?? '',
    phone: person?.workPhone ?? '',
    status: isInvited ? 'Invited' : status === 'active' ? 'Active' : 'Deactivated',
    employeeId: workerId ?? '',
    joinedDay: isInvited ? null : earlier(createdDay, today),
    inviteEnds: isInvited ? addDays(createdDay, INVITE_DAYS) : null,
    lastSeenMs: lastUsedMs,
  };
  state.members[email] = member;
  const facts = memberFactsOf(account);
  for (const token of facts?.tokens ?? []) {
    const id = numbered(state, 'token', 'tok');
    state.tokens[id] = { id, creator: email, ending: endingOf(secretOf(id)), ...token };
    remember(state, today, { day: token.createdDay, who: email, what: `Created API token ${token.name}` });
  }
  for (let i = 0; i < (facts?.templates ?? 0); i++) {
    const id = numbered(state, 'template', 'tpl');
    const route = ROUTES[Number(id.slice(4)) % ROUTES.length] ?? '';
    state.templates[id] = { id, name: `${route} ${id.slice(4)}`, owner: email };
  }
  if (isInvited) remember(state, today, { day: createdDay, who: email, what: 'Was invited' });
  else remember(state, today, { day: createdDay, who: email, what: `Joined as ${member.role}` });
}

function numbered(state: State, counter: string, prefix: string): string {
  const next = (state.counters[counter] ?? 0) + 1;
  state.counters[counter] = next;
  return `${prefix}-${String(next).padStart(3, '0')}`;
}

/** The log holds 90 days. */
function remember(state: State, today: string, line: { day: string; who: string; what: string }): void {
  const { day, who, what } = line;
  if (day < addDays(today, -KEPT_DAYS) || day >= today) return;
  const count = Object.keys(state.past).length + 1;
  const id = `log-${String(count).padStart(3, '0')}`;
  state.past[id] = { id, atMs: instant(day, 8 + (count % 9), (count * 7) % 60), who, what };
}

function addInvoices(state: State, nowMs: number): void {
  const { total } = state.plan.seats;
  for (let month = 0; month < 3; month++) {
    const day = addDays(`${dayOf(nowMs).slice(0, 8)}01`, -30 * month);
    const id = `FL-${day.slice(0, 7).replace('-', '')}`;
    state.invoices[id] = { id, day, seats: total, amount: `EUR ${total * PRICE}.00` };
  }
}
