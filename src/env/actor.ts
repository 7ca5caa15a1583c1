import type { Observation, ScreenNode } from '../screen/observation.ts';
import type { Turn } from './step-result.ts';

/**
 * The door of whoever acts, in the same process: screens go out, moves come in. It holds no task, no state, no verdict, no
 * reward and no word that the skin does not print; what is done to a screen that it gave out changes nothing.
 */
export interface Actor {
  /** The screen that stands. */
  look(): Observation;
  /**
   * Does an act, or ends the episode. What is neither, or comes after the end, is said in `actionError` of the screen and
   * never thrown.
   */
  step(move: unknown): Promise<Turn>;
}

const OVER = 'The episode has ended: nothing more is done in it.';

/** The door to a range: what is on its screen, and what a move comes to, be the episode over or not. */
export function actorOf(look: () => Observation, step: (move: unknown) => Promise<Turn>): Actor {
  return Object.freeze({
    look: () => asSeen(look()),
    step: async (move: unknown) => {
      const { observation, isTerminated, isTruncated } = await step(move);
      return { observation: asSeen(observation), isTerminated, isTruncated };
    },
  });
}

/** What comes of a move when the episode has ended so. */
export function afterTheEnd({ observation, ...ended }: Turn): Turn {
  return { ...ended, observation: { ...observation, actionError: OVER } };
}

/** A screen as it is seen: its own copy, without the console's word behind a label that is printed otherwise. */
export function asSeen({ tree, screenshot, viewport, ...rest }: Observation): Observation {
  return {
    ...rest,
    viewport: { ...viewport },
    tree: seenNode(tree),
    ...(screenshot ? { screenshot: screenshot.slice() } : {}),
  };
}

function seenNode({ canonical: _canonical, children, ...node }: ScreenNode): ScreenNode {
  return children ? { ...node, children: children.map(seenNode) } : node;
}
