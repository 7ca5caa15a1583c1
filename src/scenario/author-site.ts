import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where in an author's file something was written: for messages alone. */

/** How the name of a file ends that holds the goals of the scenario beside it: `mfa-reset.goals.ts`. */
export const GOALS_ENDING = '.goals.ts';

const FRAME = /(?:\(|at )((?:file:\/\/)?\/[^()]+):(\d+):\d+\)?$/;

/** `file:line` of the call to a function, or empty where the engine does not say. */
export function siteOfCaller(callee: (...given: never[]) => unknown): string {
  const trace: { stack?: string } = {};
  Error.captureStackTrace(trace, callee);
  return framesOf(trace.stack)[0] ?? '';
}

/** Where in the file of a site, or in its goals, an error came up; the site itself where it came from elsewhere. */
export function siteOfError(error: Error, site: string): string {
  return framesOf(error.stack).find(frame => isIn(frame, site)) ?? site;
}

/** Where an error came up, if it was in the file of a site itself, or in its goals, and not in something called from there. */
export function topSiteOf(error: Error, site: string): string | undefined {
  const [top] = framesOf(error.stack);
  return top !== undefined && isIn(top, site) ? top : undefined;
}

/** Whether a place is in the file of a site, or in that of its goals. */
function isIn(place: string, site: string): boolean {
  const page = fileOf(site);
  return [page, page.replace(/\.ts$/, GOALS_ENDING)].includes(fileOf(place));
}

function fileOf(site: string): string {
  return site.replace(/:\d+$/, '');
}

function framesOf(stack = ''): string[] {
  return stack.split('\n').flatMap(line => {
    const [, file, row] = FRAME.exec(line.trim()) ?? [];
    return file ? [`${asPath(file)}:${row}`] : [];
  });
}

function asPath(file: string): string {
  const path = file.startsWith('file://')
    ? fileURLToPath(file.replace(/\?.*$/, ''))
    : file.replace(/\?.*$/, '');
  return relative(process.cwd(), path);
}
