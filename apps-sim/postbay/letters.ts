import { drawAuthor, type Person } from '#range';

/** How people begin and end what they write: `{}` is what they have to say, `{name}` and `{given}` who they are. */
const MAILS = [
  'Hello,\n\n{}\n\nKind regards\n{name}',
  'Good morning,\n\n{}\n\nThank you!\n{name}',
  'Hi all,\n\n{}\n\nThanks\n{given}',
  'Dear colleagues,\n\n{}\n\nBest regards,\n{name}',
  '{}\n\nRegards, {name}',
];
const CHATS = ['{}', 'Hi! {}', '{} Thanks!', 'Hello, me again. {}', 'Good morning. {}'];

/** What somebody wrote, as it came in: with a greeting and a name, or in a line of chat. The key draws which. */
export function cameIn(
  said: string,
  channel: 'Mail' | 'Chat',
  { from, key }: { from: Person; key: string },
): string {
  const form = drawAuthor(`${key}/form`, channel === 'Mail' ? MAILS : CHATS) ?? '{}';
  const { displayName, givenName } = from;
  return form
    .replace('{name}', () => displayName)
    .replace('{given}', () => givenName || displayName)
    .replace('{}', () => said);
}
