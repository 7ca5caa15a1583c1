import { keepLast, type Tables } from './tables.ts';

/** Where a picture lies. */
export interface PicturePlace {
  path: string;
  row: number;
}

/** Reads pictures out of tables, a row group at a time, and keeps the last few groups. */
export interface Pictures {
  /** The PNG of a row; null when the row has none. Throws when what stands there is no PNG. */
  read(place: PicturePlace): Promise<Uint8Array | null>;
}

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const KEPT_GROUPS = 4;

/** Pictures with a cache. A group is at most some dozens of megabytes, by how tables are written. */
export function createPictures(tables: Tables, keptGroups = KEPT_GROUPS): Pictures {
  const groupOf = keepLast(keptGroups, key => {
    const [path = '', start, end] = key.split('|');
    return readGroup(tables, path, { start: Number(start), end: Number(end) });
  });
  return {
    read: async ({ path, row }) => {
      const { groups } = await tables.open(path);
      const range = groups.find(group => group.start <= row && row < group.end);
      if (!range) return null;
      const { start, end } = range;
      return takePng((await groupOf(`${path}|${start}|${end}`))[row - start], row);
    },
  };
}

async function readGroup(
  tables: Tables,
  path: string,
  range: { start: number; end: number },
): Promise<unknown[]> {
  const rows = await (await tables.open(path)).read(range, ['image']);
  return rows.map(row => row.image);
}

function takePng(image: unknown, row: number): Uint8Array | null {
  if (image === null || image === undefined) return null;
  const { bytes } = image as { bytes?: unknown };
  if (!(bytes instanceof Uint8Array) || !PNG.every((byte, at) => bytes[at] === byte))
    throw new Error(`the picture of row ${row} is no PNG`);
  return bytes;
}
