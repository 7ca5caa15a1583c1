import {
  factsOnScreen,
  fieldsOn,
  hasRows,
  hintAt,
  isOrder,
  isState,
  isUnset,
  othersBeside,
  rowAround,
  searchedOn,
  tableOn,
  warningOn,
} from './glimpse.ts';
import {
  heldIn,
  isGiven,
  isInWork,
  type Moment,
  sayFacts,
  sayNames,
  sayRows,
  type Thinking,
} from './moment.ts';
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
    `“${place}” is in several parts; “${name}” is the one that I want.`,
    `Of the tabs of “${place}” I want “${name}” in front.`,
  ];
}

function ofField(moment: Moment, name: string): string[] {
  const { memory, node, place, screen } = moment;
  if (!isInWork(moment)) return ofFrame(moment, name);
  const held = heldIn(node);
  if (held !== undefined) {
    return [
      `“${name}” holds ${held}, which has to give way.`,
      `So far “${name}” says ${held}. That is not what it has to say in the end.`,
    ];
  }
  if (node?.value) return [`“${name}” on “${place}” has a text already; I go into it.`];
  const hint = node && hintAt(screen, node);
  const empty = fieldsOn(screen).filter(field => !field.value && field.role === 'textbox' && field !== node);
  const filled = sayFacts(memory.filledIn(screen));
  const open = sayNames(empty.map(field => field.name));
  return [
    ...(filled ? [`${filled} is in; “${name}” is empty still.`] : []),
    ...(hint ? [`Of “${name}” it says: ${hint} I keep to that.`] : []),
    ...again(moment),
    ...(open ? [`Besides “${name}”, “${place}” has ${open} empty.`] : []),
    ...(node?.required ? [`“${place}” requires “${name}”; I do not leave it empty.`] : []),
    `“${name}” on “${place}” is empty. I know what I put in.`,
    `Nothing stands in “${name}” yet, so nothing has to be cleared before I write.`,
    `“${name}” is the field of “${place}” that comes now.`,
    `“${place}” has “${name}” without a text; that changes now.`,
  ];
}

/** The field of the console's frame, by which one goes anywhere. */
function ofFrame({ place, screen }: Moment, name: string): string[] {
  const seen = sayFacts(factsOnScreen(screen));
  return [
    ...(seen ? [`“${place}” has told me ${seen}. “${name}” leads on from here.`] : []),
    `From “${place}” the short way on is to name what I want.`,
    `With “${name}” I need not leave “${place}” step by step.`,
    `I leave “${place}” by “${name}”.`,
  ];
}

/** Why a place is looked at a second time. */
function again({ memory, place, screen }: Moment): string[] {
  if (!memory.isSeenBeforeChange(screen)) return [];
  return [
    `I was on “${place}” before the change. What it shows now may be different, and I want to see that.`,
    `“${place}” once more: what was true before the change need not be true now.`,
  ];
}

function ofSearch(moment: Moment, name: string): string[] {
  const { node, place, screen } = moment;
  const held = heldIn(node);
  const table = tableOn(screen);
  const rows = table && sayRows(table.count);
  return [
    ...(held === undefined
      ? []
      : [`The last search, ${held}, is still in it and would hide what I look for now.`]),
    ...(table && table.count > 1
      ? [
          `“${table.caption}” shows ${rows}. I search for the one that I mean.`,
          `${rows} of “${table.caption}” are in view: searching is surer than reading.`,
          `With ${rows} in view I might take a look-alike; I ask instead.`,
          `I could read the ${rows} of “${table.caption}” one by one, but one could be overlooked.`,
          `“${table.caption}” has ${rows} in front of me; asking for one is quicker.`,
        ]
      : []),
    ...(table && table.count <= 1 ? [`“${table.caption}” shows ${rows}. I ask for what I mean.`] : []),
    ...again(moment),
    ...(hasRows(screen) || screen.tree.moreBelow || screen.tree.moreAbove
      ? []
      : [`“${place}” shows no row yet. “${name}” takes what I know.`]),
    `“${name}” on “${place}” takes what I know of the record.`,
  ];
}

function ofChoice({ memory, node, place, screen }: Moment, name: string): string[] {
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
    ...(isOpen
      ? [
          `“${name}” on “${place}” is not set yet. I read what there is before I choose.`,
          `No line of “${name}” is taken yet on “${place}”.`,
        ]
      : []),
    `“${place}” wants this chosen from a list, so I read the list first.`,
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
