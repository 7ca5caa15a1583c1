/** A file of values separated by commas, as it was pasted: the names of columns, and rows with their number in it. */
export interface Sheet {
  columns: string[];
  rows: { row: number; cells: string[] }[];
}

/** Reads such a file; empty lines count, and are left out. A cell in quotation marks may hold commas. */
export function readSheet(text: string): Sheet {
  const lines = text.split(/\r\n|\r|\n/).map((line, i) => ({ row: i + 1, cells: cellsOf(line) }));
  const [head, ...rows] = lines.filter(({ cells }) => cells.some(cell => cell !== ''));
  return { columns: head?.cells ?? [], rows };
}

function cellsOf(line: string): string[] {
  const found = line.matchAll(/(?:^|,)(?:\s*"((?:[^"]|"")*)"\s*(?=,|$)|([^,]*))/g);
  return [...found].map(([, quoted, plain]) => (quoted?.replaceAll('""', '"') ?? plain ?? '').trim());
}

/** A line of such a file. */
export function csvLine(cells: readonly string[]): string {
  return cells.map(cell => (/[",\n\r]/.test(cell) ? `"${cell}"` : cell)).join(',');
}
