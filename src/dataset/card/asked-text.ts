import type { Recipe } from '../plan/recipe.ts';
import { markdownTable } from './markdown.ts';
import type { Counts, Measures } from './measure.ts';

type Asked = Pick<Recipe, 'edgeShare' | 'faultShare' | 'otherEndingShare'>;

/** What the recipe asks beside what the rows hold; nothing where no table counts its episodes. */
export function askedText({ counts }: Pick<Measures, 'counts'>, asked: Asked): string[] {
  const { wanted, edges, policies } = counts;
  if (!wanted || !edges || !policies || totalOf(wanted) === 0) return [];
  const others = Object.keys(wanted).filter(kind => kind !== 'complete');
  const kinds = others.map(kind => `${kind} ${shareOf(wanted, [kind])}`).join(', ');
  const laid = Object.keys(edges).filter(edge => edge !== 'none');
  const rows = [
    ['an edge', `${asked.edgeShare} %`, shareOf(edges, laid)],
    ['a fault that is overcome', `${asked.faultShare} %`, shareOf(policies, ['with-recovery'])],
    [
      'a right ending other than `complete`',
      `${asked.otherEndingShare} %, by edges`,
      `${shareOf(wanted, others)} in all${kinds === '' ? '' : `: ${kinds}`}`,
    ],
  ];
  const words = [
    '`otherEndingShare` of the recipe counts edges alone: such as may turn an ending are laid up to it, and one that may',
    'leave it counts half. What the work itself asks for, such as an answer, or a refusal without an edge, is known only',
    'when its company is made, and comes on top.',
  ];
  const table = markdownTable(['episodes with', 'asked', 'got'], rows);
  return [`## Asked and got\n\n${words.join('\n')}\n\n${table}`];
}

function totalOf(counts: Counts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

function shareOf(counts: Counts, names: readonly string[]): string {
  const own = names.reduce((sum, name) => sum + (counts[name] ?? 0), 0);
  return `${((100 * own) / totalOf(counts)).toFixed(1)} %`;
}
