import { InvalidArgumentError, Option } from 'commander';

/** Parses a whole number within bounds. */
export function wholeNumber(min: number, max: number): (text: string) => number {
  return text => {
    const value = Number(text);
    if (!Number.isInteger(value) || value < min || value > max) {
      throw new InvalidArgumentError(`Allowed: a whole number from ${min} to ${max}.`);
    }
    return value;
  };
}

/** `--scenarios DIR`: scenarios of the reader's own beside those of the package. */
export function scenariosOption(): Option {
  return new Option(
    '--scenarios <dir>',
    'also take the scenarios of a folder of your own: DIR/family/name.ts',
  );
}
