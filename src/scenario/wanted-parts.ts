import type { Wanted, WantedPart } from './scenario.ts';

/** An ending with what else must and may have changed when it is reached. */
export function withParts(ending: Wanted, parts: readonly WantedPart[]): Wanted {
  const whole = parts.map(part => (isList(part) ? { must: part } : part));
  return {
    ...ending,
    must: [...whole.flatMap(({ must = [] }) => must), ...ending.must],
    may: [...ending.may, ...whole.flatMap(({ may = [] }) => may)],
  };
}

function isList(part: WantedPart): part is Exclude<WantedPart, { must?: unknown }> {
  return Array.isArray(part);
}
