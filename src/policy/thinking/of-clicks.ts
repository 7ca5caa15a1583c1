import {
  factsOnScreen,
  fieldsOn,
  isOrder,
  isState,
  isUnset,
  othersBeside,
  rowAround,
  searchedOn,
  tableOn,
  warningOn,
} from './glimpse.ts';
import { heldIn, isGiven, type Moment, PLAIN, sayFacts, sayNames, sayRows, type Thinking } from './moment.ts';
import { ofBehind, ofField, ofSearch } from './of-fields.ts';
import { ofSearching } from './of-keys.ts';
import { ofLink, ofRecord } from './of-links.ts';

/** What is thought before a click, by the role of what is clicked. */
export const OF_CLICKS: Readonly<Record<string, Thinking>> = {
  link: ofLink,
  button: ofButton,
  tab: ofTab,
  textbox: ofField,
  searchbox: ofSearch,
  combobox: ofChoice,
  option: ofOption,
  radio: ofOption,
  menuitem: ofEntry,
  checkbox: ofBox,
};

function ofButton(moment: Moment, name: string): string[] {
  const { last, memory, node, place, screen } = moment;
  const seen = sayFacts(factsOnScreen(screen).filter(isState));
  if (node?.expanded !== undefined) return ofMenu(place, seen);
  const row = node && rowAround(screen, node);
  if (row) return ofRecord(moment, row, '');
  const held = searchedOn(screen);
  if (held && last?.kind === 'type') return ofSearching(held, place);
  const filled = memory.filledIn(screen);
  const warning = warningOn(screen);
  return [
    ...(isForm(moment) ? ofForm(moment, sayFacts(filled, 3)) : []),
    ...(warning ? [`It says: ${warning} I have read that.`] : []),
    ...(seen ? [`“${place}” stands at ${seen} before this.`] : []),
    ...(seen ? [`I have read ${seen} on “${place}”; I compare with it later.`] : []),
    ...ofBehind(moment),
    PLAIN,
    `“${place}” has what I need for this: “${name}” is the act.`,
    `I have “${place}” before me as I want it, so “${name}” comes now.`,
    `On “${place}” nothing else comes before “${name}”.`,
  ];
}

/** Whether an act sends off what was filled in. */
export function isForm({ action, memory, node, screen }: Moment): boolean {
  const isSearch = fieldsOn(screen).some(({ role, value }) => role === 'searchbox' && value);
  if (action.kind !== 'click' || node?.role !== 'button' || node.expanded !== undefined) return false;
  return !isSearch && memory.filledIn(screen).length > 0;
}

function ofMenu(place: string, seen: string): string[] {
  return [
    ...(seen ? [`“${place}” stands at ${seen}. I see what its menu has for that.`] : []),
    `What may be done with “${place}” I expect in the menu.`,
    `I read what the menu on “${place}” has before I choose.`,
  ];
}

/** A change says what it rests on, and the rule. */
function ofForm({ memory, place, screen }: Moment, form: string): string[] {
  const there = memory.grounds(screen);
  const ground = there ? ` It rests on ${there.text}, read on “${there.place}”.` : '';
  const order = memory.filledIn(screen).find(fact => isOrder(fact) && memory.goal.includes(fact.value));
  const rule = order ? ` Nothing is done without an order; ${order.value} is that order.` : '';
  const written = fieldsOn(screen).find(({ value = '' }) => value.length > NOTE_MIN);
  const closing = written ? ` “${written.name}” has my words in full.` : '';
  return [
    ...(rule ? [`${form}: complete.${rule}${ground}`] : []),
    `I read it over: ${form}.${closing}${rule}${ground} I expect “${place}” to answer.`,
    `“${place}” holds ${form}, as I meant it.${closing}${rule}${ground}`,
    `Before it goes off: ${form}.${rule}${ground} If a word is wrong, I expect “${place}” to say so.`,
    `${form}: that is what “${place}” is to take.${closing}${rule}${ground}`,
  ];
}

/** Longer than any value: somebody wrote a note. */
const NOTE_MIN = 60;

function ofTab({ last, node, place, screen }: Moment, name: string): string[] {
  const seen = sayFacts(factsOnScreen(screen));
  const isOpened = last?.kind === 'click' && 'role' in last.at && last.at.role === 'link';
  if (node?.selected && isOpened) {
    return [
      `“${place}” has opened on “${name}”. I make sure that it is the tab I think, before I rely on it.`,
      `It is “${place}” that has come up; I hold on to “${name}” of it.`,
    ];
  }
  if (node?.selected) {
    return [
      `“${name}” is in front, but perhaps from before the last act; opened again it shows how things stand now.`,
      `I have “${name}” before me and do not trust it: what the console holds by now is what counts.`,
    ];
  }
  const table = tableOn(screen);
  return [
    ...(seen ? [`So far “${place}” says ${seen}. I go on to “${name}”.`] : []),
    ...(table ? [`“${table.caption}” shows ${sayRows(table.count)}. After that I turn to “${name}”.`] : []),
    ...(seen ? [`I know ${seen} by now; “${name}” comes after that.`] : []),
    PLAIN,
    `“${place}” is in several parts; “${name}” is the one that I want.`,
    `Of the tabs of “${place}” I want “${name}” in front.`,
  ];
}

function ofChoice(moment: Moment, name: string): string[] {
  const { memory, node, place, screen } = moment;
  const held = heldIn(node);
  const isOpen = !node?.value || isUnset(node.value);
  const filled = sayFacts(memory.filledIn(screen).filter(({ label }) => label !== name));
  return [
    ...(held === undefined
      ? []
      : [
          `“${name}” stands at ${held}. I look what else it has.`,
          `“${place}” has “${name}” at ${held}; I read its lines before I settle.`,
        ]),
    ...(filled && isOpen ? [`${filled} is set; “${name}” is still open.`] : []),
    ...ofBehind(moment),
    PLAIN,
    `“${place}” wants this chosen from a list, so I read the list first.`,
    ...(isOpen
      ? [
          `“${name}” on “${place}” is not set yet. I read what there is before I choose.`,
          `No line of “${name}” is taken yet on “${place}”.`,
        ]
      : []),
    `What “${name}” may say is fixed; I look which of its lines I need.`,
    `Before I settle on a line of “${name}” I want to see all that “${place}” has.`,
  ];
}

/** What is chosen has its reason where it was read; where it was not, the others are named and left. */
function ofOption(moment: Moment, name: string): string[] {
  const { memory, node, place, screen } = moment;
  const others = node ? othersBeside(screen, node) : [];
  const source = memory.sourceOf(name, { screen, node });
  const isAsked = isGiven(moment, name) && !others.some(other => memory.goal.includes(other));
  const isRead = source?.kind === 'fact' && source.place !== place;
  if (others.length === 0) return [`I see no other choice on “${place}”.`];
  const rest = sayNames(others);
  return [
    ...(isAsked ? [`The request says “${name}”; of ${rest} it says nothing.`] : []),
    ...(isRead ? [`“${source.place}” has “${name}” beside ${source.label}, so I leave ${rest}.`] : []),
    `The others are ${rest}; I leave them.`,
    `I compared it with ${rest}: “${name}” is what I mean.`,
    `Besides it there are ${rest}. I take “${name}”.`,
    `Not ${rest}: “${name}” it is for “${place}”.`,
    `Of ${others.length + 1} lines in view I settle on “${name}”, not on ${rest}.`,
    `${rest} stand beside it and stay as they are.`,
  ];
}

function ofEntry({ node, place, screen }: Moment, name: string): string[] {
  const others = node ? othersBeside(screen, node) : [];
  const seen = sayFacts(factsOnScreen(screen).filter(isState), 1);
  return [
    ...(others.length > 0
      ? [
          `The menu has ${sayNames(others)}, too; I leave those alone.`,
          `Next to ${sayNames(others)} stands “${name}”, and that is the act that I mean.`,
        ]
      : []),
    ...(seen ? [`“${place}” stands at ${seen}. From its menu I take “${name}”.`] : []),
    `Of all that the menu on “${place}” has, “${name}” is what I came for.`,
  ];
}

function ofBox(moment: Moment, name: string): string[] {
  const { node, place } = moment;
  const [now, then] = node?.checked ? ['ticked', 'without a tick'] : ['without a tick', 'ticked'];
  return [
    ...(isGiven(moment, name) ? [`The request speaks of “${name}”; it is to be ${then}.`] : []),
    `“${name}” is ${now} on “${place}”. It has to be ${then}.`,
    `As “${place}” stands, “${name}” is ${now}; I want it ${then}.`,
  ];
}
