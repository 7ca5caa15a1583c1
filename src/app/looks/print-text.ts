import { formatDay, formatMs } from '../../core/calendar.ts';
import type { Skin } from '../app.ts';
import type { Text } from '../pages/widgets.ts';

/** What stands where there is no day or moment. */
const NONE = '–';

/** A text as a skin prints it: days and moments in its formats. */
export function printText(text: Text, skin: Pick<Skin, 'dayFormat' | 'timeFormat'>): string {
  if (typeof text === 'string') return text;
  const { none = NONE } = text;
  if ('day' in text) return text.day ? formatDay(text.day, skin.dayFormat) : none;
  if (text.time === null || text.time === undefined) return none;
  const { timeFormat } = skin;
  const isUtc = timeFormat.includes('[UTC]') || timeFormat.endsWith('[Z]');
  return formatMs(text.time, timeFormat, isUtc ? 'utc' : 'company');
}
