import type { Observation, ScreenNode } from '../../screen/observation.ts';
import { nodesOf } from '../../screen/script/sight.ts';
import { factsOnScreen, isState, othersBeside, warningOn, workOn } from './glimpse.ts';
import { isGiven, isInWork, type Moment, sayFacts, sayNames, type Thinking } from './moment.ts';
import { ofLink } from './of-links.ts';
import { ofChange } from './of-origins.ts';
import { isOnRow, ofRow } from './of-rows.ts';

/** What is thought before a click, by the role of what is clicked; a field, a tab and a menu are on the way. */
export const OF_CLICKS: Readonly<Record<string, Thinking>> = {
  link: ofLink,
  button: ofButton,
  option: ofOption,
  radio: ofOption,
  checkbox: ofBox,
};

function ofButton(moment: Moment): string[] {
  const { screen } = moment;
  if (isOnRow(moment)) return ofRow(moment);
  if (!isSending(moment)) return [];
  const warning = warningOn(screen);
  return [...ofChange(moment), ...(warning ? [`It says: ${warning} I have read that.`] : [])];
}

/**
 * Whether an act may send off something: a button, or Enter in a field of the form in front, and no search. What a form was
 * filled in with may be saved by a button of the frame around it.
 */
export function isSending({ action, ...moment }: Moment): boolean {
  const { memory, node, screen } = moment;
  if (!node || node.role === 'searchbox') return false;
  if (!isInWork({ action, ...moment }) && memory.filledIn(screen).length === 0) return false;
  if (action.kind === 'key') return action.keys === 'enter';
  const isButton = node.role === 'button' && node.expanded === undefined;
  return action.kind === 'click' && isButton && !isSearch(node, screen);
}

/** Whether a button is the first that comes after a search field: it asks and changes nothing. */
function isSearch(button: ScreenNode, screen: Observation): boolean {
  const nodes = nodesOf(workOn(screen));
  const before = nodes.slice(0, nodes.indexOf(button));
  const field = before.findLastIndex(({ role }) => role === 'searchbox');
  return field >= 0 && !before.slice(field).some(({ role }) => role === 'button' || role === 'textbox');
}

/** Whether an act sends off what was filled in. */
export function isForm(moment: Moment): boolean {
  return isSending(moment) && moment.memory.filledIn(moment.screen).length > 0;
}

/** What is chosen has its reason where it was read; the others are named and left. */
function ofOption(moment: Moment, name: string): string[] {
  const { memory, node, place, screen } = moment;
  const others = node ? othersBeside(screen, node) : [];
  const source = memory.sourceOf(name, { screen, node });
  const isAsked = isGiven(moment, name) && !others.some(other => memory.goal.includes(other));
  // The same word may stand anywhere for something else.
  const isAbout = source?.label === fieldOf(screen)?.name || /\d/.test(name);
  const isRead = source?.kind === 'fact' && isAbout && source.place !== place;
  const rest = others.length > 0 ? sayNames(others) : 'all else';
  const rule = memory.ruleRead(name);
  return [
    ...(isAsked ? [`The request says “${name}”; of ${rest} it says nothing.`] : []),
    ...(isRead ? [`“${source.place}” has “${name}” beside ${source.label}, so I leave ${rest}.`] : []),
    ...(rule
      ? [
          `“${name}” is what ${rule} has for a case like this.`,
          `By ${rule} it comes down to “${name}”.`,
          `${rule} gives “${name}” for it, so I leave ${rest}.`,
        ]
      : []),
  ];
}

/** The list of choices that is open. */
function fieldOf({ tree }: Observation): ScreenNode | undefined {
  return nodesOf(tree).find(({ role, expanded }) => role === 'combobox' && expanded);
}

function ofBox(moment: Moment, name: string): string[] {
  const { node, screen } = moment;
  if (node && isOnRow(moment)) return ofRow(moment);
  const then = node?.checked ? 'without a tick' : 'ticked';
  const seen = sayFacts(factsOnScreen(screen).filter(isState), 1);
  if (!isGiven(moment, name)) return [];
  return [`The request speaks of “${name}”; it is to be ${then}.${seen ? ` So far: ${seen}.` : ''}`];
}
