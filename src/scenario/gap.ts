import { UsageError } from '../core/errors.ts';
import { siteOfCaller } from './author-site.ts';

/** Stands where a new scenario still has to say something. Running it reports what is missing. */
export function gap(what: string): never {
  throw new UsageError(`A gap is left: ${what}.`, {
    where: siteOfCaller(gap) || 'the scenario’s own file, at gap(…) with these words',
  });
}
