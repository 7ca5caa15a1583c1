import { factsOnScreen, fieldsOn, hasRows, hintAt, isOrder, tableOn } from './glimpse.ts';
import { heldIn, isInWork, type Moment, PLAIN, sayFacts, sayNames, sayRows } from './moment.ts';

/** What is thought before a field is clicked into. */
export function ofField(moment: Moment, name: string): string[] {
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
    ...ofOrder(moment, name),
    ...ofBehind(moment),
    ...again(moment),
    ...(open ? [`Besides “${name}”, “${place}” has ${open} empty.`] : []),
    PLAIN,
    ...(node?.required ? [`“${place}” requires “${name}”; I do not leave it empty.`] : []),
    `“${name}” on “${place}” is empty. I know what I put in.`,
    `Nothing stands in “${name}” yet, so nothing has to be cleared before I write.`,
    `“${name}” is the field of “${place}” that comes now.`,
    `“${place}” has “${name}” without a text; that changes now.`,
  ];
}

/** A field for the order behind a change: the one that the request names. */
function ofOrder({ memory, place }: Moment, name: string): string[] {
  const orders = new Set(memory.goal.match(/\b[A-Z]{2,}[-_]?\d{3,}\b/g));
  const [order] = [...orders].filter(value => isOrder({ label: name, value }));
  if (order === undefined) return [];
  return [
    `“${place}” asks on whose order: that is ${order}.`,
    `${order} is what I was asked by; “${name}” is there for that.`,
    `Whoever reads the log later finds ${order} by “${name}”.`,
    `It is done for ${order}, and “${place}” wants to know that.`,
  ];
}

/** What lies behind the dialog or form in front: that is what the act is about. */
export function ofBehind({ memory, place, screen }: Moment): string[] {
  const behind = memory.behind(screen);
  const said = behind && sayFacts(behind.facts, 1);
  if (!said) return [];
  return [
    `“${place}” is about “${behind.place}”, where I read ${said}.`,
    `Behind “${place}” lies “${behind.place}”, with ${said}: that is the one that I mean.`,
    `I opened “${place}” from “${behind.place}”, which had ${said}.`,
  ];
}

/** The field of the console's frame, by which one goes anywhere. */
function ofFrame({ place, screen }: Moment, name: string): string[] {
  const seen = sayFacts(factsOnScreen(screen));
  return [
    ...(seen ? [`“${place}” has told me ${seen}. “${name}” leads on from here.`] : []),
    PLAIN,
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

/** What is thought before a search field is clicked into. */
export function ofSearch(moment: Moment, name: string): string[] {
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
    PLAIN,
    `“${name}” on “${place}” takes what I know of the record.`,
  ];
}
