/** Types of `<input>` that take text. */
export const TEXT_TYPES: ReadonlySet<string> = new Set([
  'text',
  'search',
  'password',
  'email',
  'tel',
  'url',
  'number',
  'date',
]);
