import { relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { UsageError } from '../core/errors.ts';

/** A module of an author's own; UsageError with file and line, and no frames of tools, when it cannot be loaded. */
export async function loadOwn(file: string): Promise<unknown> {
  try {
    return await import(pathToFileURL(file).href);
  } catch (error) {
    if (!(error instanceof Error) || (error instanceof UsageError && isPlaced(error))) throw error;
    const where = placeIn(error, file) ?? file;
    if (error instanceof UsageError) throw placed(error, relative(process.cwd(), where));
    throw new UsageError(`The file cannot be loaded: ${saidBy(error)}`, {
      where: relative(process.cwd(), where),
    });
  }
}

/** Whether a message says where. */
function isPlaced({ message }: UsageError): boolean {
  return /^ {2}on {7}/m.test(message);
}

/** The same message with its place, which comes after the first line. */
function placed(error: UsageError, where: string): UsageError {
  const [what = '', ...advice] = error.message.split('\n');
  return new UsageError([`${what}\n  on       ${where}`, ...advice].join('\n'), { cause: error });
}

/** `file:line` where an error names the file, in its message or in its stack. */
function placeIn({ stack = '' }: Error, file: string): string | undefined {
  const at = stack.indexOf(`${file}:`);
  const row = at < 0 ? undefined : /^\d+/.exec(stack.slice(at + file.length + 1))?.[0];
  return row && `${file}:${row}`;
}

/** What a compiler or the engine has to say, in one line: `Unexpected ";"`. */
function saidBy({ name, message }: Error): string {
  const compiler = /^.*:\d+:\d+: ERROR: (.*)$/m.exec(message)?.[1];
  return compiler ?? `${name}: ${message.split('\n')[0]}`;
}
