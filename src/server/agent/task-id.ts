import type { SkinChoice } from '../../scenario/task.ts';
import { DoorError } from './door-error.ts';
import { RESET, type ResetRequest } from './schema.ts';

/** What of a request says which task it is, and not how it is looked at. */
export type TaskChoice = Pick<ResetRequest, 'seed' | 'world_seed' | 'people' | 'edge' | 'fault'> & {
  scenario: string;
  skin?: SkinChoice | undefined;
};

const MEMBERS = ['seed', 'world_seed', 'people', 'edge', 'fault', 'skin'] as const;

/**
 * The id of a task: its scenario and whatever else was chosen, in one line.
 *
 * @example
 * taskIdOf({ scenario: 'requests/add-to-group', seed: '7' }); // requests/add-to-group?seed=7
 */
export function taskIdOf(choice: TaskChoice): string {
  const query = new URLSearchParams();
  for (const member of MEMBERS) {
    const value = choice[member];
    if (value !== undefined && value !== null)
      query.set(member, typeof value === 'object' ? JSON.stringify(value) : String(value));
  }
  return `${choice.scenario}?${query.toString()}`;
}

/** What is chosen by a request: by a task's id, or member by member. */
export function choiceOf(request: ResetRequest): TaskChoice {
  const { task_id: id, scenario, seed, world_seed, people, edge, fault, skin } = request;
  if (id === undefined && scenario !== undefined)
    return { scenario, seed: seed ?? '1', world_seed, people, edge, fault, skin };
  const isAlone = [scenario, seed, world_seed, people, edge, fault, skin].every(
    member => member === undefined,
  );
  if (id !== undefined && isAlone) return choiceIn(id);
  throw new DoorError(
    'invalid_request',
    'Either a scenario with what goes with it, or a task_id that says all.',
  );
}

function choiceIn(id: string): TaskChoice {
  const [scenario = '', ...rest] = id.split('?');
  const query = new URLSearchParams(rest.join('?'));
  const unknown = [...query.keys()].find(key => !MEMBERS.some(member => member === key));
  const { people, skin, ...texts } = Object.fromEntries(query);
  const read = RESET.safeParse({
    scenario,
    seed: '1',
    ...texts,
    ...(people === undefined ? {} : { people: Number(people) }),
    ...(skin === undefined ? {} : { skin: skinIn(skin) }),
  });
  if (unknown === undefined && read.success) return { ...read.data, scenario };
  throw new DoorError(
    'invalid_request',
    `No id of a task: ${JSON.stringify(id)}; one is as info.task_id says it.`,
  );
}

function skinIn(text: string): unknown {
  if (/^\d+$/.test(text)) return Number(text);
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
