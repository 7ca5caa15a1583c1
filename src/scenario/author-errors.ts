import { InvariantError } from '../core/assert.ts';
import { UsageError } from '../core/errors.ts';
import { checkedScript, type Refusal } from '../screen/script/checked.ts';
import type { Script } from '../screen/script/script.ts';
import { siteOfError, topSiteOf } from './author-site.ts';

/** Whose work failed: a scenario by its name, and where it is defined. */
export interface Author {
  name: string;
  /** `file:line` of the definition. */
  site: string;
}

/** What a draw gives. One that finds nobody is the author's to mend: there is a company for which it does not hold. */
export function drawn<F>(author: Author, draw: () => F): F {
  return authored(author, () => {
    try {
      return draw();
    } catch (error) {
      if (!(error instanceof InvariantError)) throw error;
      throw new UsageError(
        `Scenario ${author.name}: nothing in this company fits what it is about. ${error.message}.`,
        {
          where: siteOfError(error, author.site),
          allowed: 'a draw that finds something in every company of its size',
          cause: error,
        },
      );
    }
  });
}

/** What an author's function gives; UsageError with file and line where its own code is broken. */
export function authored<R>(author: Author, run: () => R): R {
  try {
    return run();
  } catch (error) {
    throw asAuthors(error, author);
  }
}

/** An author's script; UsageError with file and line where its own code is broken or says what is no move. */
export function* authoredScript(author: Author, begin: () => Script): Script {
  const refuse: Refusal = ({ what, allowed }, step) =>
    new UsageError(`Scenario ${author.name}, step ${step} of its expert: ${what}.`, {
      where: author.site,
      allowed,
    });
  try {
    return yield* checkedScript(begin(), refuse);
  } catch (error) {
    throw asAuthors(error, author);
  }
}

/** An error of the language, or one thrown plainly, that came up in the author's own file is reported like any other mistake of theirs. */
function asAuthors(error: unknown, { name, site }: Author): unknown {
  const isAuthors =
    error instanceof TypeError ||
    error instanceof ReferenceError ||
    error instanceof RangeError ||
    (error instanceof Error && error.constructor === Error);
  const where = isAuthors ? topSiteOf(error, site) : undefined;
  if (!isAuthors || where === undefined) return error;
  return new UsageError(`Scenario ${name}: ${error.name}: ${error.message}.`, { where, cause: error });
}
