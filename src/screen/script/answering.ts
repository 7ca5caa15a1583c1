import type { Observation } from '../observation.ts';
import type { Script } from './script.ts';

/**
 * What a look has brought, said before whatever comes next: a question that was asked aloud is answered out of the read
 * itself. It costs no step and no time.
 *
 * @example
 * yield* sayFound(`${upn} is not in the list of members.`);
 */
export function* sayFound(found: string): Script<Observation> {
  return yield { kind: 'glance', thought: found };
}
