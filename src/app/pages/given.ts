import { dayOf } from '../../core/calendar.ts';
import type { AppRequest } from '../app.ts';
import { printText } from '../looks/print-text.ts';

/** What a page is made from: the console's state, the request, and the words for days in it. */
export interface Given<S> {
  state: Readonly<S>;
  request: AppRequest;
  /** The company's day. */
  today: string;
  /** A day inside a text, in the format of the skin; `none`, or a dash, for no day. */
  day(day: string | null | undefined, none?: string): string;
  /** A moment inside a text. */
  time(ms: number | null | undefined, none?: string): string;
}

/**
 * What handlers of routes make their pages from.
 *
 * @example
 * const { day } = givenOf(state, request);
 * return page({ title: 'Freeze', body: alert('warning', `Until ${day(freeze.end)}.`) });
 */
export function givenOf<S>(state: Readonly<S>, request: AppRequest): Given<S> {
  const none = (word: string | undefined): { none?: string } => (word === undefined ? {} : { none: word });
  return {
    state,
    request,
    today: dayOf(request.nowMs),
    day: (day, word) => printText({ day, ...none(word) }, request.skin),
    time: (time, word) => printText({ time, ...none(word) }, request.skin),
  };
}
