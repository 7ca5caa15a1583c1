// Reads every table of a dataset with parquetjs-lite, a reader that shares no code with the writer:
//   node test/readback/parquetjs.mjs DIR
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import parquet from 'parquetjs-lite';

const folder = process.argv[2] ?? '.';
let rows = 0;
for (const config of ['steps', 'trajectories']) {
  for (const name of readdirSync(join(folder, config)).sort()) {
    const reader = await parquet.ParquetReader.openFile(join(folder, config, name));
    const cursor = reader.getCursor();
    for (let row = await cursor.next(); row; row = await cursor.next()) {
      rows += 1;
      if (config !== 'steps') continue;
      const digest = createHash('sha256').update(row.image.bytes).digest('hex');
      if (digest !== row.image_sha256)
        throw new Error(`${name}, ${row.id}: the picture is not the one that was written`);
    }
    await reader.close();
  }
}
console.log(`parquetjs-lite read ${rows} rows`);
if (rows === 0) process.exit(1);
