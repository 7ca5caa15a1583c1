import { alert, card, code, columns, type Given, listCard, narrow, stats, timeline } from '#range';
import { wide, wordFor } from '#range';
import { createToken, deleteToken } from '../acts/tokens.ts';
import { type ApiToken, collection, KEPT_DAYS, members, nameOf, refuseSeat, seatsUsed } from '../state.ts';
import { single, type State, tokens, withStates } from '../state.ts';
import { inviteList, memberList } from './members.ts';

interface Line {
  key: string;
  atMs: number;
  who: string;
  what: string;
  about: string;
}

/** What happened in the last 90 days, the latest first: who and what, and no address of a machine. */
function activity({ state, request }: Given<State>): Line[] {
  const since = request.nowMs - KEPT_DAYS * 86_400_000;
  const past = Object.values(state.past).map(({ id, atMs, who, what }) => ({
    key: id,
    atMs,
    who: nameOf(state, who),
    what,
    about: '',
  }));
  const today = state.audit.map(({ seq, atMs, actor, verb, detail, entity, ticket }) => ({
    key: `now-${seq}`,
    atMs,
    who: actor === request.operator.signIn ? request.operator.displayName : actor,
    what: `${wordFor(verb)}: ${withStates(detail)}`,
    about: [entity.replace(/^\w+\//, ''), ticket].filter(Boolean).join(' · '),
  }));
  return [...past.sort((a, b) => a.atMs - b.atMs), ...today].filter(({ atMs }) => atMs >= since).reverse();
}

/** The log of the hub. */
export const activityList = collection({
  path: '/activity',
  title: 'Recent activity',
  subtitle: `Kept for ${KEPT_DAYS} days.`,
  rows: activity,
  search: { label: 'Find activity', placeholder: 'Who or what', texts: a => [a.who, a.what, a.about] },
  columns: () => ({
    When: a => ({ time: a.atMs }),
    Who: a => a.who,
    What: a => a.what,
    About: a => a.about || '–',
  }),
  empty: 'Nothing matches.',
});

/** The tokens of everybody: a member who left may have some. */
export const tokenList = collection({
  path: '/tokens',
  title: 'API tokens',
  subtitle: 'Programs sign in with these. A token outlives the seat of the member who made it.',
  of: tokens,
  search: {
    label: 'Find a token',
    placeholder: 'Name or creator',
    texts: (t, { state }) => [t.name, t.creator, nameOf(state, t.creator), t.ending],
  },
  columns: given => ({
    Token: t => ({ text: t.name, sub: t.id }),
    'Created by': t => ({ text: t.creator, href: members.at(t.creator) }),
    'Creator status': t => seatPill(t, given),
    'Ends in': t => code(`…${t.ending}`),
    Created: t => ({ day: t.createdDay }),
    'Last used': t => ({ time: t.lastUsedMs, none: 'Never' }),
  }),
  empty: 'No token matches.',
  acts: [deleteToken],
  makes: createToken,
});

/** What has become of the seat of whoever made a token: a token may outlive it. */
function seatPill({ creator }: ApiToken, { state }: Given<State>) {
  const status = Object.hasOwn(state.members, creator) ? state.members[creator]?.status : undefined;
  if (status === 'Active') return wordFor(status);
  return { pill: { text: status ?? 'Not a member', tone: 'warning' as const } };
}

function seatStats(state: Readonly<State>) {
  const { total } = state.plan.seats;
  const used = seatsUsed(state);
  const isFull = used >= total;
  return [
    {
      label: 'Seats used',
      value: `${used} of ${total}`,
      href: billing.path,
      tone: isFull ? 'danger' : 'info',
    },
    { label: 'Seats free', value: String(Math.max(0, total - used)), tone: isFull ? 'danger' : 'success' },
  ] as const;
}

/** What is paid for. Seats are bought by others than the operator. */
export const billing = single({
  path: '/billing',
  title: 'Billing and seats',
  page: ({ state }) => ({
    body: [
      stats([...seatStats(state), { label: 'Plan', value: 'Team, monthly' }]),
      fullAlert(state),
      alert(
        'info',
        'Seats are bought by an Owner or a Billing member. A seat whose member goes is free again.',
      ),
      listCard({
        caption: 'Invoices',
        rows: Object.values(state.invoices),
        columns: {
          Invoice: i => code(i.id),
          Date: i => ({ day: i.day }),
          Seats: i => String(i.seats),
          Amount: i => i.amount,
        },
        empty: 'No invoice yet.',
      }),
    ],
  }),
});

function fullAlert(state: Readonly<State>) {
  const full = refuseSeat(state);
  return full !== undefined && alert('danger', full);
}

/** Where the hub opens. */
export const home = single({
  path: '/',
  title: 'Overview',
  page: given => {
    const { state } = given;
    const open = Object.values(state.members).filter(({ status }) => status === 'Invited').length;
    const latest = activity(given).slice(0, 8);
    return {
      heading: {
        subtitle: 'Your company and its carriers in one place',
        actions: [{ label: 'Invite teammates', href: '/members/invite', style: 'primary' }],
      },
      body: [
        stats([
          ...seatStats(state),
          { label: inviteList.title, value: String(open), href: inviteList.path },
          { label: tokenList.title, value: String(Object.keys(state.tokens).length), href: tokenList.path },
        ]),
        fullAlert(state),
        columns(
          wide(
            card(
              activityList.title,
              timeline(
                latest.map(({ atMs, who, what, about }) => ({
                  when: { time: atMs },
                  who,
                  what,
                  detail: about,
                })),
                { empty: 'Nothing lately.' },
              ),
              { actions: [{ label: 'See all', href: activityList.path }] },
            ),
          ),
          narrow(
            listCard(
              {
                caption: 'Owners',
                rows: Object.values(state.members).filter(m => m.role === 'Owner' && m.status === 'Active'),
                columns: { Owner: m => ({ text: m.name, href: members.href(m), sub: m.email }) },
                empty: 'Nobody.',
              },
              { actions: [{ label: 'See all members', href: memberList.path }] },
            ),
          ),
        ),
      ],
    };
  },
});
