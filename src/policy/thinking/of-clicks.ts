import {
  factsOnScreen,
  fieldsOn,
  hintAt,
  isState,
  othersBeside,
  rowAround,
  tableOn,
  warningOn,
} from './glimpse.ts';
import { heldIn, isInWork, type Moment, sayFacts, sayNames, sayRows, type Thinking } from './moment.ts';
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

function ofButton(moment: Moment): string[] {
  const { memory, node, place, screen } = moment;
  const seen = sayFacts(factsOnScreen(screen).filter(isState));
  if (node?.expanded !== undefined) return ofMenu(place, seen);
  const row = node && rowAround(screen, node);
  if (row) return ofRecord(row, '');
  const search = fieldsOn(screen).find(({ role, value }) => role === 'searchbox' && value);
  if (search?.value) return ofSearching(search.value, place);
  const filled = memory.filledIn(screen);
  const warning = warningOn(screen);
  return [
    ...(isForm(moment) ? ofForm(moment, sayFacts(filled, 3)) : []),
    ...(warning ? [`It warns: ${warning} That is what is wanted here.`] : []),
    ...(seen ? [`The record stands at ${seen}. Afterwards it must show the difference.`] : []),
    ...(seen ? [`I have read ${seen}; nothing speaks against it. I expect to be asked for a reason.`] : []),
    `“${place}” asks for nothing more, so it can go off. I expect a message that says what came of it.`,
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
    ...(seen ? [`“${place}” stands at ${seen}. What can be changed about that should be in its menu.`] : []),
    `What may be done with “${place}” is not on the page itself; I expect it in the menu.`,
    `I need the acts that “${place}” allows, and read them before I choose.`,
  ];
}

/** A change says what it rests on, and the rule. */
function ofForm({ memory, place, screen }: Moment, form: string): string[] {
  const there = memory.grounds(screen);
  const ground = there ? ` It rests on ${sayFacts(there.facts)}, read on “${there.place}”.` : '';
  const order = memory.filledIn(screen).find(({ value }) => memory.goal.includes(value));
  const rule = order ? ` Nothing may be changed without an order; ${order.value} is that order.` : '';
  const written = fieldsOn(screen).find(({ value = '' }) => value.length > NOTE_MIN);
  const closing = written ? ` What was done stands in “${written.name}”, as the rules want it.` : '';
  return [
    `I read it over: ${form}.${closing}${ground} I expect the page to confirm it.`,
    ...(rule ? [`${form}: complete.${rule}${ground}`] : []),
    `“${place}” holds ${form}, no more and no less than was asked.${closing}${ground}`,
    `Before it goes off: ${form}.${ground} If a word is wrong, it should say so.`,
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
      `The record is the right one, “${place}”; I hold on to “${name}”, where the facts are that I need.`,
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
    ...(seen ? [`So far “${place}” says ${seen}. Under “${name}” I expect the part that decides.`] : []),
    ...(table
      ? [`“${table.caption}” is read, ${sayRows(table.count)}. What is missing stands under “${name}”.`]
      : []),
    ...(seen ? [`I know ${seen} by now. That alone is not enough; “${name}” has the rest.`] : []),
    `“${place}” does not show it on its first page; it keeps that under “${name}”.`,
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
  const hint = node && hintAt(screen, node);
  const empty = fieldsOn(screen).filter(field => !field.value && field.role === 'textbox' && field !== node);
  const filled = sayFacts(memory.filledIn(screen));
  const open = sayNames(empty.map(field => field.name));
  return [
    ...(filled ? [`${filled} is in; “${name}” is empty still.`] : []),
    ...(hint ? [`Of “${name}” it says: ${hint} I keep to that.`] : []),
    ...again(moment),
    ...(open
      ? [`Besides “${name}”, “${place}” has ${open} empty. I fill in what the act cannot do without.`]
      : []),
    ...(node?.required ? [`“${place}” requires this; without it nothing can be shown or sent.`] : []),
    `“${name}” on “${place}” is empty. I put in what I have read, letter by letter.`,
    `Nothing stands in “${name}” yet, so nothing has to be cleared before I write.`,
    `What I have noted belongs here: “${name}” is the field of “${place}” for it.`,
    `“${place}” has to know whom or what it is about before it shows or does anything.`,
  ];
}

/** The field of the console's frame, by which one goes anywhere. */
function ofFrame({ place, screen }: Moment, name: string): string[] {
  const seen = sayFacts(factsOnScreen(screen));
  return [
    ...(seen
      ? [`“${place}” has told me ${seen}, and that is all I need of it. “${name}” leads on from any page.`]
      : []),
    `From “${place}” the short way on is to name the page that I want.`,
    `“${name}” works from everywhere, so I need not leave “${place}” step by step.`,
    `I am done with “${place}”; I know by name where the next thing is kept.`,
  ];
}

/** Why a place is looked at a second time. */
function again({ memory, place, screen }: Moment): string[] {
  if (!memory.isSeenBeforeChange(screen)) return [];
  return [
    `I was on “${place}” before the change. What it shows now should be different, and I want to see that.`,
    `“${place}” once more: what was true before the change need not be true now.`,
  ];
}

function ofSearch(moment: Moment, name: string): string[] {
  const { node, place, screen } = moment;
  const held = heldIn(node);
  const table = tableOn(screen);
  return [
    ...(held === undefined
      ? []
      : [`The last search, ${held}, is still in it and would hide what I look for now.`]),
    ...(table
      ? [
          `“${table.caption}” shows ${sayRows(table.count)}, and names repeat. I search by what is unique.`,
          `${sayRows(table.count)} on this page of “${table.caption}” alone: searching is surer than reading.`,
          `“${table.caption}” is longer than its ${sayRows(table.count)} here; asking for one is quicker and leaves no doubt.`,
          `With ${sayRows(table.count)} in view I might take a look-alike; the search does not.`,
          `I could read the ${sayRows(table.count)} of “${table.caption}” one by one, but one could be overlooked.`,
        ]
      : []),
    ...again(moment),
    `“${place}” shows nothing before it is asked. “${name}” takes what I know.`,
  ];
}

function ofChoice({ memory, node, place, screen }: Moment, name: string): string[] {
  const held = heldIn(node);
  const filled = sayFacts(memory.filledIn(screen).filter(({ label }) => label !== name));
  return [
    ...(held === undefined
      ? []
      : [
          `“${name}” stands at ${held}. I look what else it offers.`,
          `With “${name}” at ${held}, “${place}” would say something untrue.`,
        ]),
    ...(filled ? [`${filled} is set; “${name}” is still open.`] : []),
    ...(held === undefined
      ? [`Nobody has set “${name}” on “${place}” yet. I read what there is before I choose.`]
      : []),
    `“${place}” wants this chosen from a list, so I read the list first.`,
    `What “${name}” may say is fixed; I look which of its lines is true here.`,
    `Before I settle on a line of “${name}” I want to see all that “${place}” offers.`,
  ];
}

function ofOption({ node, screen }: Moment, name: string): string[] {
  const others = node ? othersBeside(screen, node) : [];
  if (others.length === 0) return ['There is no other choice, and it is the right one.'];
  return [
    `The others, ${sayNames(others)}, would say what is not the case.`,
    `I compared it with ${sayNames(others)}: “${name}” is what the facts bear out.`,
    `Besides it there are ${sayNames(others)}. None of them fits what I have read.`,
    `${sayNames(others)}: each of these would put something on record that I have not seen.`,
    `Of what is offered, only “${name}” agrees with the record; ${sayNames(others)} would have to be explained.`,
    `Had I found otherwise, ${sayNames(others)} would be there for it. As things stand it is “${name}”.`,
  ];
}

function ofEntry({ node, place, screen }: Moment, name: string): string[] {
  const others = node ? othersBeside(screen, node) : [];
  const seen = sayFacts(factsOnScreen(screen).filter(isState), 1);
  return [
    ...(others.length > 0
      ? [
          `The menu has ${sayNames(others)}, too; those do more than was asked, or something else.`,
          `Next to ${sayNames(others)} this is the act that was asked for. I expect a form before anything happens.`,
        ]
      : []),
    ...(seen ? [`With ${seen} this is possible. I expect to be asked for a reason first.`] : []),
    `Of all that can be done with “${place}”, “${name}” is as far as the order goes.`,
  ];
}

function ofBox({ node, place }: Moment, name: string): string[] {
  const [now, then] = node?.checked ? ['on', 'off'] : ['off', 'on'];
  return [
    `“${name}” is ${now} as “${place}” comes. It has to be ${then}, or I see and do only half.`,
    `As it stands, ${now}, “${place}” would leave out what I am after.`,
  ];
}
