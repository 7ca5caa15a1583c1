import type { Row } from './define-table.ts';
import {
  type Complain,
  checkJson,
  checkQuoted,
  checkSize,
  type EpisodeFacts,
  type LintedFile,
  type RowLint,
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
      if (row.success === true) checkQuoted(row, 'outcome_note', complain);
      const { facts } = file.shard;
      const named = picturesNamed(row).length;
      if (named !== (file.hasPixels ? row.n_steps : 0))
        complain(`names ${named} pictures for ${row.n_steps} steps`);
      if (facts !== null) checkAgainst(facts.get(String(row.id)), row, complain);
    },
    end: complain => {
      if (rows !== file.episodes) complain(`holds ${rows} of ${file.episodes} episodes`);
    },
  };
}

function picturesNamed({ image_sha256 }: Row): string[] {
  return (image_sha256 ?? []) as string[];
}

/** Whoever joins the two tables must find what the row says, and each picture that it names. */
function checkAgainst(episode: EpisodeFacts | undefined, row: Row, complain: Complain): void {
  if (!episode) {
    complain(`episode ${row.id} has no steps`);
    return;
  }
  if (row.n_steps !== episode.steps)
    complain(`n_steps is ${row.n_steps}, but the episode has ${episode.steps} steps`);
  for (const name of ['outcome', 'success', 'seed', 'width', 'height', 'scale'] as const) {
    if (row[name] !== episode[name])
      complain(`${name} is ${row[name]}, but the steps say ${String(episode[name])}`);
  }
  picturesNamed(row).forEach((hash, index) => {
    if (hash !== episode.images[index]) complain(`picture ${index} is not that of step ${index}`);
  });
}
