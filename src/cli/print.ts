/** The only place that writes to the terminal. Control characters of seeded text never reach it. */

/**
 * Text that no terminal takes as a command: control characters, turns of direction, separators of lines that are no
 * line break, and halves of surrogate pairs become visible.
 */
export function neutral(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]|[\p{Bidi_Control}\p{Zl}\p{Zp}\p{Cs}]/gu, char => {
    const code = char.charCodeAt(0).toString(16);
    return code.length > 2 ? `\\u${code}` : `\\x${code.padStart(2, '0')}`;
  });
}

/** Text of a file name or a value, which makes no line of its own. */
export function oneLine(text: string): string {
  return neutral(text).replaceAll('\n', '\\n').replaceAll('\t', '\\t');
}

/** A value as JSON that a terminal shows as it is: what `JSON.stringify` leaves bare is written as `\u009b`. */
export function neutralJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(
    /[\u007f-\u009f\p{Bidi_Control}\p{Zl}\p{Zp}]/gu,
    char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Where text goes that was laid out elsewhere, its last line break included. */
export const output = {
  writeOut: (text: string): void => void process.stdout.write(neutral(text)),
  writeErr: (text: string): void => void process.stderr.write(neutral(text)),
};

export function print(text = ''): void {
  output.writeOut(`${text}\n`);
}

export function printError(text: string): void {
  output.writeErr(`${text}\n`);
}

export function printJson(value: unknown): void {
  process.stdout.write(`${neutralJson(value)}\n`);
}

/** Rows as columns of equal width, two spaces apart; the last column is left as long as it is. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows)
    for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, cell.length);
  return rows
    .map(row =>
      row
        .map((cell, i) => (i === row.length - 1 ? cell : cell.padEnd(widths[i] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
