import { type Day, isDay } from '#range';

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const PARTS: Record<string, string> = {
  YYYY: '(?<year>\\d{4})',
  MMMM: '(?<word>[A-Za-z]+)',
  MMM: '(?<word>[A-Za-z]+)',
  MM: '(?<month>\\d{1,2})',
  M: '(?<month>\\d{1,2})',
  DD: '(?<day>\\d{1,2})',
  D: '(?<day>\\d{1,2})',
};

/** The day that a text means in a skin's day format or written `YYYY-MM-DD`; undefined when it means none. */
export function parseDay(text: string, format: string): Day | undefined {
  const trimmed = text.trim();
  if (isDay(trimmed)) return trimmed;
  const pattern = format.replace(/YYYY|MMMM|MMM|MM|M|DD|D|[^A-Za-z]/g, part => PARTS[part] ?? quoted(part));
  const found = new RegExp(`^${pattern}$`).exec(trimmed)?.groups;
  if (!found) return undefined;
  const word = found.word ?? '';
  const month = found.month ?? String(MONTHS.indexOf(word.slice(0, 3)) + 1);
  const day = `${found.year}-${month.padStart(2, '0')}-${(found.day ?? '').padStart(2, '0')}`;
  return isDay(day) ? day : undefined;
}

function quoted(part: string): string {
  return part === ' ' ? '\\s+' : `\\${part}`;
}
