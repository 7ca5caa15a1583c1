import { keepLast, type Tables } from './tables.ts';
import { list } from './values.ts';

/** Where a picture lies. */
export interface PicturePlace {
  path: string;
  row: number;
  /** Which of the list in `images`; null where the row has one picture, in `image`. */
  nth: number | null;
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
    const [path = '', column = '', start, end] = key.split('|');
    return readGroup(tables, { path, column }, { start: Number(start), end: Number(end) });
  });
  return {
    read: async ({ path, row, nth }) => {
      const { groups } = await tables.open(path);
      const range = groups.find(group => group.start <= row && row < group.end);
      if (!range) return null;
      const column = nth === null ? 'image' : 'images';
      // Of a list, a row is much by itself.
      const { start, end } = nth === null ? range : { start: row, end: row + 1 };
      const found = (await groupOf(`${path}|${column}|${start}|${end}`))[row - start];
      return takePng(nth === null ? found : list(found)[nth], row);
    },
  };
}

async function readGroup(
  tables: Tables,
  { path, column }: { path: string; column: string },
  range: { start: number; end: number },
): Promise<unknown[]> {
  const rows = await (await tables.open(path)).read(range, [column]);
  return rows.map(row => row[column]);
}

function takePng(image: unknown, row: number): Uint8Array | null {
  if (image === null || image === undefined) return null;
  const { bytes } = image as { bytes?: unknown };
  if (!(bytes instanceof Uint8Array) || !PNG.every((byte, at) => bytes[at] === byte))
    throw new Error(`the picture of row ${row} is no PNG`);
  return bytes;
}
