// Written by `npm run fix`.
import { extraChange } from './extra-change.ts';
import { foreignTicket } from './foreign-ticket.ts';
import { forgotSave } from './forgot-save.ts';
import { ignoredError } from './ignored-error.ts';
import { mistyped } from './mistyped.ts';
import { skippedCheck } from './skipped-check.ts';
import { stoppedEarly } from './stopped-early.ts';
import { wrongAnswer } from './wrong-answer.ts';
import { wrongOption } from './wrong-option.ts';
import { wrongOutcome } from './wrong-outcome.ts';
import { wrongReason } from './wrong-reason.ts';
import { wrongTarget } from './wrong-target.ts';

/** All mistakes that can be made in any scenario, by kind. */
export const mistakes = {
  'extra-change': extraChange,
  'foreign-ticket': foreignTicket,
  'forgot-save': forgotSave,
  'ignored-error': ignoredError,
  mistyped,
  'skipped-check': skippedCheck,
  'stopped-early': stoppedEarly,
  'wrong-answer': wrongAnswer,
  'wrong-option': wrongOption,
  'wrong-outcome': wrongOutcome,
  'wrong-reason': wrongReason,
  'wrong-target': wrongTarget,
} as const;
