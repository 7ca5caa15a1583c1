import { dialog, drawFields, factsOf, pick, redirect, table, type Widget } from '#range';
import { editable } from '../access.ts';
import { removeLock, setLock, type Write } from '../acts/write.ts';
import { decodeLock } from '../roles.ts';
import { ADMIN_LOCK, fullName, LOGON_LOCK } from '../state.ts';
import { latestDocuments } from './documents.ts';
import { TICKET } from './fields.ts';
import { addressIn, back, exit, leads, screen } from './screen.ts';
import { transaction, type UserGiven } from './transaction.ts';
import { USER } from './user-columns.ts';

/** What is done to a lock: its bit, and whether the act sets it or takes it away. */
const lockAct = (label: string, bit: number, sets: boolean) => {
  return { label, bit, sets, submit: 'Continue', fields: TICKET };
};

const SET = { text: 'Set', tone: 'danger' } as const;
const NOT_SET = { text: 'Not set', tone: 'neutral' } as const;
/** How locks stand, and users by them: each vocabulary has its word for it. */
export type LockWord = (typeof SET | typeof NOT_SET)['text'] | 'Locked' | 'Not locked';

/** What the table of locks is called. */
export const LOCKS = 'Locks';

/** The acts of UA05, by what their dialogs send. */
export const LOCK_ACTS = {
  lock: lockAct('Lock user', ADMIN_LOCK, true),
  'unlock-admin': lockAct('Remove administrator lock', ADMIN_LOCK, false),
  'unlock-logon': lockAct('Remove wrong-logon lock', LOGON_LOCK, false),
};
type LockAct = keyof typeof LOCK_ACTS;
const FACTS = pick(
  USER,
  'User, Lock value, Personnel number, User group, Valid from, Valid to, Last logon, User type',
);
const NAMES = Object.keys(LOCK_ACTS) as LockAct[];

/** UA05: the locks of a user, and what can be done about them. */
export const userLocks = transaction({
  code: 'UA05',
  title: 'Lock/unlock user',
  enter: 'Lock/unlock',
  ask: 'Enter the user whose locks are to be set or removed.',
  problem: editable,
  holds: false,
  show: given => {
    const { state, user, userId } = given;
    const offered = NAMES.filter(name => ((user.lock & LOCK_ACTS[name].bit) === 0) === LOCK_ACTS[name].sets);
    const actions = offered.map(name => {
      const { label, sets } = LOCK_ACTS[name];
      return { label, dialog: name, style: sets ? ('danger' as const) : ('secondary' as const) };
    });
    return screen({
      title: 'Lock/unlock user',
      transaction: 'UA05',
      record: `users/${userId}`,
      part: LOCKS,
      subject: user.workerId,
      subtitle: `${userId} · ${fullName(user)}`,
      heading: { actions },
      tools: [back('/ua05'), exit, leads('Display', 'page', `${addressIn('UA03', userId)}?tab=logon`)],
      body: [
        factsOf(user, FACTS, { columns: 2 }),
        table({
          caption: LOCKS,
          showCaption: true,
          columns: {
            Value: ({ bit }) => String(bit),
            Lock: ({ text }) => text,
            State: ({ isSet }) => ({
              pill: isSet ? SET : NOT_SET,
            }),
          },
          rows: decodeLock(user.lock),
          empty: '',
        }),
        latestDocuments(state, 5, userId),
        offered.map(name => dialogOf(name, given)),
      ],
    });
  },
  post: (draft, { request, user, userId }) => {
    const ticket = (request.form.ticket ?? '').trim() || null;
    const write: Write = { request, transaction: 'UA05', user, ticket };
    const { sets, bit } = LOCK_ACTS[NAMES.find(name => name === request.form.act) ?? 'unlock-logon'];
    return redirect(addressIn('UA05', userId), sets ? setLock(draft, write) : removeLock(draft, write, bit));
  },
});

function dialogOf(name: LockAct, { user, userId }: UserGiven): Widget {
  const { label, sets, submit } = LOCK_ACTS[name];
  const act = { kind: 'hidden', name: 'act', label: 'act', value: name } as const;
  return dialog({
    id: name,
    title: label,
    text: `User ${userId} · personnel number ${user.personnelNo}. The change takes effect at the next logon.`,
    form: {
      action: addressIn('UA05', userId),
      submit,
      danger: sets,
      fields: [act, ...drawFields(TICKET, { dayFormat: '' })],
    },
  });
}
