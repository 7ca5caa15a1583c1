/** Every secret of the range carries this mark. */
export const SECRET = /SYNTH-[A-Za-z0-9-]{4,}/;

/** What stands for a secret wherever it is not shown or handed over. */
export const MASK = '••••••';

/** A text as it may be kept: a secret stands on the screen that shows it and in the act that hands it over, else nowhere. */
export function masked(text: string): string {
  return SECRET.test(text) ? text.replace(new RegExp(SECRET, 'g'), MASK) : text;
}
