import { steps } from '../tables/steps.ts';
import { defineExporter } from './exporter.ts';

/** Lines of JSON, as most tools read them: a file for each split, the pictures beside it. */
export const jsonl = defineExporter({
  name: 'jsonl',
  summary:
    'one line of JSON a step in {split}.jsonl, its picture as images/{id}.png, and a card that keeps splits apart',
  table: steps,
  async *files(rows) {
    const splits = new Set<string>();
    for await (const { image, ...row } of rows) {
      splits.add(String(row.split));
      const path = image && `images/${image.path}`;
      if (image && path) yield { path, content: image.bytes };
      yield { path: `${row.split}.jsonl`, content: `${JSON.stringify({ ...row, image: path })}\n` };
    }
    yield { path: 'README.md', content: cardOf([...splits].sort()) };
  },
});

/** Without it `load_dataset` takes every file whose name begins with "test" for one split. */
function cardOf(splits: readonly string[]): string {
  const files = splits.map(split => `  - split: ${split}\n    path: ${split}.jsonl\n`).join('');
  return `---
configs:
- config_name: default
  data_files:
${files}---

One line of JSON for each step. \`image\` is the path of its picture in this folder, or null.
`;
}
