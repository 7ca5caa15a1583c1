import { column } from '../../src/dataset/tables/column.ts';
import { defineTable } from '../../src/dataset/tables/define-table.ts';

/** A made-up third table: one row for each click on something that has a name. */
export const clicks = defineTable({
  name: 'clicks',
  about: 'one row a click, with the button that was meant',
  columns: {
    id: column('string', 'Unique name of the row.'),
    episode_id: column('string', 'Unique name of the episode.'),
    button: column('string', 'Visible name of what was clicked.'),
    place: column(
      { struct: { x: column('int32', 'From the left.'), y: column('int32', 'From the top.') } },
      'Where.',
    ),
  },
  episode: 'episode_id',
  rowsOf: episode =>
    episode.steps
      .filter(step => step.act?.kind === 'click')
      .map(({ index, aimed, point }) => ({
        id: `${episode.id}_${index}`,
        episode_id: episode.id,
        button: aimed?.name ?? null,
        place: point ? { x: point.x, y: point.y } : null,
      })),
  lint: () => ({
    check: ({ id, episode_id, button }, complain) => {
      if (!id?.startsWith(`${episode_id}_`))
        complain(`the row ${id} is of another episode than ${episode_id}`);
      if (button === '') complain('a button without a name');
    },
  }),
  tally: {
    columns: ['button'],
    add: ({ button }, tally) => tally.count('buttons', button),
  },
});
