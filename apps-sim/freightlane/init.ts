import {
  type Account,
  addDays,
  dayOf,
  drawAuthor,
  drawOne,
  earlier,
  sha256,
  spanOf,
  workedAt,
  type World,
} from '#range';
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

/** The secret of a token: made up, and in one company always the same for the same id. */
export function secretOf({ salt }: Pick<State, 'salt'>, id: string): string {
  return `SYNTH-FRL-${sha256(`${salt}/freightlane token ${id}`).slice(0, 20)}`;
}

/** The hub at the start: every fact of the world that it holds. */
export function init(world: World): State {
  const state: State = {
    salt: sha256(`freightlane/${world.seed}`).slice(0, 16),
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
  const past: Remembered[] = [];
  for (const key of Object.keys(world.accounts).sort()) {
    const account = world.accounts[key];
    if (account?.app !== APP || account.status === 'deleted') continue;
    past.push(...addMember(state, world, account));
    spare = memberFactsOf(account)?.spareSeats ?? spare;
  }
  state.plan.seats.total = seatsUsed(state) + spare;
  writeLog(state, world, past);
  addInvoices(state, world.nowMs);
  return state;
}

/** Whose each address is; of two records of one human being the later one, in whatever order they were put in. */
function addressesOf({ persons }: World): State['addresses'] {
  const ids = Object.keys(persons).sort();
  return Object.fromEntries(ids.map(id => [persons[id]?.mail ?? '', id]));
}

/** The one role of an account: what the hub was given, else the highest that was granted. */
function roleOf({ grants, ...account }: Account): Role {
  const own = memberFactsOf({ grants, ...account })?.role;
  return own ?? ROLES.findLast(role => grants.some(({ code }) => code === role)) ?? 'Viewer';
}

/** Adds a member with what is theirs; gives what they did for it. */
function addMember(state: State, world: World, account: Account): Remembered[] {
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
  const past: Remembered[] = isInvited
    ? [{ day: createdDay, who: null, what: `Invited ${email}` }]
    : [{ day: createdDay, who: email, what: `Joined as ${member.role}` }];
  for (const token of facts?.tokens ?? []) {
    const id = numbered(state, 'token', 'tok');
    state.tokens[id] = { id, creator: email, ending: endingOf(secretOf(state, id)), ...token };
    past.push({ day: token.createdDay, who: email, what: `Created API token ${token.name}` });
  }
  for (let i = 0; i < (facts?.templates ?? 0); i++) {
    const id = numbered(state, 'template', 'tpl');
    const route = drawOne(`${world.seed}/${email}/${id}`, ROUTES);
    state.templates[id] = { id, name: `${route} ${id.slice(4)}`, owner: email };
  }
  return past;
}

function numbered(state: State, counter: string, prefix: string): string {
  const next = (state.counters[counter] ?? 0) + 1;
  state.counters[counter] = next;
  return `${prefix}-${String(next).padStart(3, '0')}`;
}

/** What somebody did on a day; `who` is null where any of those who manage members may have done it. */
interface Remembered {
  day: string;
  who: string | null;
  what: string;
}

/** What may pass between the joining of a member and what they do on the same day, in minutes. */
const SOON = [3, 40] as const;

/** The log as it was written, up to yesterday: it holds 90 days. What somebody did comes after their joining. */
function writeLog(state: State, world: World, past: readonly Remembered[]): void {
  const today = dayOf(world.nowMs);
  const kept = past.filter(({ day }) => day >= addDays(today, -KEPT_DAYS) && day < today);
  const joined = new Map<string, number>();
  const lines = kept.flatMap(({ day, who, what }) => {
    const key = `${world.seed}/${day}/${who}/${what}`;
    const by = who ?? drawAuthor(key, managersOn(state, day));
    if (by === undefined) return [];
    const [atMs, first] = [workedAt(day, key), joined.get(by)];
    if (who !== null && first === undefined) joined.set(by, atMs);
    const isSoon = who !== null && first !== undefined && dayOf(first) === day;
    return [{ atMs: isSoon ? first + spanOf(key, SOON) : atMs, who: by, what }];
  });
  lines.sort((a, b) => a.atMs - b.atMs || (a.who < b.who ? -1 : 1));
  lines.forEach((line, i) => {
    const id = `log-${String(i + 1).padStart(3, '0')}`;
    state.past[id] = { id, ...line };
  });
}

/** The addresses of those who could invite somebody on a day. */
function managersOn({ members }: State, day: string): string[] {
  return Object.values(members)
    .filter(({ role, joinedDay }) => (role === 'Owner' || role === 'Power') && joinedDay !== null)
    .filter(({ status, joinedDay }) => status === 'Active' && (joinedDay ?? '') < day)
    .map(({ email }) => email);
}

function addInvoices(state: State, nowMs: number): void {
  const { total } = state.plan.seats;
  for (let month = 0; month < 3; month++) {
    const day = addDays(`${dayOf(nowMs).slice(0, 8)}01`, -30 * month);
    const id = `FL-${day.slice(0, 7).replace('-', '')}`;
    state.invoices[id] = { id, day, seats: total, amount: `EUR ${total * PRICE}.00` };
  }
}
