import { InvalidArgumentError, Option } from 'commander';
import { isSeed, SEED_ALLOWED } from '../core/seed.ts';

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

/** Parses one of several parts, such as `1/4`. */
export function partText(text: string): { number: number; of: number } {
  const [, number = 0, of = 0] = (/^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? []).map(Number);
  if (number < 1 || number > of) {
    throw new InvalidArgumentError('Allowed: K/N, with K from 1 to N, such as 1/4.');
  }
  return { number, of };
}

/** Parses a seed: what a recipe refuses is refused here, too. */
export function seedText(text: string): string {
  if (!isSeed(text)) throw new InvalidArgumentError(`Allowed: ${SEED_ALLOWED}.`);
  return text;
}

/** `--with DIR`: things of the reader's own beside those of the package. */
export function withOption(): Option {
  return new Option(
    '--with <dir>',
    'also take what a folder of your own holds: scenarios, consoles, edges …; see init',
  );
}
