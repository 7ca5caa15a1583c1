import { type Account, addDays, dayOf, must, type Rng, type World } from '#range';
import { type AuthMethod, signInOf } from '../../apps-sim/harborlight/population.ts';

/** Two sign-in methods that look alike: the one on a lost thing, and its twin. */
export interface Twins {
  /** The lost thing, as its owner calls it. */
  thing: string;
  lost: { id: string; label: string };
  twin: string;
}

/**
 * Gives an account two methods of one kind that differ in a word or a figure, in place of those of the kind
 * that it has.
 */
export function drawTwins(world: World, account: Account, rng: Rng): Twins {
  const subject = account.workerId ?? '';
  const kind = rng.pick(['push', 'passkey'] as const);
  const laptop = `laptop ${subject.slice(-4)}`;
  const things = rng.shuffle(
    kind === 'push' ? ['work phone', 'private phone'] : [`${laptop}-1`, `${laptop}-2`],
  );
  const today = dayOf(world.nowMs);
  const methods = things.map(
    (thing, i): AuthMethod => ({
      id: `m-${subject.toLowerCase()}-${i + 7}`,
      kind,
      label: `${kind === 'push' ? 'Authenticator' : 'Passkey'} on ${thing}`,
      addedDay: addDays(today, -rng.int(100, 500)),
      lastUsedDay: addDays(today, -rng.int(1, 30)),
    }),
  );
  const signIn = signInOf(account);
  signIn.methods = [...signIn.methods.filter(other => other.kind !== kind), ...methods];
  const [lost, twin] = methods;
  const { id, label } = must(lost, 'the lost method');
  return { thing: things[0] ?? '', lost: { id, label }, twin: must(twin, 'its twin').label };
}
