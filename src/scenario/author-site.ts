import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where in an author's file something was written: for messages alone. */

const FRAME = /(?:\(|at )((?:file:\/\/)?\/[^()]+):(\d+):\d+\)?$/;

/** `file:line` of the call to a function, or empty where the engine does not say. */
export function siteOfCaller(callee: (...given: never[]) => unknown): string {
  const trace: { stack?: string } = {};
  Error.captureStackTrace(trace, callee);
  return framesOf(trace.stack)[0] ?? '';
}

/** Where in the file of a site an error came up; the site itself where it came from elsewhere. */
export function siteOfError(error: unknown, site: string): string {
  const file = site.replace(/:\d+$/, '');
  const frames = error instanceof Error ? framesOf(error.stack) : [];
  return frames.find(frame => frame.replace(/:\d+$/, '') === file) ?? site;
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
