import { describe, expect, it } from 'vitest';
import { verifyDataset } from '../../../../src/dataset/verify/verify.ts';
import type { Episode, Step } from '../../../../src/env/recorded.ts';
import { makeDataset } from '../../../support/dataset.ts';
import { makeBlankPng, makePng, packPng } from '../../../support/png.ts';

/** A dataset of one episode, changed before it is written: complete and intact, but wrong in its rows. */
async function rowProblems(change: (episode: Episode) => Episode): Promise<string> {
  const recipe = { episodes: 1, scenarios: ['joiner/one'], policies: { expert: 1 }, edgeShare: 0 };
  const { folder } = await makeDataset(recipe, { episode: change });
  const { problems } = await verifyDataset(folder);
  return problems.map(({ file, row, reason }) => `${file} row ${row}: ${reason}`).join('\n');
}

const stepOf = (index: number, change: (step: Step) => Partial<Step>) => (episode: Episode) => ({
  ...episode,
  steps: episode.steps.map(step => (step.index === index ? { ...step, ...change(step) } : step)),
});
const pictureOf = (index: number, screenshot: Uint8Array) =>
  stepOf(index, step => ({ observation: { ...step.observation, screenshot } }));

describe('lint', () => {
  const cases: [string, (episode: Episode) => Episode, RegExp][] = [
    [
      'a point outside of its target',
      stepOf(0, () => ({ point: { x: 8, y: 9 } })),
      /row 0: the point 8, 9 is outside of target_bbox/,
    ],
    [
      'a point off the screen',
      stepOf(1, () => ({ point: { x: 320, y: 9 } })),
      /row 1: the point 320, 9 is off the screen/,
    ],
    [
      'a box off the screen',
      stepOf(0, step => ({ aimed: step.aimed && { ...step.aimed, box: [40, 20, 900, 50] } })),
      /row 0: target_bbox leaves/,
    ],
    [
      'a target that the screen does not show',
      stepOf(0, step => ({ aimed: step.aimed && { ...step.aimed, name: 'Save' } })),
      /row 0: the target \[e2\] button "Save" is not in ax_tree/,
    ],
    [
      'a target by the ref of another element',
      stepOf(0, step => ({ aimed: step.aimed && { ...step.aimed, ref: 'e3' } })),
      /row 0: the target \[e3\] button .* is not in ax_tree/,
    ],
    ['a gap in the steps', stepOf(1, () => ({ index: 2 })), /row 1: step 2 stands where step 1 belongs/],
    ['an ending before the end', stepOf(1, () => ({ act: null })), /row 1: the ending is not the last step/],
    [
      'no ending',
      stepOf(2, () => ({ act: { kind: 'wait', ms: 5 } })),
      /row 2: the episode neither ended nor was cut off/,
    ],
    ['a picture of another size', pictureOf(1, makePng(64, 48)), /row 1: the picture is 64 x 48/],
    ['a blank picture', pictureOf(1, makeBlankPng(320, 240)), /row 1: the picture is blank/],
    ['a picture that is none', pictureOf(1, new Uint8Array(99)), /row 1: the picture is not PNG/],
    [
      'a picture that claims too much',
      pictureOf(1, packPng(60_000, 60_000, new Uint8Array(9))),
      /row 1: the picture is 60000 x 60000/,
    ],
    [
      'a picture that unpacks to too much',
      pictureOf(1, packPng(320, 240, new Uint8Array(3_000_000))),
      /row 1: the picture /,
    ],
    [
      'a quotation that does not end',
      stepOf(0, () => ({ thought: 'The caller writes: “I did not ask. I change nothing.' })),
      /row 0: thought leaves a quotation open: The caller writes/,
    ],
    [
      'a note with the end of a quotation alone',
      episode => ({ ...episode, outcome: episode.outcome && { ...episode.outcome, note: 'Done.”' } }),
      /row 0: outcome_note leaves a quotation open: Done/,
    ],
    [
      'a verdict against the reward',
      episode => ({ ...episode, reward: 0 }),
      /row 2: reward is 0 instead of 1/,
    ],
  ];
  for (const [what, change, message] of cases) {
    it(`finds ${what}`, async () => expect(await rowProblems(change)).toMatch(message));
  }

  it('accepts an episode that was cut off', async () => {
    const cut = (episode: Episode): Episode => ({
      ...episode,
      steps: episode.steps.slice(0, 2),
      outcome: null,
      reward: 0,
      isTerminated: false,
      isTruncated: true,
      verdict: { ...episode.verdict, success: false },
    });
    expect(await rowProblems(cut)).toBe('');
  });
});
