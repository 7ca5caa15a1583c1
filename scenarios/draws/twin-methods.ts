import { type Account, addDays, dayOf, must, oneLine, type Rng, type World } from '#range';
import { type AuthMethod, signInOf } from '../../apps-sim/harborlight/sign-in-facts.ts';

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

/**
 * What is told of a loss, by the caller or by whoever picked up the telephone: the thing stands after "lost".
 */
export function tellLoss(
  rng: Rng,
  { named, who, upn, isHeard }: { named: string; who: string; upn: string; isHeard: boolean },
): string {
  const heard = [
    oneLine`${who}, user name ${upn}, lost the ${named} today and asks to remove it from the sign-in methods
      and to be signed out everywhere. The other methods stay in use.`,
    oneLine`Call of ${who}: lost the ${named} today. It is to go from the sign-in methods of ${upn}, and all
      sessions are to end. The other methods stay.`,
  ];
  const own = [
    oneLine`I lost my ${named} today. Please remove it from my sign-in methods and sign me out everywhere; I
      go on working with my other methods. ${who}, user name ${upn}.`,
    oneLine`This is ${who}, user name ${upn}. I lost my ${named} today. Could you take it out of my sign-in
      methods and end my sessions? I still have my other methods.`,
    oneLine`Somewhere on the way I lost my ${named} today. Please take it off my account ${upn} before
      somebody finds it, and sign me out everywhere. I need my other methods, they stay. ${who}`,
  ];
  return rng.pick(isHeard ? heard : own);
}

/** Whoever lost a thing says which it is, when asked. */
export function nameLost(rng: Rng, thing: string): string {
  return rng.pick([
    `It is my ${thing}. Sorry, I should have said so.`,
    `The ${thing}; the other one lies here on my desk.`,
    `${thing.charAt(0).toUpperCase()}${thing.slice(1)}, please. Thank you for asking.`,
    `I mean my ${thing}. Must have been on the train.`,
    `My ${thing}. Everything else is here.`,
    `It is the ${thing} that is gone; please leave the rest.`,
    `Good that you ask: the ${thing}.`,
    `The ${thing}, I have looked for it everywhere.`,
  ]);
}
