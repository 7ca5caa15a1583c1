import { ECHO_MAX, echo } from './echo.ts';
import { clip } from './clip.ts';
import { UsageError } from './errors.ts';
import { hint } from './suggest.ts';

/** What is wrong with a value: the way to it (empty for the value itself), what it is, and what it may be. */
export interface Misfit {
  path: string;
  what: string;
  allowed: string;
}

/** Looks at a value that somebody wrote, who may have no compiler. */
export type Check = (value: unknown) => Misfit | undefined;

/** What each member of an object may be, by its name. */
export type Form<K extends string = string> = Readonly<Record<K, Check>>;

/** A value by a test of its own. */
export function such(isRight: (value: unknown) => boolean, allowed: string): Check {
  return value => (isRight(value) ? undefined : { path: '', what: `is ${said(value)}`, allowed });
}

/** A text that says something. */
export function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

export function text(allowed = 'a text'): Check {
  return such(isText, allowed);
}

/** A text after a pattern. */
export function textLike(pattern: RegExp, allowed: string): Check {
  return such(value => typeof value === 'string' && pattern.test(value), allowed);
}

/** A function; `form` says how it is written. */
export function callable(form: string): Check {
  return such(value => typeof value === 'function', `a function: ${form}`);
}

export function wholeNumber(min: number, max: number): Check {
  const isRight = (value: unknown): boolean =>
    Number.isInteger(value) && Number(value) >= min && Number(value) <= max;
  return such(isRight, `a whole number from ${min} to ${max}`);
}

/** One of some words. */
export function oneOf(words: readonly string[]): Check {
  return value =>
    words.some(word => word === value)
      ? undefined
      : { path: '', what: `is ${said(value)}.${hint(value, words)}`, allowed: words.join(', ') };
}

/** A list of what another check takes. */
export function listOf(each: Check, { least = 0, allowed }: { least?: number; allowed: string }): Check {
  return value => {
    if (!Array.isArray(value) || value.length < least) {
      return { path: '', what: `is ${said(value)}`, allowed };
    }
    for (const [at, item] of value.entries()) {
      const misfit = each(item);
      if (misfit) return below(String(at), misfit);
    }
    return undefined;
  };
}

/** An object with any keys, each of which holds what another check takes. */
export function valuesLike(each: Check, allowed: string): Check {
  return value => (isObject(value) ? firstMisfit(Object.entries(value), () => each) : wrong(value, allowed));
}

/** An object with the members of a form and no others. */
export function closed(form: Form): Check {
  return value => withMembers(form, value) ?? unknownKey(form, value);
}

/** An object with the members of a form, and whatever else. */
export function open(form: Form): Check {
  return value => withMembers(form, value);
}

/** What may be left out. */
export function maybe(check: Check): Check {
  return value => (value === undefined ? undefined : check(value));
}

/** A misfit as a sentence: `The skin's "theme" is "drak". Did you mean "dark"?` */
export function sayMisfit(subject: string, { path, what }: Pick<Misfit, 'path' | 'what'>): string {
  const whole = `${subject}${path === '' ? '' : `'s "${path}"`} ${what}`;
  return /[.?]$/.test(whole) ? whole : `${whole}.`;
}

/** Throws UsageError where a value that was handed in does not fit. */
export function refuseMisfit(subject: string, check: Check, value: unknown): void {
  const misfit = check(value);
  if (misfit) throw new UsageError(sayMisfit(subject, misfit), { allowed: misfit.allowed });
}

function withMembers(form: Form, value: unknown): Misfit | undefined {
  const names = Object.keys(form).join(', ');
  if (!isObject(value)) return wrong(value, names === '' ? 'an object' : `an object with ${names}`);
  return firstMisfit(
    Object.keys(form).map(name => [name, value[name]]),
    name => form[name],
  );
}

function firstMisfit(
  members: readonly (readonly [name: string, value: unknown])[],
  checkOf: (name: string) => Check | undefined,
): Misfit | undefined {
  for (const [name, value] of members) {
    const check = checkOf(name);
    const misfit = check?.(value);
    if (!check || !misfit) continue;
    const isMissing = value === undefined && misfit.path === '';
    return below(name, isMissing ? { ...misfit, what: 'is missing' } : misfit);
  }
  return undefined;
}

function unknownKey(form: Form, value: unknown): Misfit | undefined {
  const known = Object.keys(form);
  const key = Object.keys(value as object).find(name => !Object.hasOwn(form, name));
  if (key === undefined) return undefined;
  const what = `is an unknown key.${hint(key, known)}`;
  return { path: clip(key, ECHO_MAX), what, allowed: known.join(', ') };
}

function wrong(value: unknown, allowed: string): Misfit {
  return { path: '', what: `is ${said(value)}`, allowed };
}

function below(name: string, misfit: Misfit): Misfit {
  return { ...misfit, path: misfit.path === '' ? name : `${name}.${misfit.path}` };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function said(value: unknown): string {
  if (Array.isArray(value) && value.length === 0) return 'an empty list';
  return typeof value === 'function' ? 'a function' : echo(value);
}
