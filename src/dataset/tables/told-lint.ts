import type { Row } from './define-table.ts';
import type { Complain } from './lint.ts';
import { type Piece, weighTold } from './told.ts';

/** What of an episode's facts its rows must hold at least, in percent, and all but one; of a dataset it is more. */
const FACTS_LEAST = 90;
/** So much of its deeds, and all but one: how an act is told differs, and a count of words misses some. */
const DEEDS_LEAST = 60;

/** Checks, at the end of each episode, that what its texts tell could be written by whoever had their rows alone. */
export function createToldLint(): (row: Row, complain: Complain) => void {
  let facts: Piece[] = [];
  let deeds: Piece[] = [];
  return (row, complain) => {
    if (row.is_first === true) [facts, deeds] = [[], []];
    const told = weighTold(row);
    if (told) {
      facts.push(...told.facts);
      deeds.push(...told.deeds);
    }
    if (row.is_last !== true) return;
    checkShare('facts', { pieces: facts, least: FACTS_LEAST, spared: 1 }, complain);
    checkShare('deeds', { pieces: deeds, least: DEEDS_LEAST, spared: 1 }, complain);
  };
}

function checkShare(
  what: string,
  { pieces, least, spared }: { pieces: readonly Piece[]; least: number; spared: number },
  complain: Complain,
): void {
  const missing = pieces.filter(({ isHeld }) => !isHeld).map(({ text }) => JSON.stringify(text));
  if (missing.length <= spared || 100 * (pieces.length - missing.length) >= least * pieces.length) return;
  complain(
    `tells ${what} that its rows do not hold: ${missing.join(', ')} (${missing.length} of ${pieces.length}; ${least} % must stand there)`,
  );
}
