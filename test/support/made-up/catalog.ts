import type { App } from '../../../src/app/app.ts';
import { catalog } from '../../../src/catalog.ts';
import type { DatasetCatalog } from '../../../src/dataset/catalog.ts';
import { defineFault, pass, troublePage } from '../../../src/fault/define-fault.ts';
import { RELOAD, waitingOut } from '../../../src/fault/healing.ts';
import { scenario } from '../../../src/scenario/define-scenario.ts';
import { nameScenario } from '../../../src/scenario/name-scenario.ts';
import { eventsOf } from '../../../src/scenario/rules/events.ts';
import type { Rule } from '../../../src/scenario/scenario.ts';
import {
  button,
  click,
  complete,
  escalate,
  factOf,
  fill,
  link,
  searchbox,
  field,
} from '../../../src/screen/script/verbs.ts';
import { defineEdge } from '../../../src/world/edges/define-edge.ts';
import { sortedValues } from '../../../src/world/sorted.ts';
import { clicks } from '../clicks-table.ts';
import { boxRoom, detailOf } from './boxes.ts';
import { inRegisters } from '../registers.ts';

/** Trouble in the data that only the made-up console shows. */
const wetFloor = defineEdge({
  name: 'wet-floor',
  id: 'E-98',
  summary: 'The page of the box says that it stands on a wet floor.',
  mayTurnTo: ['escalate'],
  lay({ draft, focus }) {
    const account = draft.accounts[focus.account ?? ''];
    if (account) detailOf(account).isWet = true;
  },
});

/** Trouble at run time: one page says that it is asleep, which no fault of the package does. */
const nap = defineFault({
  name: 'nap',
  id: 'F-98',
  summary: 'One page is asleep for a moment.',
  shows: 'A page "Asleep" in place of the one that was asked for.',
  recovery: 'Wait a little and load the page again.',
  healing: waitingOut({ sign: 'Asleep', ms: () => 1000, again: RELOAD, thought: () => 'It sleeps; I wait.' }),
  memory: rng => ({ strikeAt: rng.int(2, 3), isDone: false }),
  respond: (memory, { method, count }) => {
    if (memory.isDone || method !== 'GET' || count < memory.strikeAt) return { act: pass, memory };
    const reply = troublePage({ title: 'Asleep', text: 'A moment, please.', status: 202, tone: 'info' });
    return { act: { kind: 'answer', reply }, memory: { ...memory, isDone: true } };
  },
});

/** An operator rule over the made-up console. */
const quietLabels: Rule = {
  id: 'P-98',
  duty: 'Knock before you open a box.',
  summary: 'No label shouts.',
  check: ({ trace }) =>
    eventsOf(trace, 'CONFIG')
      .filter(({ detail }) => /!/.test(detail))
      .map(({ entity }) => `The label of ${entity} shouts.`),
};

const WORDS = ['Shoes', 'Scarves', 'Hats', 'Gloves'];

const labelBox = scenario({
  workflow: 'QA-98',
  summary: 'Label a box, unless it stands on a wet floor.',
  consoles: ['boxes'],
  edges: ['wet-floor'],
  faults: ['nap'],
  maxSteps: 40,
  about({ world, rng }) {
    const own = sortedValues(world.accounts).filter(({ app, workerId }) => app === 'boxes' && workerId);
    const { nativeId: box, workerId } = rng.pick(own);
    return { subject: workerId ?? '', account: `boxes/${box}`, box, word: rng.pick(WORDS) };
  },
  goals: ({ box, word }) => ({
    ...inRegisters(`Please label the box ${box} with the word ${word}.`),
    curt: `${box}: new label, ${word}, on a dry floor.`,
    chat: `hi, could ${box} say ${word} from now on, thanks`,
  }),
  evidence: ({ box }) => [{ what: `the box ${box} was opened`, app: 'boxes', record: `boxes/${box}` }],
  wanted: ({ world, account, box, word }) => {
    const found = world.accounts[account];
    const isWet = found !== undefined && detailOf(found).isWet;
    const to = isWet ? 'Wet' : word;
    const must = [{ app: 'boxes', entity: `boxes/${box}`, field: 'label', to, because: 'the box says so' }];
    return isWet
      ? { outcome: 'escalate', reason: 'CONFLICTING_DATA', ground: [['wet']], must, may: [] }
      : { outcome: 'complete', must, may: [] };
  },
  mistakes: ['shouted'],
  *expert({ box, word, slip }) {
    yield* fill(searchbox('Find a box'), box, `I look for ${box}.`);
    yield* click(button('Search'));
    const page = yield* click(link(box));
    const isWet = factOf(page, 'Floor') === 'wet';
    yield* click(link('Label'));
    const said = yield* slip('shouted', isWet ? 'Wet' : word, `${word}!`);
    yield* fill(field('Word'), said, `It shall say ${said}.`);
    yield* click(button('Save label'));
    if (isWet) return escalate('CONFLICTING_DATA', `${box} stands on a wet floor.`);
    return complete(`${box} says ${said}.`);
  },
});

const range = { ...catalog.range, apps: { ...catalog.range.apps, boxes: boxRoom as unknown as App } };
const edges = { ...catalog.edges, 'wet-floor': wetFloor };

/** The package's catalog with a console, an edge, a fault, a rule, a table and a scenario more. */
export const madeUpCatalog: DatasetCatalog = {
  ...catalog,
  range,
  scenarios: {
    ...catalog.scenarios,
    'made-up/label-box': nameScenario('made-up/label-box', labelBox, {
      ...{ range, edges, faults: { ...catalog.faults, nap }, sharedMistakes: [], sharedAlternatives: [] },
    }),
  },
  edges,
  faults: { ...catalog.faults, nap },
  rules: { ...catalog.rules, 'P-98': quietLabels },
  splits: { ...catalog.splits, 'made-up': 'train' },
  tables: [...catalog.tables, clicks],
};
