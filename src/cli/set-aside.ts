import { asWord } from '../core/shell.ts';
import { sayCount, SET_ASIDE_FOR } from '../dataset/card/set-aside-text.ts';
import { mostSetAside } from '../dataset/commit/set-aside.ts';
import { readManifest } from '../dataset/verify/folder.ts';
import { oneLine, printError } from './print.ts';

/** As many as are told one by one; the manifest has them all. */
const MOST_TOLD = 50;

/** Tells of a finished dataset what was set aside, each with the line that shows it, and gives the exit code of its run. */
export function tellSetAside(folder: string, options: { strict?: boolean; with?: string }): number {
  const manifest = readManifest(folder, () => {});
  const setAside = manifest?.setAside ?? [];
  if (!manifest || setAside.length === 0) return 0;
  const planned = manifest.config.inline.episodes;
  const most = options.strict ? 0 : mostSetAside(planned);
  const own = options.with === undefined ? '' : ` --with ${asWord(options.with)}`;
  const isWithin = setAside.length <= most;
  const limit = isWithin ? '' : `, and ${most === 0 ? 'none' : `${most} at most`} may be`;
  printError(`\n${sayCount(setAside.length, planned)}${limit}:`);
  for (const { id, reason, check, repeat } of setAside.slice(0, MOST_TOLD)) {
    printError(`  ${id}: ${SET_ASIDE_FOR[reason]}: ${oneLine(check)}`);
    printError(`    repeat   ${repeat}${own}`);
  }
  const rest = setAside.length - MOST_TOLD;
  if (rest > 0) printError(`  and ${rest} more, see setAside in manifest.json`);
  return isWithin ? 0 : 1;
}
