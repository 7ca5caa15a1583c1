/** Around a label inside a text of the house's own: nothing that anybody types or that a name is written with. */
const [MARK, LOW_MARK, END] = ['\uE000', '\uE001', '\uE002'];
/** A label is short and plain: a mark that somebody wrote into a text of theirs takes nothing in that follows it. */
const MARKED = new RegExp(`([${MARK}${LOW_MARK}])([^${MARK}${LOW_MARK}${END}<\\n]{1,80})${END}`, 'g');

/**
 * A label inside a text, such as a message, a hint or a thought: what is printed is the skin's word for it.
 *
 * @example
 * alert('warning', `Press ${wordFor('Save')} again to continue.`)
 */
export function wordFor(label: string): string {
  return `${MARK}${label}${END}`;
}

/** The same in the course of a sentence: `Enter the ${lowWordFor('Close notes')}.` */
export function lowWordFor(label: string): string {
  return `${LOW_MARK}${label}${END}`;
}

/** The label that a text is and nothing beside it, such as a state in a cell. */
export function markedAlone(text: string): string | undefined {
  const [whole, mark, label] = new RegExp(MARKED.source).exec(text) ?? [];
  return whole === text && mark === MARK ? label : undefined;
}

/** A text with the labels that are marked in it as `print` has them. */
export function spellMarked(text: string, print: (label: string) => string): string {
  return text.replace(MARKED, (_, mark: string, label: string) =>
    mark === LOW_MARK ? lower(print(label)) : print(label),
  );
}

/** Around what a thought names and, behind it, what it says where that was not read yet. */
const [SOUGHT, ELSE, DONE] = ['\uE003', '\uE004', '\uE005'];
const ALL_SOUGHT = new RegExp(
  `${SOUGHT}([^${SOUGHT}${ELSE}${DONE}]*)${ELSE}([^${SOUGHT}${ELSE}${DONE}]*)${DONE}`,
  'g',
);

/**
 * What somebody looks for, in a thought: by its label where that was read before, else by what kind of thing it is. Who
 * searches knows no more than goal and screens have said.
 *
 * @example
 * `I look for ${soughtAs('Owner', 'the line that tells it')} further down.`
 */
export function soughtAs(label: string, kind: string): string {
  return `${SOUGHT}${label}${ELSE}${kind}${DONE}`;
}

/** A thought with what it looks for as whoever thinks it can name it. */
export function spellSought(thought: string, isKnown: (label: string) => boolean): string {
  return thought.replace(ALL_SOUGHT, (_, label: string, kind: string) =>
    isKnown(label) ? `“${wordFor(label)}”` : kind,
  );
}

/** What is written in capitals stays so: ID, E-mail. */
function lower(text: string): string {
  return /^.[\p{Lu}-]/u.test(text) ? text : `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}
