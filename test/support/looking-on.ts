import { catalog } from '../../src/catalog.ts';
import type { Catalog } from '../../src/scenario/catalog.ts';
import type { Rule } from '../../src/scenario/scenario.ts';

/** What a rule is handed. */
export type Given = Parameters<Rule['check']>[0];

/** The catalog with one rule more, which only keeps what rules are handed. */
export function lookingOn(seen: { given?: Given }): Catalog {
  const probe: Rule = {
    id: 'P-99',
    duty: 'Look on.',
    summary: 'Looked on.',
    check: given => {
      seen.given = given;
      return [];
    },
  };
  return { ...catalog, rules: { ...catalog.rules, 'P-99': probe } };
}
