import type { Action, Target } from '../screen/action.ts';
import { findAll, textOf } from '../screen/find.ts';
import type { Observation } from '../screen/observation.ts';
import type { Script } from '../screen/script/script.ts';
import { BAR, button, checkbox, heading, inside, link, offers } from '../screen/script/verbs.ts';

/**
 * An interruption that any operator knows by sight, and how to heal it. `isResult` when the healed screen is the
 * one that the interrupted action asked for; otherwise the work at hand starts over, and its first steps look
 * what was saved.
 */
export interface Interruption {
  name: string;
  /** Headings, one of which its page shows. */
  signs: readonly string[];
  isResult: boolean;
  heal(screen: Observation): Script<Observation>;
}

const RETRIES_MAX = 4;
const MINUTE_MS = 60_000;
const LOAD_WAIT_MS = 10_000;
const LOCK_WAIT_MS = 3 * MINUTE_MS;
const RELOAD = inside(link('Reload page'), BAR);
const GO_BACK = inside(link('Go back'), BAR);

/** A step that heals. */
function* mend(action: Action): Script<Observation> {
  return yield { ...action, isRecovery: true };
}

/** A step that is taken because of an interruption and heals nothing yet. */
function* notice(action: Action): Script<Observation> {
  return yield { ...action, isRecovery: true, isDetection: true };
}

/** Looks again until the sign is gone: the first wait only notices, everything after it heals. */
function* waitOut(
  screen: Observation,
  about: { sign: string; ms(screen: Observation): number; again: Target; thought(ms: number): string },
): Script<Observation> {
  let now = screen;
  for (let i = 0; i < RETRIES_MAX && offers(now, heading(about.sign)); i++) {
    const ms = about.ms(now);
    yield* (i === 0 ? notice : mend)({ kind: 'wait', ms, thought: about.thought(ms) });
    now = yield* mend({ kind: 'click', at: about.again });
  }
  return now;
}

/** The seconds that a page asks to wait, or a minute when it does not say. */
function statedWaitMs(screen: Observation): number {
  const seconds = /Wait (\d+) seconds/.exec(textOf(screen.tree))?.[1];
  return seconds === undefined ? MINUTE_MS : Number(seconds) * 1000;
}

/** Leaves a page that kept nothing, or does not say whether it did. */
function goingBack(name: string, sign: string, thought: string): Interruption {
  const heal = (): Script<Observation> => mend({ kind: 'click', at: GO_BACK, thought });
  return { name, signs: [sign], isResult: false, heal };
}

const signedOut: Interruption = {
  name: 'signed out',
  signs: ['Sign in'],
  isResult: false,
  heal: () =>
    mend({
      kind: 'click',
      at: button('Sign in'),
      thought:
        'The session has ended and the form is lost. I sign in again, then look whether anything was saved.',
    }),
};

const unavailable: Interruption = {
  name: 'unavailable',
  signs: ['Service unavailable'],
  isResult: true,
  heal: screen =>
    waitOut(screen, {
      sign: 'Service unavailable',
      ms: () => MINUTE_MS,
      again: link('Try again'),
      thought: () => 'The console is away for maintenance. I wait a minute before I try again.',
    }),
};

const limited: Interruption = {
  name: 'too many requests',
  signs: ['Too many requests'],
  isResult: true,
  heal: screen =>
    waitOut(screen, {
      sign: 'Too many requests',
      ms: statedWaitMs,
      again: link('Try again'),
      thought: ms => `The console wants me to slow down. I wait the ${ms / 1000} seconds that it names.`,
    }),
};

const loading: Interruption = {
  name: 'loading',
  signs: ['Loading'],
  isResult: true,
  heal: screen =>
    waitOut(screen, {
      sign: 'Loading',
      ms: () => LOAD_WAIT_MS,
      again: RELOAD,
      thought: () =>
        'The page is still loading. I give it some seconds and reload; clicking again helps nothing.',
    }),
};

const queued: Interruption = {
  name: 'queued',
  signs: ['Change is queued'],
  isResult: true,
  heal: screen =>
    waitOut(screen, {
      sign: 'Change is queued',
      ms: () => MINUTE_MS,
      again: link('Refresh'),
      thought: () =>
        'The change waits for its turn and is not made yet. I wait and refresh; I do not send it twice.',
    }),
};

const locked: Interruption = {
  name: 'locked',
  signs: ['Record is locked'],
  isResult: false,
  *heal() {
    yield* notice({
      kind: 'wait',
      ms: LOCK_WAIT_MS,
      thought: 'A colleague is editing this record, and nothing of mine was saved. I wait until it is free.',
    });
    return yield* mend({
      kind: 'click',
      at: GO_BACK,
      thought: 'I open the record again and read what it says now before I do my change.',
    });
  },
};

const stepUp: Interruption = {
  name: 'confirmation',
  signs: ["Confirm it's you"],
  isResult: true,
  heal: () =>
    mend({
      kind: 'click',
      at: button('Use security key'),
      thought:
        'The console wants a fresh confirmation before it saves. I use my own key; the form goes through then.',
    }),
};

const announced: Interruption = {
  name: 'announced',
  signs: ['Planned maintenance', 'Updated terms of use', 'Security reminder'],
  isResult: true,
  *heal(screen) {
    const box = checkbox('I have read this');
    if (findAll(screen.tree, box).length > 0)
      yield* mend({
        kind: 'click',
        at: box,
        thought: 'An announcement wants to be acknowledged. I have read it.',
      });
    return yield* mend({
      kind: 'click',
      at: button('Continue'),
      thought: 'The announcement changes nothing in my work. I go on to the page that I asked for.',
    });
  },
};

/** All that an operator knows by sight. */
export const INTERRUPTIONS: readonly Interruption[] = [
  signedOut,
  unavailable,
  limited,
  loading,
  queued,
  locked,
  stepUp,
  announced,
  goingBack(
    'error after a save',
    'Something went wrong',
    'The page does not say whether it was saved. I go back and read the record before I do anything twice.',
  ),
  goingBack(
    'lost answer',
    'The request timed out',
    'It may have been carried out. I do not send it again; I go back and read the record first.',
  ),
  goingBack(
    'stale record',
    'Record was changed',
    'Somebody saved the record before me, so nothing of mine was kept. I open it again and read it.',
  ),
  goingBack(
    'expired form',
    'This form has expired',
    'Nothing was saved, and this form is of no more use. I open it anew and fill it in again.',
  ),
];
