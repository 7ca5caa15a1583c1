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

/** A text with the labels that are marked in it as `print` has them. */
export function spellMarked(text: string, print: (label: string) => string): string {
  return text.replace(MARKED, (_, mark: string, label: string) =>
    mark === LOW_MARK ? lower(print(label)) : print(label),
  );
}

/** What is written in capitals stays so: ID, E-mail. */
function lower(text: string): string {
  return /^.[\p{Lu}-]/u.test(text) ? text : `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}
