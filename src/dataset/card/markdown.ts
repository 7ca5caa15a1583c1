/** Rows as a table in Markdown. */
export function markdownTable(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Words as Markdown prints them, whatever signs are in them. */
export function asText(words: string): string {
  return words.replace(/[\\`*_{}[\]<>#|~&]/g, sign => `&#${sign.charCodeAt(0)};`);
}
