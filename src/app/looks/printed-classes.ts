/** Stands where a template puts a value. */
const HOLE = '\0';

/**
 * Whether templates can print a class: it stands in one of them as a whole word, wherever that is, or it was cut
 * at a hyphen, as in `pf-m-<%= tone %>`, and what completes it is a number or a word of the templates.
 */
export function printedBy(templates: readonly string[]): (name: string) => boolean {
  const words = new Set(templates.flatMap(source => source.match(/[\w-]+/g) ?? []));
  const cut = new Set(
    templates
      .flatMap(source => [source.replace(/\$\{[^{}]*\}/g, HOLE), source.replace(/<%[\s\S]*?%>/g, HOLE)])
      .flatMap(source => source.match(/\w[\w-]*[-_]\0[\w\0-]*/g) ?? []),
  );
  const patterns = [...cut].map(word => new RegExp(`^${word.split(HOLE).join('([\\w-]+)')}$`));
  const isCompleted = (name: string): boolean =>
    patterns.some(pattern => {
      const values = pattern.exec(name)?.slice(1);
      return values?.every(value => words.has(value) || /^\d+$/.test(value)) ?? false;
    });
  return name => words.has(name) || isCompleted(name);
}
