import { factsOnScreen, fieldsOn, filledOn, isSayable, messageOn } from './glimpse.ts';
import { heldIn, type Moment, sayFacts, sayNames } from './moment.ts';

/** What is thought before something is typed: where it was read. */
export function ofTyping({ action, last, memory, node, place, screen }: Moment): string[] {
  const text = action.kind === 'type' ? action.text : '';
  const name = node?.name ?? 'the field';
  const held = last?.kind === 'key' && last.keys === 'ctrl+a' ? undefined : heldIn(node);
  if (held !== undefined) return [`“${name}” has ${held} so far; the rest follows.`];
  if (!isSayable(text)) return ofWriting(name, text, memory.answers());
  const source = memory.sourceOf(text);
  const beside = sayFacts(memory.filledIn(screen).filter(({ label }) => label !== name));
  return [
    ...(memory.goal.includes(text) ? ofOrder(name, place, node?.role === 'searchbox') : []),
    ...(source && source.label !== ''
      ? [
          `It stands beside ${source.label} on “${source.place}”; I copy it from there.`,
          `“${source.place}” gives this as ${source.label}, and I change no letter of it.`,
          `${source.label} on “${source.place}” was the place to read it; “${name}” gets the same.`,
          `What “${place}” asks for here, “${source.place}” calls ${source.label}.`,
        ]
      : []),
    ...(source && source.place !== place
      ? [
          `I have this from “${source.place}”, and “${name}” is where “${place}” wants it.`,
          `Read on “${source.place}” a moment ago; typed from there it should lead to the same record.`,
          `“${source.place}” and “${place}” have to speak of the same, so I take its words over.`,
          `It was on “${source.place}”. If “${place}” does not know it, one of the two is wrong, and I stop.`,
          `As “${source.place}” spells it: a letter off, and “${place}” takes another record.`,
        ]
      : []),
    ...(beside ? [`Together with ${beside} this leaves no doubt what is meant.`] : []),
    ...(source ? [`“${place}” shows it itself; I take what stands there.`] : []),
    `“${name}” takes exactly this; “${place}” should accept it without a word.`,
    `For “${place}” this is what I was given, and I have seen nothing that contradicts it.`,
  ];
}

/** What the request names is looked for, or stands behind a change. */
function ofOrder(name: string, place: string, isSearch: boolean): string[] {
  if (isSearch) {
    return [
      `The request names it, so I need not go by what somebody is called.`,
      `I was given this with the request; whatever else “${place}” holds is not meant.`,
      `It stands in the request as I put it into “${name}”: no other record has it.`,
    ];
  }
  return [
    `The request names it, and “${name}” is where “${place}” wants it.`,
    `Every change names the order behind it; this is the one that I was given.`,
    `With this in “${name}”, the log of “${place}” says on whose word it was done.`,
    `“${place}” goes with the order that I work on, and with no other.`,
    `Who asks why this was changed finds the answer in “${name}”.`,
    `The order goes into “${name}”, so that the change and its reason stay together.`,
    `It was given with the request. “${place}” has to be about nothing else.`,
  ];
}

/** Rows under a line of column names. */
const LIST = /^\S+,\S+\n.*,/;

/** What is thought before a note is written. */
function ofWriting(name: string, text: string, answers: readonly string[]): string[] {
  if (LIST.test(text)) {
    const count = text.trim().split('\n').length - 1;
    return [
      `${count} rows, each as its own request has it; the first line names the columns. I expect as many to be found.`,
      `I go through the ${count} rows once more: nobody twice, nobody who is not on the list.`,
    ];
  }
  return [
    ...(answers.length > 0 ? [`I can vouch for what the consoles answered: ${answers.join(' / ')}`] : []),
    `Somebody who was not there has to understand “${name}”: what was done, on what it rests, what was left alone.`,
    `I write only what I did or saw myself, with its numbers, so that it can be checked later.`,
    `What goes into “${name}” must hold when somebody compares it with the logs: so no more than was done.`,
    `“${name}” is what an auditor reads first: facts and references, nothing about reasons that are not mine to tell.`,
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
    return [
      ...(held === undefined
        ? []
        : [
            `${held} is still in “${name}” and must not stay in front of the new value.`,
            `All of ${held} has to go: half of an old value beside a new one would be a third.`,
          ]),
      `“${name}” keeps an older text. I replace it as a whole.`,
    ];
  }
  if (keys === 'delete' || keys === 'backspace') {
    return [`“${name}” is wrong with ${held ?? 'what it holds'}; without it nothing is claimed.`];
  }
  return ofMoving(moment);
}

function ofEnter({ node, place, screen }: Moment): string[] {
  const held = heldIn(node);
  const name = node?.name ?? place;
  const filled = sayFacts(filledOn(screen), 3);
  if (held !== undefined && node?.role === 'searchbox') return ofSearching(held, place);
  if (held !== undefined) {
    return [
      `“${name}” reads ${held}, as it should. I expect the page that belongs to it.`,
      `${held} is in place; next “${place}” should give way to what I asked for.`,
      `${held} it says, and that is what I meant. Were it unknown, “${place}” would tell me.`,
      `“${place}” has ${held} to go by. The page that follows must name the same.`,
      `If ${held} was right a moment ago, “${place}” finds it again, with whatever has changed since.`,
    ];
  }
  return [
    ...(filled ? [`${filled} stands there and is right; it may be taken.`] : []),
    `“${place}” has all that it needs. I expect it to answer.`,
  ];
}

/** What is thought before a search is sent. */
export function ofSearching(what: string, place: string): string[] {
  return [
    `If ${what} is right, one row will be left.`,
    `One record at most has ${what}. More than one row would mean that I have asked for the wrong thing.`,
    `Of all that “${place}” lists, only what has ${what} concerns me.`,
    `I expect “${place}” to come back with ${what} in its first row; what else stands there must fit, too.`,
    `${what} first, and then what stands beside it: that is how I make sure of the record.`,
    `${what} is unique, so I expect a single match; with more I would have to compare.`,
    `With ${what} as the search, “${place}” should narrow down to what I mean.`,
    `Should “${place}” find nothing for ${what}, I have it wrong or it does not exist.`,
  ];
}

function ofMoving({ place, screen }: Moment): string[] {
  const open = fieldsOn(screen).filter(({ value }) => !value);
  return [
    ...(open.length > 0 ? [`${sayNames(open.map(({ name }) => name))} follow on “${place}”.`] : []),
    `The next control of “${place}” is close by; my hands stay on the keys.`,
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

/** What is thought where there is no more to say of an act. */
export function ofAnything({ place, screen }: Moment): string[] {
  const seen = factsOnScreen(screen);
  const said = seen.map(fact => `“${place}” says ${sayFacts([fact])}. I keep that in mind.`);
  return [...said, `“${place}” is the page that I expected, so I go on as planned.`];
}
