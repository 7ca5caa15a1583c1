import { expect, it } from 'vitest';
import { withThoughts } from '../../../src/policy/with-thoughts.ts';
import { complete, openApp, press } from '../../../src/screen/script/verbs.ts';
import type { Script } from '../../../src/screen/script/script.ts';
import { act, makeTask } from '../../support/fixtures.ts';

function* staying(): Script {
  yield* openApp('Brightqueue Desk', 'The queue tells what is waiting.');
  yield* press('tab', 'By the keyboard.');
  return complete('Done.');
}

it('a reason whose act is not needed stands at the next one', async () => {
  const policy = withThoughts({ name: 'staying', begin: staying });
  const { steps } = await act(makeTask(), { policy });
  expect(steps[0]?.thought).toBe('The queue tells what is waiting. By the keyboard.');
});
