import type { AppState, Skin } from '../../../src/app/app.ts';
import { defineApp, skinsOf } from '../../../src/app/define-app.ts';
import { text } from '../../../src/app/pages/fields.ts';
import { navigation, place } from '../../../src/app/pages/places.ts';
import { shapes } from '../../../src/app/pages/shapes.ts';
import { card, facts, linked } from '../../../src/app/pages/tree.ts';
import { firstFree, shortName } from '../../../src/world/names/sign-in-names.ts';
import { entitlementLine, makeAccount, type Population } from '../../../src/world/population.ts';
import type { Account } from '../../../src/world/world.ts';

/** A box that somebody keeps things in. */
interface Box {
  id: string;
  holder: string;
  owner: string;
  label: string;
  isWet: boolean;
  rights: string;
}

export interface BoxState extends AppState {
  boxes: Record<string, Box>;
}

/** What this console alone knows of an account. */
export interface BoxDetail {
  isWet: boolean;
}

export function detailOf(account: Account): BoxDetail {
  return account.detail as BoxDetail;
}

const APP = 'boxes';

/** Everybody at work has a box; facilities own what can be granted, and a few people ask for more. */
const population: Population = {
  entitlements: () => [
    entitlementLine('BOX-SMALL FAC Low', 'Keep things in a small box'),
    entitlementLine('BOX-LARGE FAC High', 'Keep things in a large box'),
    entitlementLine('BOX-MASTER FAC High', 'Open every box'),
  ],
  requestWords: () => ({ what: 'Box', item: 'A place in the box room' }),
  birthright: () => ['BOX-SMALL'],
  wishes: () => ['BOX-LARGE', 'BOX-MASTER'],
  hasAccount: ({ status }) => status === 'active',
  accountFor: (person, { isTaken }) =>
    makeAccount({
      app: APP,
      person,
      nativeId: firstFree(`box-${shortName(person.asciiGiven, person.asciiFamily)}`, isTaken),
      detail: { isWet: false } satisfies BoxDetail,
    }),
  segregation: [
    {
      id: 'SOD-90',
      name: 'Own and open boxes',
      severity: 'high',
      left: ['BOX-LARGE'],
      right: ['BOX-MASTER'],
    },
  ],
  incidents: [
    {
      category: 'Other',
      group: 'Service Desk',
      short: 'A box does not open',
      long: '{name} stands before a box in {place} that stays shut.',
      said: ['I stand before a box in {place} that stays shut.', 'My box in {place} does not open.'],
      note: 'Tried the other key.',
    },
  ],
  changes: [['Standard', 'Scheduled', 'Boxes: new locks on the second floor', 5, 2]],
};

const { act, collection, entity, record } = shapes<BoxState>();

const of = entity({
  name: 'boxes',
  path: '/boxes/:id',
  key: (box: Box) => box.id,
  subject: box => box.owner || null,
});

export const label = act(of, {
  name: 'label',
  label: 'Label',
  title: 'Label box',
  submit: 'Save label',
  effect: 'CONFIG',
  at: 'header',
  opens: 'page',
  text: box => `${box.id} gets a new label.`,
  fields: { word: text('Word', { required: 'Enter a word.', max: 40 }) },
  change: ({ record: box, values }) => {
    box.label = values.word;
    return { detail: values.word, message: `${box.id} is labelled.` };
  },
});

export const boxes = collection({
  path: '/boxes',
  title: 'Boxes',
  rows: ({ state }) => Object.values(state.boxes),
  search: { label: 'Find a box', texts: box => [box.id, box.holder] },
  filters: {},
  columns: () => ({
    Box: box => linked(box.id, of.href(box), box.id),
    Holder: box => box.holder,
    Label: box => box.label,
  }),
  empty: 'No box fits.',
});

export const boxPage = record({
  of,
  title: box => box.id,
  crumbs: box => [{ label: boxes.title, href: boxes.path }, { label: box.id }],
  heading: box => ({ subtitle: box.holder }),
  tabsLabel: 'Box',
  tabs: {
    summary: {
      label: 'Summary',
      body: box => [
        card(
          'State',
          facts([
            ['Holder', box.holder],
            ['Label', box.label],
            ['Floor', box.isWet ? 'wet' : 'dry'],
            ['Rights', box.rights],
          ]),
        ),
      ],
    },
  },
  acts: [label],
});

const HOME: Skin = {
  name: 'home',
  kit: 'tabler',
  theme: 'light',
  density: 'roomy',
  nav: 'side',
  vocabulary: 0,
  pageSize: 80,
  columnShift: 0,
  choices: 'select',
  dayFormat: 'DD.MM.YYYY',
  timeFormat: 'DD.MM.YYYY HH:mm',
};

/** A made-up console with a population of its own. */
export const boxRoom = defineApp<BoxState>({
  name: APP,
  title: 'Box Room',
  kind: 'saas',
  summary: 'Boxes, and who keeps things in them.',
  host: 'boxes',
  home: '/boxes',
  kit: 'tabler',
  words: { 'Save label': ['Keep label'] },
  skins: skinsOf(HOME, { name: 'other', vocabulary: 1, pageSize: 100 }),
  population,
  recordPaths: { account: { label: 'Box', path: '/boxes/' } },
  buttons: { lookUp: ['Search'], save: ['Save label'] },
  evidence: { notes: ({ boxes: all }, box) => (all[box] ? [all[box].label] : []) },
  init: world => {
    const own = Object.values(world.accounts).filter(({ app }) => app === APP);
    const all = own.map(
      (account): Box => ({
        id: account.nativeId,
        holder: account.displayName,
        owner: account.workerId ?? '',
        label: '',
        isWet: detailOf(account).isWet,
        rights: account.grants
          .map(({ code }) => code)
          .sort()
          .join(', '),
      }),
    );
    const sorted = all.sort((a, b) => (a.id < b.id ? -1 : 1));
    return { boxes: Object.fromEntries(sorted.map(box => [box.id, box])), audit: [], counters: {} };
  },
  nav: navigation(place(boxes, 'briefcase')),
  pages: [boxes, boxPage, label],
});
