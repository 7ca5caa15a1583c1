import { readDay } from '../../core/calendar.ts';
import { dayOn } from '../../screen/script/verbs.ts';
import { nodesOf } from '../../screen/script/sight.ts';
import { type Fact, factsOnScreen, isSayable, isState, searchedOn, workOn } from './glimpse.ts';
import type { Moment } from './moment.ts';
import { isOnRow } from './of-rows.ts';
import { cellRowsIn } from './printed.ts';

/** What has come up with the last act and counts for what is done next: the hits of a search, how a record stands. */
export function ofSeeing(moment: Moment): string[] {
  return [...ofHits(moment), ...ofChange(moment), ...ofState(moment)];
}

/** How many rows a search has left; a row that is then taken says it itself. */
function ofHits(moment: Moment): string[] {
  const { last, screen } = moment;
  const held = searchedOn(screen);
  const table = nodesOf(workOn(screen)).find(({ role, name }) => role === 'table' && isSayable(name));
  const isSent = last?.kind === 'click' || (last?.kind === 'key' && last.keys === 'enter');
  if (!isSent || !held || !table || isOnRow(moment)) return [];
  const [caption, count] = [table.name, cellRowsIn(table).length];
  if (count === 1)
    return [
      `One row is left for ${held}.`,
      `“${caption}” has ${held} once.`,
      `The search found one ${held}.`,
    ];
  if (count === 0)
    return [
      `No row for ${held}: “${caption}” does not have it under that.`,
      `“${caption}” has nothing that goes by ${held}.`,
      `The search for ${held} comes back empty, so it is not in “${caption}”.`,
    ];
  return [
    `${count} rows have ${held}: that alone does not say which is meant.`,
    `“${caption}” gives ${count} rows for ${held}, so one more mark has to tell them apart.`,
  ];
}

/** A state that was another before: that is what a change has left behind. */
function ofChange({ memory, place, screen }: Moment): string[] {
  const changed = factsOnScreen(screen)
    .filter(isState)
    .flatMap(fact => {
      const before = memory.valueBefore(fact.label, screen);
      return before === undefined || before === fact.value ? [] : [{ ...fact, before }];
    })[0];
  if (!changed) return [];
  const { label, value, before } = changed;
  return [
    `${label} of “${place}” was ${before} and is ${value} now.`,
    `“${place}” had ${label} ${before}; it has ${value} now, so that was kept.`,
    `From ${before} to ${value}: ${label} of “${place}” has changed since I saw it last.`,
  ];
}

/** How a record stands, in the words of many consoles, with what follows from it. */
const STANDS: readonly [RegExp, (fact: Fact, place: string) => string[]][] = [
  [
    /lock|suspend|inactiv|disabl|deactivat|terminat|expired|revoked|denied|reject|closed|resolved|cancel|left|leave/i,
    ({ label, value }, place) => [
      `“${place}” stands at ${label} ${value}: what is done next has to allow for that.`,
      `${value} is what “${place}” has under ${label}; that decides how it goes on.`,
    ],
  ],
  [
    /pending|request|wait|hold|pre-?hire|future|staged|invited|draft/i,
    ({ label, value }, place) => [
      `${label} ${value}: “${place}” waits for something, and I have to know for what.`,
      `“${place}” is not there yet, it stands at ${label} ${value}.`,
    ],
  ],
];

function ofState({ place, screen }: Moment): string[] {
  if (!isSayable(place)) return [];
  for (const fact of factsOnScreen(screen).filter(isState)) {
    const [day, today] = [readDay(fact.value), dayOn(screen)];
    if (day !== undefined && today !== undefined && ENDS.test(fact.label))
      return ofDay(fact, { place, isOver: day < today });
    const said = STANDS.find(([word]) => word.test(fact.value))?.[1];
    if (said) return said(fact, place);
  }
  return [];
}

/** Labels of the last day of something. */
const ENDS = /until|expire|valid to|\bend/i;

function ofDay({ label, value }: Fact, { place, isOver }: { place: string; isOver: boolean }): string[] {
  if (isOver) return [`${label} of “${place}” was ${value}: that day is over.`];
  return [
    `${label} of “${place}” is ${value}, and that is not over yet.`,
    `“${place}” runs until then: ${label} ${value}.`,
  ];
}
