import type { Row } from '../../dataset/tables/define-table.ts';
import type { StepItem } from './answers.ts';
import { boxOrNull, changesOf, count, list, numberOrNull, parsed, text, textOrNull } from './values.ts';

/** What is said in place of a screen where no table holds any. */
export const NO_TREES = 'This dataset has no table "steps", which alone holds trees and pictures.';

/** Columns of `trajectories` that the steps of an episode are read from. */
export const TRAJECTORY_COLUMNS = ['steps_json', 'width', 'height'];

/** The steps of an episode as its row of `trajectories` holds them: without addresses, looks and screens. */
export function stepsIn(row: Row): StepItem[] {
  const size = { width: count(row.width), height: count(row.height) };
  return list(parsed(row.steps_json)).map((item, step) => {
    const action = isObject(item.action) ? item.action : {};
    const target = isObject(action.target) ? action.target : {};
    return {
      step,
      thought: textOrNull(item.thought),
      instruction: text(item.action_text),
      type: text(action.type),
      label: text(item.label),
      phase: text(item.phase),
      x: numberOrNull(action.x),
      y: numberOrNull(action.y),
      targetRole: textOrNull(target.role),
      targetName: textOrNull(target.name),
      targetBox: boxOrNull(target.bbox),
      actionJson: JSON.stringify(action),
      actionError: null,
      changes: changesOf(item.changes),
      ...{ app: null, skin: null, kit: null, url: '', title: '' },
      ...size,
      hasImage: false,
      trainOn: true,
    };
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
