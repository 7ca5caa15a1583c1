/** A value as one word of a shell. */
export function asWord(value: string): string {
  return /^[\w./:=,@-]+$/.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`;
}
