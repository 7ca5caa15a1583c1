import type { Rng } from '../../core/rng.ts';
import type { Action, Target } from '../../screen/action.ts';
import type { Observation } from '../../screen/observation.ts';
import type { Script } from '../../screen/script/script.ts';
import { focusedOn, nodesOf, targetOf } from '../../screen/script/sight.ts';
import { shows } from '../../screen/script/verbs.ts';
import { tableOn } from '../thinking/glimpse.ts';
import { sayRows } from '../thinking/moment.ts';
import { cellsOf, goBack, type Lapse, repair, sayPage, targetInRow, wrongly } from './lapse.ts';

const KIND = 'went-by-name';

/** Searches for a person by the name instead of the number, and opens somebody else of that name. */
export const wentByName: Lapse = {
  name: KIND,
  summary: 'A person is searched by name, and a namesake is opened; the record shows another number.',
  begin: (action, { screen, seen, rng }) => {
    const field = focusedOn(screen);
    if (action.kind !== 'type' || field?.role !== 'searchbox' || field.value) return undefined;
    const at = targetOf(screen, field);
    const name = nameBeside(action.text, seen);
    if (!at || !name) return undefined;
    const words = name.split(' ');
    const word = (rng.fork('part').chance(1, 2) ? words.at(-1) : words[0]) ?? name;
    return word.length < 3 ? undefined : goingBy(word, { action, at, rng });
  },
};

/** The name that stood before a number on an earlier screen: `Marta Kos (E100413)`. */
function nameBeside(id: string, seen: readonly string[]): string | undefined {
  if (!/^[A-Z]{1,2}\d{5,}$/.test(id)) return undefined;
  const pattern = new RegExp(`(\\p{Lu}[\\p{L}’'-]+(?: \\p{Lu}[\\p{L}’'-]+){1,2})[ \\n(]+${id}\\b`, 'u');
  return seen.map(text => pattern.exec(text)?.[1]).find(found => found !== undefined);
}

function* goingBy(
  word: string,
  { action, at, rng }: { action: Action & { kind: 'type' }; at: Target; rng: Rng },
): Script<Observation> {
  const { text: id } = action;
  yield* wrongly({ ...action, text: word }, KIND, action);
  const list = yield* wrongly({ kind: 'key', keys: 'enter' }, KIND);
  const other = otherRow(list, id, word);
  const found = other ? yield* wrongly({ kind: 'click', at: other }, KIND) : list;
  if (other && !shows(found, id)) {
    yield* goBack(rng.fork('other').pick(OTHERS)(sayPage(found), id));
  }
  const rows = sayRows(tableOn(list)?.count ?? 0);
  const again = other
    ? rng.fork('again').pick(AGAIN)(id)
    : rng.fork('many').pick(MANY)(`${rows} for ${word}`, id);
  yield* repair({ kind: 'click', at }, again);
  yield* repair({ kind: 'key', keys: 'ctrl+a' });
  return yield* repair(action);
}

const OTHERS = [
  (page: string, id: string) =>
    `The record is ${page}; the number ${id} is nowhere on it. This is somebody else of that name, and I changed nothing.`,
  (page: string, id: string) =>
    `${page}: I look for ${id} and do not find it. Two people share the name, and it is the other whom I need.`,
  (page: string, id: string) =>
    `Everything here fits but the number. It is nowhere on it that this would be ${id}; what I read is ${page}.`,
  (page: string, id: string) =>
    `I have opened ${page}. Not a word of ${id}: a namesake, whom none of this concerns.`,
] as const;

const AGAIN = [
  (id: string) => `A name never suffices. I search by ${id}, which only one record has.`,
  (id: string) => `Nobody shares a number: ${id} finds the one, and no other.`,
  (id: string) => `I ask anew, with ${id} this time, so that there is nothing to mix up.`,
  (id: string) => `What I was given is ${id}, so that is what I should have typed.`,
] as const;

const MANY = [
  (rows: string, id: string) => `${rows}, and I cannot tell by the name who is meant; ${id} is unique.`,
  (rows: string, id: string) => `${rows}: which of them would it be? By ${id} there is no such question.`,
  (rows: string, id: string) => `I see ${rows} and would have to guess. ${id} leaves nothing to guess.`,
  (rows: string, id: string) => `${rows} before me. The name does not settle it, ${id} does.`,
] as const;

/** The link to a record of that name that does not have the number. */
function otherRow(list: Observation, id: string, word: string): Target | undefined {
  const rows = nodesOf(list.tree).filter(node => node.role === 'row' && cellsOf(node).length > 1);
  for (const row of rows) {
    const text = cellsOf(row).join(' ');
    const link = nodesOf(row).find(node => node.role === 'link');
    if (!link || text.includes(id) || !text.includes(word)) continue;
    return targetInRow(list, row, { role: 'link', name: link.canonical ?? link.name });
  }
  return undefined;
}
