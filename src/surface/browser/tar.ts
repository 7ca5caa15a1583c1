/** A regular file of a tar archive. */
export interface TarFile {
  name: string;
  body: Uint8Array;
}

const BLOCK = 512;

/** The regular files of a plain (ustar) archive in its order; folders and links are left out. */
export function readTar(archive: Uint8Array): TarFile[] {
  const files: TarFile[] = [];
  const text = (from: number, length: number): string =>
    Buffer.from(archive.subarray(from, from + length))
      .toString('utf8')
      .replace(/\0.*$/s, '');
  for (let at = 0; at + BLOCK <= archive.length; ) {
    const name = text(at, 100);
    if (name === '') break;
    const size = Number.parseInt(text(at + 124, 12).trim() || '0', 8);
    const kind = text(at + 156, 1);
    if (kind === '' || kind === '0')
      files.push({ name, body: archive.subarray(at + BLOCK, at + BLOCK + size) });
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  return files;
}
