import { enablePatches, type Patch, produceWithPatches } from 'immer';
import { must } from '../../core/assert.ts';
import type { AppRequest, AppState, PostHandler, Reply } from '../app.ts';
import { settle } from './replies.ts';

enablePatches();

/** What a console makes of a posted form. */
export interface Submission {
  reply: Reply;
  after: AppState;
  patches: Patch[];
}

/** Hands a form to its handler. The state before stays as it was: a submission may be tried and dropped. */
export function submit(handler: PostHandler<AppState>, before: AppState, told: AppRequest): Submission {
  let reply: Reply | undefined;
  const [after, patches] = produceWithPatches(before, draft => {
    reply = settle(handler(draft as AppState, told));
  });
  return { reply: must(reply, `reply of POST ${told.path}`), after, patches };
}

/** Whether a form was more than moving about: it left a line in the console's audit trail. */
export function isOnRecord({ after }: Submission, before: AppState): boolean {
  return after.audit.length > before.audit.length;
}
