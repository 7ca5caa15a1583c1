import { readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { filesBelow } from '../../src/cli/code-digest.ts';
import { FUNCTION_LIMITS, functionsIn } from './functions.ts';

const root = resolve(import.meta.dirname, '../..');

/** The functions of src, consoles and scenarios that are over a limit, one line each: where, how large, what to do. */
export function tooLarge(): string[] {
  const files = ['src', 'apps-sim', 'scenarios'].flatMap(folder => filesBelow(join(root, folder)));
  return files
    .filter(file => file.endsWith('.ts'))
    .flatMap(file =>
      functionsIn(readFileSync(file, 'utf8')).flatMap(({ name, line, lines, parameters }) => {
        const where = `${relative(root, file)}:${line} ${name}`;
        return [
          lines > FUNCTION_LIMITS.lines &&
            `${where} has ${lines} lines: split it by purpose (${FUNCTION_LIMITS.lines})`,
          parameters > FUNCTION_LIMITS.parameters &&
            `${where} has ${parameters} parameters: hand over an object (${FUNCTION_LIMITS.parameters})`,
        ].filter(said => said !== false);
      }),
    );
}
