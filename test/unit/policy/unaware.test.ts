import { afterAll, expect, it } from 'vitest';
import { expert } from '../../../src/policy/expert.ts';
import type { ScriptedPolicy } from '../../../src/policy/policy.ts';
import { withThoughts } from '../../../src/policy/with-thoughts.ts';
import type { Action } from '../../../src/screen/action.ts';
import { mapScript } from '../../../src/screen/script/map-script.ts';
import type { Script } from '../../../src/screen/script/script.ts';
import type { Observation } from '../../../src/screen/observation.ts';
import { act, makeEnv, makeTask } from '../../support/fixtures.ts';

const env = makeEnv();
afterAll(() => env.close());

/** The expert whose finger slips at the first number that is typed, and who types it again. */
function slipping(twist: (action: Action & { kind: 'type' }) => Action): ScriptedPolicy {
  return {
    ...expert,
    begin: given => {
      const script = expert.begin(given);
      let isDone = false;
      return (
        script &&
        mapScript(script, {
          *act(action): Script<Observation> {
            if (isDone || action.kind !== 'type' || !/\d{4}/.test(action.text)) return yield action;
            isDone = true;
            return yield twist(action);
          },
        })
      );
    },
  };
}

it.each(['requests/add-to-group', 'joiners/create-account', 'movers/leave-of-absence'])(
  'who slips thinks what whoever does it right would have thought: %s',
  async scenario => {
    const task = makeTask({ scenario, seed: 'slip' });
    const wrong = (text: string): string =>
      text.replace(/\d(?=\D*$)/, digit => `${(Number(digit) + 1) % 10}`);
    const right = await act(task, { env, policy: withThoughts(slipping(action => action)) });
    const slipped = await act(task, {
      env,
      policy: withThoughts(
        slipping(action => ({ ...action, text: wrong(action.text), meant: action, label: 'slip' })),
      ),
    });
    const at = slipped.steps.findIndex(({ label }) => label === 'slip');
    const told = (thought = ''): string =>
      thought.replace(/ ?(I note|To remember|I write down|Noted): .*$/, '');
    expect(at).toBeGreaterThan(0);
    expect(slipped.steps[at]?.instruction).not.toBe(right.steps[at]?.instruction);
    expect(told(slipped.steps[at]?.thought)).toBe(told(right.steps[at]?.thought));
    expect(slipped.steps[at]?.act).not.toHaveProperty('meant');
  },
);
