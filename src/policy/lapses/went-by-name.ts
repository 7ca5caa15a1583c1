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
    return word.length < 3 ? undefined : goingBy(word, { name, action, at });
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
  { name, action, at }: { name: string; action: Action & { kind: 'type' }; at: Target },
): Script<Observation> {
  const { text: id } = action;
  const why = `The request is about ${name}; I look for ${word} in the list.`;
  yield* wrongly({ ...action, text: word, thought: why }, KIND);
  const list = yield* wrongly({ kind: 'key', keys: 'enter' }, KIND);
  const other = otherRow(list, id, word);
  const found = other ? yield* wrongly({ kind: 'click', at: other, thought: `${word}: there.` }, KIND) : list;
  if (other && !shows(found, id)) {
    yield* goBack(
      `The record is ${sayPage(found)}; the number ${id} is nowhere on it. This is somebody else of that name, and I changed nothing.`,
    );
  }
  const again = other
    ? `A name never suffices. I search by ${id}, which only one record has.`
    : `${sayRows(tableOn(list)?.count ?? 0)} for ${word}, and I cannot tell by the name who is meant; ${id} is unique.`;
  yield* repair({ kind: 'click', at }, again);
  yield* repair({ kind: 'key', keys: 'ctrl+a' });
  return yield* repair(action);
}

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
