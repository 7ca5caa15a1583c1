import { produce } from 'immer';
import { must } from '../../core/assert.ts';
import type { AppRequest, AppState, PostHandler, Reply } from '../app.ts';
import { settle } from './replies.ts';

/** What a console makes of a posted form. The state before stays as it was: a submission may be dropped. */
export interface Submission {
  reply: Reply;
  before: AppState;
  /** The very state before where nothing was changed. */
  after: AppState;
}

/** Hands a form to its handler. */
export function submit(handler: PostHandler<AppState>, before: AppState, request: AppRequest): Submission {
  let reply: Reply | undefined;
  const after = produce(before, draft => {
    reply = settle(handler(draft as AppState, request));
  });
  return { reply: must(reply, `reply of POST ${request.path}`), before, after };
}

/** Whether a form was more than moving about: it left a line in the console's audit trail. */
export function isOnRecord({ before, after }: Submission): boolean {
  return after.audit.length > before.audit.length;
}
