import type { Interception } from '../../src/app/host/intercept.ts';
import { canonicalJson, deepFreeze } from '../../src/core/json.ts';
import { createRng } from '../../src/core/rng.ts';
import type { Fault } from '../../src/fault/define-fault.ts';
import { type Check, caught, notPlain } from './check.ts';

/** No fault may hold an episode up for longer than an operator would bear. */
const STRIKES_MAX = 3;
const SEEDS = 12;
/** Three pages, then a form, over and over, and every second form puts something on record: how people work. */
const EXCHANGES = 120;
const STEP_MS = 3000;

type Kind = Interception['kind'];

/** What every fault promises: seeded, bounded, recoverable, and all it knows is plain JSON. */
export function faultContract(name: string, fault: Fault): Check[] {
  const seeds = Array.from({ length: SEEDS }, (_, i) => `fault/${i}`);
  const each = (find: (seed: string) => string[]) => (): string[] =>
    seeds.flatMap(seed => caught(seed, () => find(seed).map(problem => `${seed}: ${problem}`)));
  return [
    { title: 'says what it is', problems: () => said(name, fault) },
    { title: 'is armed by its seed alone', problems: each(seed => armed(fault, seed)) },
    { title: 'strikes, and at most so often', problems: each(seed => bounded(fault, seed)) },
    { title: 'lets everything pass afterwards', problems: each(seed => passes(fault, seed)) },
    { title: 'keeps all that it knows in its memory', problems: each(seed => remembered(fault, seed)) },
    { title: 'strikes at one of several places', problems: () => places(fault, seeds) },
  ];
}

function said(name: string, fault: Fault): string[] {
  const sentences = { summary: fault.summary, shows: fault.shows, recovery: fault.recovery };
  return [
    ...(fault.name === name ? [] : [`listed as ${name}, named ${fault.name}`]),
    ...(/^F-\d\d$/.test(fault.id) ? [] : [`id ${fault.id}`]),
    ...Object.entries(sentences).flatMap(([key, text]) =>
      /^[A-Z].*\.$/s.test(text) ? [] : [`${key} is no sentence`],
    ),
    ...(fault.healing.signs.length > 0 ? [] : ['nobody knows it by sight: it has no sign']),
    ...(fault.arm(createRng('any')).name === name ? [] : ['its interceptor has another name']),
  ];
}

function armed(fault: Fault, seed: string): string[] {
  const [one, two] = [fault.arm(createRng(seed)), fault.arm(createRng(seed))];
  return [
    ...notPlain(one.memory, 'memory'),
    ...(canonicalJson(one.memory) === canonicalJson(two.memory)
      ? []
      : ['armed twice with one seed, it differs']),
  ];
}

/** What a fault does to each exchange. With `copies`, its memory goes through JSON between exchanges, as a checkpoint's does. */
function drive(fault: Fault, seed: string, copies = false): Kind[] {
  const interceptor = fault.arm(createRng(seed));
  let memory = deepFreeze(interceptor.memory);
  let posts = 0;
  let saves = 0;
  return Array.from({ length: EXCHANGES }, (_, i) => {
    const method = i % 4 === 3 ? ('POST' as const) : ('GET' as const);
    if (method === 'POST') posts++;
    const isSave = method === 'POST' && i % 8 === 3;
    if (isSave) saves++;
    const place = { app: 'brightqueue', path: `/tasks/${i % 5}`, search: '', form: [] };
    const told = { ...place, method, count: i + 1, posts, isSave, saves, nowMs: i * STEP_MS };
    const { act, memory: next } = interceptor.respond(memory, told);
    memory = deepFreeze(copies ? JSON.parse(JSON.stringify(next)) : next);
    return act.kind;
  });
}

function bounded(fault: Fault, seed: string): string[] {
  const strikes = drive(fault, seed).filter(kind => kind !== 'pass').length;
  return strikes >= 1 && strikes <= STRIKES_MAX ? [] : [`${strikes} strikes of 1 to ${STRIKES_MAX}`];
}

function passes(fault: Fault, seed: string): string[] {
  const last = drive(fault, seed).findLastIndex(kind => kind !== 'pass');
  return last < EXCHANGES / 2 ? [] : [`still strikes at exchange ${last}`];
}

function remembered(fault: Fault, seed: string): string[] {
  const kinds = drive(fault, seed);
  const copied = drive(fault, seed, true);
  return kinds.join() === copied.join() ? [] : ['acts otherwise when its memory is a copy'];
}

function places(fault: Fault, seeds: string[]): string[] {
  const firsts = new Set(seeds.map(seed => drive(fault, seed).findIndex(kind => kind !== 'pass')));
  return firsts.size > 1 ? [] : [`strikes at exchange ${[...firsts].join()} under every seed`];
}
