import { factsOnScreen, fieldsOn, filledOn, isOrder, isSayable, messageOn, textIsOn } from './glimpse.ts';
import { heldIn, isGiven, type Moment, PLAIN, sayFacts, sayNames } from './moment.ts';
import { ofWriting } from './of-writing.ts';

/** What is thought before something is typed: where it was read. */
export function ofTyping(moment: Moment): string[] {
  const { action, last, memory, node, place, screen } = moment;
  const text = action.kind === 'type' ? action.text : '';
  const name = node?.name ?? 'the field';
  const held = last?.kind === 'key' && last.keys === 'ctrl+a' ? undefined : heldIn(node);
  if (held !== undefined) return [`“${name}” has ${held} so far; the rest follows.`];
  if (!isSayable(text)) return [...ofNaming(moment, name, text), ...ofWriting(name, text, memory.answers())];
  const source = ofSource(moment, name, text);
  return [
    ...(isGiven(moment, text) ? ofGiven(moment, name, text) : []),
    ...source,
    ...(source.length === 0 && textIsOn(screen, text)
      ? [`“${place}” shows it itself; I take what stands there.`]
      : []),
    PLAIN,
    `“${name}” gets exactly this, and “${place}” nothing besides.`,
    `I have made up my mind what “${name}” of “${place}” is to hold.`,
    `This is for “${name}”; on “${place}” I compare it once it stands there.`,
  ];
}

/** Whom and what a note names stands on a page before this one. */
function ofNaming({ memory, node, screen }: Moment, name: string, text: string): string[] {
  const codes = [...new Set(text.match(/[\w.+-]+@[\w.-]+\w|\b[A-Z]{1,8}-?\d{4,}\b/g))];
  const code = codes.find(each => !memory.goal.includes(each));
  const source = code === undefined ? undefined : memory.sourceOf(code, { screen, node });
  if (!source) return [];
  return [
    `“${name}” names ${code}, as “${source.place}” has it.`,
    `${code} in “${name}” stands on “${source.place}”, where it can be checked.`,
    `I name ${code} so that nobody has to guess; “${source.place}” has it in this spelling.`,
  ];
}

/** Where it was read, on a page before this one. */
function ofSource({ memory, node, place, screen }: Moment, name: string, text: string): string[] {
  const source = memory.sourceOf(text, { screen, node });
  if (!source) return [];
  const { label, place: page } = source;
  const said = {
    fact: [
      `It stands beside ${label} on “${page}”; I copy it from there.`,
      `“${page}” gives this as ${label}, and I change no letter of it.`,
      `${label} on “${page}” was the place to read it; “${name}” gets the same.`,
      `I read it beside ${label} of “${page}”, and “${place}” gets it unchanged.`,
      `As “${page}” spells it beside ${label}, so “${name}” has it.`,
    ],
    cell: [
      `“${page}” lists it under ${label}, and “${name}” gets just that.`,
      `It is under ${label} in a row of “${page}”; I keep to the spelling.`,
      `I found it on “${page}”, in the column ${label}, and take it over for “${name}”.`,
    ],
    entry: [
      `By “${page}” ${text} stands for “${label}”, and that is where I want to be.`,
      `I know from “${page}” that ${text} leads to “${label}”.`,
      `${text} is “${label}”, as “${page}” has it.`,
    ],
    text: [
      `“${page}” names it in a text; I write it as it is written there.`,
      `I have this out of a text on “${page}”, and “${name}” is where “${place}” takes it.`,
      `It is named in what I read on “${page}”; I keep to that for “${place}”.`,
    ],
  };
  return said[source.kind];
}

/** What the request names is looked for, or stands behind a change. */
function ofGiven({ node, place }: Moment, name: string, text: string): string[] {
  if (node?.role === 'searchbox') {
    return [
      ...(/\d{3}|@/.test(text) ? [`The request names it, so I need not go by what somebody is called.`] : []),
      `I was given this with the request; whatever else “${place}” holds is not meant.`,
      `It stands in the request as I put it into “${name}”.`,
    ];
  }
  return [
    ...(isOrder({ label: name, value: text })
      ? [
          `A change names the order behind it; this is the one that I was given.`,
          `With this in “${name}”, “${place}” can tell on whose word it is done.`,
          `Who asks why finds the answer in “${name}”.`,
          `The order goes into “${name}”, so that the act and its reason stay together.`,
        ]
      : []),
    `The request names it, and “${name}” is where “${place}” takes it.`,
    `It was given with the request; “${place}” gets it unchanged.`,
    `For “${place}” this is what I was given.`,
  ];
}

/** What is thought before a key is pressed. */
export function ofKey(moment: Moment): string[] {
  const { action, node } = moment;
  const keys = action.kind === 'key' ? action.keys : '';
  if (keys === 'enter') return ofEnter(moment);
  const held = heldIn(node);
  const name = node?.name ?? 'the field';
  if (keys === 'ctrl+a') {
    if (held === undefined) return [`Whatever “${name}” holds, I replace it as a whole.`];
    return [
      `${held} is still in “${name}” and must not stay in front of the new value.`,
      `All of ${held} has to go: half of an old value beside a new one would be a third.`,
      `“${name}” keeps ${held}. I replace it as a whole.`,
    ];
  }
  if (keys === 'delete' || keys === 'backspace') {
    return [`“${name}” has ${held ?? 'what it holds'}; I want it empty.`];
  }
  return ofMoving(moment, keys);
}

function ofEnter({ last, node, place, screen }: Moment): string[] {
  const held = heldIn(node);
  const name = node?.name ?? place;
  const filled = sayFacts(filledOn(screen), 3);
  if (held !== undefined && node?.role === 'searchbox' && last?.kind === 'type')
    return ofSearching(held, place);
  if (held !== undefined) {
    return [
      `“${name}” reads ${held}, as it should. I expect “${place}” to answer to that.`,
      `${held} is in place; “${place}” may have it.`,
      `${held} it says, and that is what I meant. Were it unknown, “${place}” would tell me.`,
      `“${place}” has ${held} to go by.`,
    ];
  }
  return [
    ...(filled ? [`${filled} stands there; it may be taken.`] : []),
    PLAIN,
    `I have done on “${place}” what I wanted of “${name}” and expect an answer.`,
  ];
}

/** What is thought before a search is sent. */
export function ofSearching(what: string, place: string): string[] {
  return [
    ...(/\d{3}|@/.test(what)
      ? [
          `If ${what} is right, one row will be left.`,
          `I expect one record to have ${what}. More than one row would mean that I have to compare.`,
        ]
      : [`${what} may be the name of several; if more than one row is left, I compare.`]),
    `Of all that “${place}” may list, only what has ${what} concerns me.`,
    `I expect “${place}” to come back with ${what}; what stands beside it must fit, too.`,
    `${what} first, and then what stands beside it: that is how I make sure of the record.`,
    `With ${what} as the search, “${place}” should narrow down to what I mean.`,
    `Should “${place}” find nothing for ${what}, I have it wrong or it does not exist.`,
  ];
}

function ofMoving({ place, screen }: Moment, keys: string): string[] {
  if (keys === 'escape') return [`I choose nothing here and go back to “${place}” as it was.`];
  const open = fieldsOn(screen).filter(({ value }) => !value);
  return [
    ...(open.length > 0 ? [`“${place}” has ${sayNames(open.map(({ name }) => name))} without a value.`] : []),
    PLAIN,
    `I move along “${place}”; my hands stay on the keyboard.`,
  ];
}

/** What is thought before waiting. */
export function ofWaiting({ place, screen }: Moment): string[] {
  const message = messageOn(screen);
  return [
    ...(message ? ['That takes its time, and asking at once would show the same again.'] : []),
    `“${place}” is not there yet. What was begun runs on without me; I look again later.`,
    `Nothing on “${place}” can be judged before it is done, so I let it finish.`,
  ];
}

/** What the page in front says, where there is no more to say of an act. */
export function ofAnything({ place, screen }: Moment): string[] {
  return factsOnScreen(screen).flatMap(fact => [
    `“${place}” says ${sayFacts([fact])}. I keep that in mind.`,
    `I see ${sayFacts([fact])} on “${place}”.`,
    `On “${place}” I have read ${sayFacts([fact])}.`,
  ]);
}
