import { steps } from '../tables/steps.ts';
import { defineExporter } from './exporter.ts';

/** Lines of JSON, as most tools read them: a file for each split, the pictures beside it. */
export const jsonl = defineExporter({
  name: 'jsonl',
  summary: 'one line of JSON a step in {split}.jsonl, its picture as images/{id}.png',
  table: steps,
  async *files(rows) {
    for await (const { image, ...row } of rows) {
      const path = image && `images/${image.path}`;
      if (image && path) yield { path, content: image.bytes };
      yield { path: `${row.split}.jsonl`, content: `${JSON.stringify({ ...row, image: path })}\n` };
    }
  },
});
