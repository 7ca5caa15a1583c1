import type { Reply } from '../app.ts';
import { page } from './page.ts';
import { alert } from './tree.ts';

/**
 * The page of an address or record that does not exist, in the look of the console.
 *
 * @example
 * const user = state.users[request.params.id];
 * if (!user) return notFound(request.path);
 */
export function notFound(what: string): Reply & { kind: 'page' } {
  return page(
    { title: 'Not found', body: alert('warning', `There is nothing at ${what}.`) },
    { status: 404 },
  );
}
