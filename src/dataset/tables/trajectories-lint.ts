import { sha256 } from '../../core/hash.ts';
import type { Row } from './define-table.ts';
import {
  type Complain,
  checkJson,
  checkSize,
  type EpisodeFacts,
  type LintedFile,
  type RowLint,
  sizeOf,
} from './lint.ts';

/** Checks the rows of a `trajectories` file, against the steps of the same episodes where the dataset has them. */
export function createTrajectoryLint(file: LintedFile): RowLint<Row> {
  let rows = 0;
  return {
    check: (row, complain) => {
      rows += 1;
      if (row.split !== file.split) complain(`split is ${row.split} in a file of ${file.split}`);
      for (const name of ['steps_json', 'verdict_json', 'changes_json', 'task_json'])
        checkJson(row[name], name, complain);
      checkSize(row, file, complain);
      const { facts } = file.shard;
      const size = sizeOf(row);
      const images = (row.images ?? []) as { bytes: Uint8Array }[];
      if (images.length !== (file.hasPixels ? Number(row.n_steps) + 1 : 0))
        complain(`holds ${images.length} pictures for ${row.n_steps} steps`);
      else if (facts === null) for (const { bytes } of images) file.decode(bytes, size, complain);
      else if (images.length > 0) file.decode(images.at(-1)?.bytes ?? new Uint8Array(), size, complain);
      if (facts !== null) checkAgainst(facts.get(String(row.id)), row, complain);
    },
    end: complain => {
      if (rows !== file.episodes) complain(`holds ${rows} of ${file.episodes} episodes`);
    },
  };
}

/** The last picture is of no step; all others must be those of the steps. */
function checkAgainst(episode: EpisodeFacts | undefined, row: Row, complain: Complain): void {
  if (!episode) {
    complain(`episode ${row.id} has no steps`);
    return;
  }
  if (row.n_steps !== episode.steps)
    complain(`n_steps is ${row.n_steps}, but the episode has ${episode.steps} steps`);
  for (const name of ['outcome', 'success', 'seed', 'width', 'height'] as const) {
    if (row[name] !== episode[name])
      complain(`${name} is ${row[name]}, but the steps say ${String(episode[name])}`);
  }
  const images = (row.images ?? []) as { bytes: Uint8Array }[];
  images.slice(0, -1).forEach((image, index) => {
    if (sha256(image.bytes) !== episode.images[index])
      complain(`picture ${index} is not that of step ${index}`);
  });
}
