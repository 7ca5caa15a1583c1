import { isOrder, isSayable, messageOn, textIsOn } from './glimpse.ts';
import { aroundIn, heldIn, isGiven, type Moment } from './moment.ts';
import { ofWriting } from './of-writing.ts';

/** What is thought before something is typed: where it was read. */
export function ofTyping(moment: Moment): string[] {
  const { action, last, memory, node, place, screen } = moment;
  const text = action.kind === 'type' ? action.text : '';
  const name = node?.name ?? 'the field';
  const held = last?.kind === 'key' && last.keys === 'ctrl+a' ? undefined : heldIn(node);
  // What goes on with what stands there has been thought over.
  if (held !== undefined) return [];
  if (!isSayable(text))
    return [...ofNaming(moment, name, text), ...ofWriting(name, text, memory.answers(screen))];
  const source = ofSource(moment, name, text);
  return [
    ...(isGiven(moment, text) ? ofGiven(moment, name, text) : []),
    ...source,
    ...(source.length === 0 && textIsOn(screen, text)
      ? [`“${place}” shows it itself; I take what stands there.`]
      : []),
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
function ofGiven({ memory, node, place }: Moment, name: string, text: string): string[] {
  const said = aroundIn(memory.goal, text);
  const asked =
    said === undefined ? [] : [`I was asked in these words: ${said}. “${name}” gets what they name.`];
  if (node?.role === 'searchbox') {
    return [
      ...asked,
      ...(said === undefined ? [] : [`The request puts it as ${said}, so “${place}” is searched for that.`]),
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

/** What is thought before a key is pressed: of a value that has to go what it is. */
export function ofKey({ action, node, place }: Moment): string[] {
  const keys = action.kind === 'key' ? action.keys : '';
  const held = heldIn(node);
  if (keys === 'escape') return [`I choose nothing here and go back to “${place}” as it was.`];
  if (keys !== 'ctrl+a' || held === undefined || !node || node.role === 'searchbox') return [];
  return [
    `${held} is still in “${node.name}” and must not stay in front of the new value.`,
    `All of ${held} has to go: half of an old value beside a new one would be a third.`,
    `So far “${node.name}” says ${held}. That is not what it has to say in the end.`,
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
