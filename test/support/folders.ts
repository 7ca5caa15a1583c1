import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folders: string[] = [];

/** A new folder of its own under the system's temporary folder, removed when its file's tests end. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'iam-range-test-'));
  folders.push(folder);
  return folder;
}

/** Removes what `makeFolder` made. */
export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}
