import {
  attempt,
  click,
  link,
  type Observation,
  openPlace,
  perform,
  readFor,
  readRows,
  reload,
  type Script,
  wait,
} from '#range';
import { newMessage } from './acts/messages.ts';
import { inbox } from './pages/inbox.ts';

/** How experts write to somebody and wait for what comes back. */

const TITLE = 'Postbay';
const MINUTE_MS = 60_000;
/** When one looks for an answer: after a quarter of an hour, and once more within the hour (KB-06). */
const LOOKS_MS = [15 * MINUTE_MS, 45 * MINUTE_MS] as const;

/** What is written to whom, about which ticket. */
export interface Letter {
  channel: 'Mail' | 'Chat';
  /** The address, and the name that a reply is shown under. */
  to: string;
  name: string;
  subject: string;
  text: string;
  ticket: string;
}

/** Writes to somebody and waits for the answer, within the hour; undefined where none comes. */
export function* askInWriting(letter: Letter, thought?: string): Script<string | undefined> {
  return yield* attempt(function* (isAgain): Script<string | undefined> {
    yield* openPlace(TITLE, inbox, thought);
    const { name, channel, ...written } = letter;
    // A new message is a mail, unless another way is chosen.
    const fields = channel === 'Mail' ? written : { channel, ...written };
    // After an interruption the message may be out already: nobody is asked twice.
    const rows = isAgain ? yield* readRows(inbox.caption) : [];
    if (rows.some(({ Subject }) => Subject === letter.subject)) yield* click(link(letter.subject), WRITTEN);
    else yield* perform(newMessage, fields);
    return yield* awaitReply(name);
  });
}

/** Writes to somebody, and does not wait for an answer. */
export function* write({ channel, ...written }: Omit<Letter, 'name'>, thought?: string): Script<void> {
  yield* openPlace(TITLE, inbox, thought);
  yield* perform(newMessage, channel === 'Mail' ? written : { channel, ...written });
}

/** Looks for the answer in the conversation in front, twice within the hour. */
function* awaitReply(name: string): Script<string | undefined> {
  for (const [i, ms] of LOOKS_MS.entries()) {
    yield* wait(
      ms,
      i === 0 ? 'An answer takes people a while. I look again in a quarter of an hour.' : STILL,
    );
    yield* reload('Has an answer come? I have the conversation shown anew.');
    const reply = yield* readFor(screen => replyOn(screen, name), 'The answer would stand last.');
    if (reply !== undefined) return reply;
  }
  return undefined;
}

const WRITTEN = 'I have written already; I go back to that conversation.';
const STILL = 'Nothing yet. I give them the rest of the hour, and change nothing meanwhile.';

type Node = Observation['tree'];

/** The last thing that somebody has written in the conversation in front. */
function replyOn({ tree }: Observation, name: string): string | undefined {
  const nodes = flat(tree);
  const at = nodes.findLastIndex(node => node.role === 'heading' && node.name.startsWith(`${name}, `));
  const text = nodes.slice(at + 1).find(node => node.role === 'text' && !nodes[at]?.children?.includes(node));
  return at < 0 ? undefined : text?.name;
}

function flat(node: Node): Node[] {
  return [node, ...(node.children ?? []).flatMap(flat)];
}
