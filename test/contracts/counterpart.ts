import { vi } from 'vitest';
import { canonicalJson } from '../../src/core/json.ts';
import { closed, sayMisfit } from '../../src/core/form.ts';
import {
  type Asking,
  COUNTERPART_FORM,
  type Counterpart,
  type Counterparts,
  hear,
  isYes,
  type KnownFacts,
  type Said,
  TOPICS,
} from '../../src/world/counterpart.ts';
import { type Check, notPlain } from './check.ts';

const SEEDS = Array.from({ length: 40 }, (_, i) => `counterpart contract/${i}`);
/** Enough lines to hear every wording, and how many there are at least of a kind of answer. */
const MANY = Array.from({ length: 300 }, (_, i) => `counterpart wordings/${i}`);
const WORDINGS = 8;
const NOW_MS = 1_730_000_000_000;
/** What is so shows at the latest an hour after the first call. */
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
const FACTS = TOPICS.filter(topic => topic !== 'request');
const OWN: KnownFacts = {
  name: 'Zoë Müller-Ng',
  workerId: 'E100413',
  manager: "Siobhán O'Brien",
  organisation: 'Treasury',
  position: 'Cash Analyst',
  location: 'Zagreb',
};
const OTHER: KnownFacts = {
  name: 'Ana Kovač',
  workerId: 'E100777',
  manager: 'Tomás Rey',
  organisation: 'Warehouse',
  position: 'Shift Lead',
  location: 'Prague',
};
const NOTHING: KnownFacts = {
  name: '$& {}',
  workerId: '',
  manager: '',
  organisation: '',
  position: '',
  location: '',
};
const ASKINGS: readonly Asking[] = [
  { way: 'ring' },
  { way: 'told', text: 'SYNTH-PASS-ABCD-2345' },
  { way: 'told', text: 'The lock on your account is gone.' },
  { way: 'asked', text: 'Which of the two phones did you lose?' },
  ...TOPICS.map(topic => ({ way: 'question', topic }) as const),
  { way: 'message', channel: 'chat', text: 'Did you open INC0041290?' },
  { way: 'message', channel: 'mail', text: '' },
];

/** What everybody promises whom one may call or write to. */
export function counterpartContract(name: string, counterparts: Counterparts): Check[] {
  const one = counterparts[name] as Counterpart;
  const say = (asking: Asking, seed: string, knows = OWN, nowMs = NOW_MS): Said | null =>
    hear(counterparts, asking, {
      ...{ line: { counterpart: name, seed }, knows, mixesUp: OTHER },
      ...{ nowMs, waitedMs: HOUR_MS },
    });
  const all = (seed: string, askings = ASKINGS): string[] =>
    askings.map(asking => canonicalJson({ asking, said: say(asking, seed) }));
  return [
    { title: 'says what it is', problems: () => stated(name, one) },
    {
      title: 'says the same again, in whatever order it is asked',
      problems: () =>
        SEEDS.filter(seed => all(seed).join() !== all(seed, ASKINGS.toReversed()).reverse().join()),
    },
    { title: 'knows no wall clock and no chance', problems: () => clockProblems(() => all(SEEDS[0] ?? '')) },
    {
      title: 'says text, in a time that a person takes',
      problems: () =>
        SEEDS.flatMap(seed =>
          [OWN, NOTHING].flatMap(knows =>
            ASKINGS.flatMap(asking => saidProblems(say(asking, seed, knows), knows)),
          ),
        ),
    },
    {
      title: 'has several wordings for each kind of answer, and not every line the same',
      problems: () =>
        ASKINGS.flatMap(asking => {
          const heard = MANY.flatMap(seed => say(asking, seed)?.text ?? []);
          const count = new Set(heard).size;
          return heard.length > 0 && count < WORDINGS
            ? [`${count} wordings for ${canonicalJson(asking)}`]
            : [];
        }),
    },
    {
      title: 'speaks as its truth says',
      problems: () =>
        SEEDS.flatMap(seed =>
          truthProblems(one, asking => say(asking, seed)?.text ?? null).map(text => `${seed}: ${text}`),
        ),
    },
  ];
}

function stated(name: string, one: Counterpart): string[] {
  const misfit = closed(COUNTERPART_FORM)(one);
  return [
    ...(misfit ? [sayMisfit('counterpart', misfit)] : []),
    ...(one.name === name ? [] : [`listed as ${name}, calls itself ${one.name}`]),
    ...(/^[A-Z].*\.$/s.test(one.summary) ? [] : ['its summary is no sentence']),
  ];
}

function clockProblems(all: () => string[]): string[] {
  const at = (year: number): string[] => {
    vi.useFakeTimers({ now: Date.UTC(year, 1, 3), toFake: ['Date', 'performance'] });
    const chance = vi.spyOn(Math, 'random').mockReturnValue(1 / year);
    try {
      return all();
    } finally {
      chance.mockRestore();
      vi.useRealTimers();
    }
  };
  const then = at(2001);
  return at(2038).filter((said, i) => said !== then[i]);
}

function saidProblems(said: Said | null, { name }: KnownFacts): string[] {
  if (said === null) return [];
  const { text, afterMs } = said;
  const bare = text.replaceAll(name, '');
  return [
    ...notPlain(said),
    ...(text.trim() === text && text !== '' ? [] : [`says "${text}"`]),
    ...(/[{}\n]|undefined/.test(bare) ? [`has a gap: "${text}"`] : []),
    ...(Number.isInteger(afterMs) && afterMs >= 1000 && afterMs <= DAY_MS ? [] : [`takes ${afterMs} ms`]),
  ];
}

/** What is heard must let whoever asks everything tell who speaks. */
function truthProblems({ truth }: Counterpart, say: (asking: Asking) => string | null): string[] {
  const { voice, hasAsked } = truth;
  const ring = say({ way: 'ring' });
  if (voice === 'none')
    return ASKINGS.filter(asking => say(asking) !== null).map(({ way }) => `answers a ${way}`);
  if (ring === null) return ['does not pick up'];
  const right = FACTS.filter(topic => say({ way: 'question', topic })?.includes(OWN[topic]));
  const confirms = isYes(say({ way: 'question', topic: 'request' }) ?? '');
  const known = `knows ${right.join(', ') || 'nothing'}`;
  if (voice === 'other')
    return right.length > 0 || confirms || ring.includes(OWN.name) ? [`${known}, or passes for another`] : [];
  const names = ring.includes(OWN.name) ? [] : ['does not say the name'];
  if (voice === 'false')
    return [...names, ...(right.length > 0 && right.length < FACTS.length ? [] : [known])];
  return [
    ...names,
    ...(right.length === FACTS.length ? [] : [known]),
    ...(confirms === hasAsked ? [] : [`${confirms ? 'confirms' : 'does not confirm'} the request`]),
  ];
}
