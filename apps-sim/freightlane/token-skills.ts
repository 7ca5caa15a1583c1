import { attempt, isThere, perform, readDay, readRows, row, type Script, searchList } from '#range';
import { deleteToken } from './acts/tokens.ts';
import { tokenList } from './pages/home.ts';

/** What experts do with API tokens, in several steps each. */

const TITLE = 'Freightlane Partner Hub';

/** A token as the list shows it. */
export interface SeenToken {
  name: string;
  /** The last characters of its secret, as printed: names are not unique. */
  ending: string;
  /** The day of its last use; empty for one that nothing has used. */
  usedDay: string;
}

/** Reads the tokens that a member made; the list holds those of everybody. */
export function* readTokensOf(email: string, thought: string): Script<SeenToken[]> {
  return yield* attempt(function* (): Script<SeenToken[]> {
    yield* searchList(TITLE, tokenList, { text: email, thought });
    const own = (yield* readRows(tokenList.caption)).filter(each => each['Created by'] === email);
    return own.map(each => ({
      name: (each.Token ?? '').replace(/\s*tok-\d+$/, ''),
      ending: each['Ends in'] ?? '',
      usedDay: dayPrinted(each['Last used'] ?? ''),
    }));
  });
}

/** The day of a moment as the hub prints it: with slashes the month comes first. */
function dayPrinted(text: string): string {
  const [, month, day, year] = /^(\d\d)\/(\d\d)\/(\d{4})/.exec(text) ?? [];
  return year === undefined ? (readDay(text) ?? '') : `${year}-${month}-${day}`;
}

/** Deletes tokens of a member, each unless it is gone; others stay. */
export function* deleteTokens(
  tokens: readonly SeenToken[],
  { email, ticket }: { email: string; ticket: string },
): Script<void> {
  for (const { ending } of tokens)
    yield* attempt(function* (isAgain) {
      const thought = `The token that ends in ${ending} is one to go; I look for those of ${email}.`;
      if (isAgain || !(yield* isThere(row(ending))))
        yield* searchList(TITLE, tokenList, { text: email, thought });
      if (yield* isThere(row(ending))) yield* perform(deleteToken, { ticket }, { within: row(ending) });
    });
}

/** Deletes the first token of a member that is not one's to delete: a mistake. */
export function* deleteTokenOf(email: string, ticket: string): Script<void> {
  const tokens = yield* readTokensOf(email, `Which tokens did ${email} make?`);
  yield* deleteTokens(tokens.slice(0, 1), { email, ticket });
}
