import { factsOnScreen, isSayable, isState, rowAround, searchedOn, tableOn } from './glimpse.ts';
import { isGiven, type Moment, PLAIN, sayFacts, sayRows } from './moment.ts';

/** What is thought before a link is followed: in the bar, in a navigation, in a row, elsewhere. */
export function ofLink(moment: Moment, name: string): string[] {
  const { action, node, screen } = moment;
  const within = 'at' in action && 'role' in action.at ? action.at.within?.name : undefined;
  if (within === 'Workspace') return ofBar(moment, name);
  if (within !== undefined && action.kind === 'click' && isNavigation(moment)) return ofPlace(moment, name);
  const row = node && rowAround(screen, node);
  return row ? ofRecord(moment, row, name) : ofReference(moment, name);
}

function isNavigation({ action }: Moment): boolean {
  return 'at' in action && 'role' in action.at && action.at.within?.role === 'navigation';
}

function ofBar(moment: Moment, name: string): string[] {
  if (name === 'Reload page') return ofReload(moment);
  return name === 'Go back' ? ofBack(moment) : ofConsole(moment, name);
}

function ofBack({ memory, place, screen }: Moment): string[] {
  const seen = sayFacts(factsOnScreen(screen));
  const before = memory.placeBefore(screen);
  return [
    ...(seen ? [`“${place}” says ${seen}. With that I return to where I came from.`] : []),
    ...(before ? [`Before “${place}” I had “${before}” in front of me. I return by the way I came.`] : []),
    PLAIN,
    `I have seen “${place}”. What I was reading earlier is behind it.`,
  ];
}

function ofReload({ memory, place, screen }: Moment): string[] {
  const seen = sayFacts(factsOnScreen(screen).filter(isState), 1);
  const isChanged = memory.isChanged(screen);
  return [
    ...(seen && isChanged
      ? [`It shows ${seen} now. If that was kept, it stands there after loading it anew, too.`]
      : []),
    ...(isChanged
      ? ['A message is no proof: what the console has kept is still there when I load it anew.']
      : []),
    ...(seen ? [`It shows ${seen} as of when it was loaded. I want to know whether that is still so.`] : []),
    `“${place}” may be older than what the console holds by now, so I load it anew.`,
  ];
}

function ofConsole({ place, screen }: Moment, name: string): string[] {
  const seen = sayFacts(factsOnScreen(screen));
  const table = tableOn(screen);
  return [
    ...(seen ? [`“${place}” tells me ${seen}. I keep that in mind while I am in ${name}.`] : []),
    ...(seen ? [`I have ${seen} from “${place}”; now it is the turn of ${name}.`] : []),
    ...(table ? [`“${table.caption}” had ${sayRows(table.count)}. The work goes on in ${name}.`] : []),
    PLAIN,
    `I leave “${place}” as it is; the next thing is done in ${name}.`,
    `After “${place}” I turn to ${name}.`,
  ];
}

function ofPlace(moment: Moment, name: string): string[] {
  const { memory, place, screen } = moment;
  if (place === name) return ofSamePlace(moment);
  const table = tableOn(screen);
  const seen = sayFacts(factsOnScreen(screen), 1);
  return [
    ...(table ? [`“${table.caption}” shows ${sayRows(table.count)}. From there I go on to “${name}”.`] : []),
    ...(seen ? [`“${place}” says ${seen}. I remember that and turn to “${name}”.`] : []),
    ...(memory.isKnown(name)
      ? [
          `I have been on “${name}” before and return to it from “${place}”.`,
          `“${name}” is known to me by now; “${place}” has done its part.`,
        ]
      : [
          `I have not seen “${name}” yet. From “${place}” the navigation leads there.`,
          `“${name}” is new to me; by its name I expect there what “${place}” does not show me.`,
        ]),
    PLAIN,
    `I leave “${place}” and look under “${name}”.`,
    `I am on “${place}”; the navigation names “${name}”, and that is where I mean to be.`,
    `What I do next I do under “${name}”, not on “${place}”.`,
  ];
}

function ofSamePlace({ place, screen }: Moment): string[] {
  const held = searchedOn(screen);
  const table = tableOn(screen);
  return [
    ...(held
      ? [
          `“${place}” still has ${held} in its search. I begin again with all of it.`,
          `I searched “${place}” for ${held}; that question is an older one, so I start afresh.`,
        ]
      : []),
    ...(table ? [`“${place}” shows ${sayRows(table.count)}. I open it anew and begin at its start.`] : []),
    PLAIN,
    `“${place}” is in front already; opened anew it stands as it comes.`,
    `I start “${place}” afresh, so that nothing of before is in the way.`,
  ];
}

/** What is thought before one row of several is taken. */
export function ofRecord(
  moment: Moment,
  { caption, count, cells }: { caption: string; count: number; cells: string[] },
  name: string,
): string[] {
  const others = cells.filter(cell => cell !== name && isSayable(cell) && !cell.startsWith('–'));
  const known = others.length > 0 ? `: ${others.slice(0, 3).join(', ')}` : '';
  const given = cells.find(cell => isSayable(cell) && isGiven(moment, cell));
  const held = searchedOn(moment.screen);
  const asked = given ? [`The request names ${given}, and this row of “${caption}” has it.`] : [];
  if (count === 1) {
    return [
      `“${caption}” shows one row${known}. It is the one that I take.`,
      ...asked,
      ...(held
        ? [
            `With ${held} as the search a single row is in view${known}.`,
            `“${caption}” has come down to one row${known}.`,
            `For ${held} that is the only hit${known}.`,
          ]
        : []),
      `There is a single row before me${known}.`,
      `This row is all that “${caption}” shows${known}.`,
    ];
  }
  return [
    `Of the ${sayRows(count)} in “${caption}” I take this one${known}.`,
    ...asked,
    `“${caption}” has ${sayRows(count)}; I go by what stands beside it${known}.`,
    `There are ${sayRows(count)} to tell apart. I go by what the row says${known}.`,
    `I compare with the other rows of “${caption}” before I choose this one${known}.`,
    `Among ${sayRows(count)} of “${caption}” this is the one that I mean${known}.`,
  ];
}

function ofReference({ place, screen }: Moment, name: string): string[] {
  const beside = factsOnScreen(screen).find(({ value }) => value.startsWith(name));
  const seen = sayFacts(factsOnScreen(screen));
  return [
    ...(beside ? [`Beside ${beside.label} stands ${beside.value}. I look at what is behind it.`] : []),
    ...(seen ? [`“${place}” gives ${seen}. I go on to “${name}”.`] : []),
    PLAIN,
    `“${place}” has “${name}” as a link; I see what is behind it.`,
    `I have read “${place}” as far as I have to; “${name}” comes after it.`,
  ];
}
