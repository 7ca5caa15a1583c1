import { extraChange } from './extra-change.ts';
import { forgotSave } from './forgot-save.ts';
import { ignoredError } from './ignored-error.ts';
import type { Mistake } from '../../scenario/mistake.ts';
import { mistypedIdentifier } from './mistyped.ts';
import { wrongAnswer, wrongOutcome, wrongReason } from './outcomes.ts';
import { skippedCheck } from './skipped-check.ts';
import { stoppedEarly } from './stopped-early.ts';
import { wrongOption } from './wrong-option.ts';
import { wrongTarget } from './wrong-target.ts';

/** Mistakes that can be made in any scenario, by kind. */
export const MISTAKES: Readonly<Record<string, Mistake>> = Object.fromEntries(
  [
    extraChange,
    forgotSave,
    ignoredError,
    mistypedIdentifier,
    skippedCheck,
    stoppedEarly,
    wrongAnswer,
    wrongOption,
    wrongOutcome,
    wrongReason,
    wrongTarget,
  ].map(mistake => [mistake.name, mistake]),
);
