import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { isProcessOver } from '../../core/process-over.ts';
import { CONFLICT_ENDING, listFolder, onDisk } from './files.ts';
import { NAMES } from './output.ts';

/**
 * What a process leaves behind carries its number: `00003.4711.0` a desk, `0f3a….4711.0.part` a small file.
 */
const LEFT_BY = /^[0-9a-f]+\.(\d+)\.\d+(\.part)?$/;

/**
 * Removes what ended processes left unpublished in a dataset folder. Two deliveries that differ stay, for
 * somebody to look at, and so does what a living process is at work on.
 */
export function sweepLeftovers(folder: string, isOver: (pid: number) => boolean = isProcessOver): void {
  const temp = join(folder, NAMES.temp);
  for (const name of listFolder(temp)) {
    const pid = Number(LEFT_BY.exec(name)?.[1]);
    if (!pid || !isOver(pid)) continue;
    const path = join(temp, name);
    if (!name.endsWith('.part') && listFolder(path).some(file => file.endsWith(CONFLICT_ENDING))) continue;
    onDisk('removing', path, () => rmSync(path, { recursive: true, force: true }));
  }
}
