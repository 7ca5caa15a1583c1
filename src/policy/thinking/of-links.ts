import { factsOnScreen, isSayable, isState, rowAround, tableOn } from './glimpse.ts';
import { type Moment, sayFacts, sayRows } from './moment.ts';

/** What is thought before a link is followed: in the bar, in a navigation, in a row, elsewhere. */
export function ofLink(moment: Moment, name: string): string[] {
  const { action, node, screen } = moment;
  const within = 'at' in action && 'role' in action.at ? action.at.within?.name : undefined;
  if (within === 'Workspace') return ofBar(moment, name);
  if (within !== undefined && action.kind === 'click' && isNavigation(moment)) return ofPlace(moment, name);
  const row = node && rowAround(screen, node);
  return row ? ofRecord(row, name) : ofReference(moment, name);
}

function isNavigation({ action }: Moment): boolean {
  return 'at' in action && 'role' in action.at && action.at.within?.role === 'navigation';
}

function ofBar(moment: Moment, name: string): string[] {
  if (name === 'Reload page') return ofReload(moment);
  return name === 'Go back' ? ofBack(moment) : ofConsole(moment, name);
}

function ofBack({ place, screen }: Moment): string[] {
  const seen = sayFacts(factsOnScreen(screen));
  return [
    ...(seen
      ? [`${seen}: that answers what I wanted from “${place}”. The record that I came from is one page back.`]
      : []),
    `I have seen what there is on “${place}”. What I was reading before is one page back.`,
  ];
}

function ofReload({ place, screen }: Moment): string[] {
  const seen = sayFacts(factsOnScreen(screen).filter(isState), 1);
  return [
    ...(seen ? [`It shows ${seen} now. If that was kept, it stands there after loading it anew, too.`] : []),
    `A message is no proof: if the change to “${place}” was kept, it is still there when the page comes afresh.`,
    `“${place}” may show what stood here before. I want what the console has kept, not what was sent.`,
  ];
}

function ofConsole({ place, screen }: Moment, name: string): string[] {
  const seen = sayFacts(factsOnScreen(screen));
  const table = tableOn(screen);
  return [
    ...(seen ? [`“${place}” tells me ${seen}. What ${name} holds has to fit that.`] : []),
    ...(seen ? [`I have ${seen} from “${place}”; the other half of this is kept in ${name}.`] : []),
    ...(table ? [`“${table.caption}” had ${sayRows(table.count)}. The work goes on in ${name}.`] : []),
    `Nothing on “${place}” is left open, so the next thing can be done in ${name}.`,
    `After “${place}” it is the turn of ${name}: I expect the same person and number there.`,
  ];
}

function ofPlace({ place, screen }: Moment, name: string): string[] {
  const table = tableOn(screen);
  if (place === name) {
    return [
      `“${place}” still shows what the last search left. I begin again with all of it.`,
      `What is listed is the answer to an older question; I want “${place}” as a whole.`,
    ];
  }
  return [
    ...(table
      ? [
          `“${place}” shows ${sayRows(table.count)} of its own; the whole list is under “${name}”.`,
          `What I need may not be among the ${sayRows(table.count)} of “${table.caption}”: “${name}” has a search.`,
        ]
      : []),
    `“${place}” is not where this is found. I expect “${name}” to open on a search or a list.`,
    `From “${place}” I cannot reach the record; “${name}” is the place that keeps it.`,
    `“${name}” is where such records are kept; “${place}” only touches on them.`,
    `To be sure that I see the record itself and not a mention of it on “${place}”, I go to “${name}”.`,
    `The record is not on “${place}”. Records of its kind stand together under “${name}”.`,
    `I leave “${place}” as it is and look under “${name}”, where I can search for one by what is unique.`,
  ];
}

/** What is thought before one row of several is taken. */
export function ofRecord(
  { caption, count, cells }: { caption: string; count: number; cells: string[] },
  name: string,
) {
  const others = cells.filter(cell => cell !== name && isSayable(cell) && !cell.startsWith('–'));
  const about = others.slice(0, 3).join(', ');
  const known = about ? `: ${about}` : '';
  if (count === 1) {
    return [
      `“${caption}” shows one row${known}. It is the one that I look for, so I open it.`,
      `The search leaves a single row${known}. The record itself tells the rest.`,
      `One match${known}. There is nobody to mix it up with.`,
      `“${caption}” has come down to one row${known}; what it says agrees with what I was given.`,
      `That is the only hit${known}. Before I rely on it I look at the record.`,
      `Nothing else is left${known}. I expect the record to say the same and more.`,
    ];
  }
  return [
    `Of the ${sayRows(count)} in “${caption}” this one fits${known}.`,
    `“${caption}” has ${sayRows(count)}; by what stands beside it${known} this is the right one.`,
    `There are ${sayRows(count)} to tell apart. I go by what the row says${known}.`,
    `Several could be meant by a name; this row differs from the others of “${caption}” in what it says${known}.`,
    `Among ${sayRows(count)} of “${caption}” I compare before I open one${known}.`,
  ];
}

function ofReference({ place, screen }: Moment, name: string): string[] {
  const beside = factsOnScreen(screen).find(({ value }) => value.startsWith(name));
  const seen = sayFacts(factsOnScreen(screen));
  return [
    ...(beside
      ? [`Beside ${beside.label} stands ${beside.value}. Its own record says more than this line.`]
      : []),
    ...(seen ? [`“${place}” gives ${seen}; that does not decide it yet, so I look behind “${name}”.`] : []),
    `“${place}” mentions it without saying more. I expect the details behind “${name}”.`,
    `What “${place}” leaves open should be answered there.`,
  ];
}
