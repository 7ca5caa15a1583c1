import { factsOnScreen, isState } from './glimpse.ts';
import { type Moment, sayFacts } from './moment.ts';
import { isOnRow, ofRow } from './of-rows.ts';

/** What is thought before a link is followed: in a row what tells it from the others, of a page loaded anew why. */
export function ofLink(moment: Moment, name: string): string[] {
  const { action } = moment;
  const within = 'at' in action && 'role' in action.at ? action.at.within?.name : undefined;
  if (within === 'Workspace') return name === 'Reload page' ? ofReload(moment) : [];
  return isOnRow(moment) ? ofRow(moment) : ofReference(moment, name);
}

function ofReload({ memory, place, screen }: Moment): string[] {
  const seen = sayFacts(factsOnScreen(screen).filter(isState), 1);
  if (!memory.isChanged(screen))
    return [`“${place}” may be older than what the console holds by now, so I load it anew.`];
  return [
    ...(seen ? [`It shows ${seen} now. If that was kept, it stands there after loading it anew, too.`] : []),
    'A message is no proof: what the console has kept is still there when I load it anew.',
  ];
}

/** What is linked beside a label is looked at for what the label says that it is. */
function ofReference({ place, screen }: Moment, name: string): string[] {
  const beside = factsOnScreen(screen).find(({ value }) => value.startsWith(name));
  if (!beside) return [];
  return [
    `“${place}” has ${beside.value} as ${beside.label}: what that record says counts here, too.`,
    `${beside.label} of “${place}” is ${beside.value}, and its own record has more of it.`,
  ];
}
