import type { AppState, Skin } from '../../src/app/app.ts';
import { dates, defineApp, skinsOf } from '../../src/app/define-app.ts';
import { area, day, text, ticket } from '../../src/app/pages/fields.ts';
import { place } from '../../src/app/pages/places.ts';
import { shapes } from '../../src/app/pages/shapes.ts';
import { alert, card, facts } from '../../src/app/pages/tree.ts';

/** A tool that is lent to people. */
interface Tool {
  id: string;
  name: string;
  kind: 'Drill' | 'Saw';
  holder: string;
  since: string;
  until: string | null;
  isScrapped: boolean;
}
export interface DepotState extends AppState {
  tools: Record<string, Tool>;
}

const { act, attributes, collection, entity, form, record, single, steps } = shapes<DepotState>();

export const of = entity({
  name: 'tools',
  path: '/tools/:id',
  key: (tool: Tool) => tool.id,
  title: tool => tool.name,
  about: tool => `${tool.name} · ${tool.id}`,
  subject: tool => tool.holder || null,
  order: tool => tool.name,
  in: { title: 'Tools', path: '/tools' },
});

const ofTool = attributes(of, {
  Name: tool => ({ text: tool.name, sub: tool.id }),
  Kind: tool => tool.kind,
  Since: tool => ({ day: tool.since }),
  Holder: tool => tool.holder || 'nobody',
  'Goes with': (tool, { state }) => of.ref(state, tool.kind === 'Drill' ? 't2' : 't9'),
  Until: tool => (tool.holder === '' ? null : { day: tool.until, none: 'open' }),
});

export const lend = act(of, {
  name: 'lend',
  label: 'Lend',
  title: 'Lend tool',
  submit: 'Lend it',
  effect: 'GRANT',
  at: 'header',
  when: tool => tool.holder === '',
  refuse: tool => tool.isScrapped && `${tool.name} is scrapped.`,
  text: tool => `${tool.name} goes to somebody until it is given back.`,
  fields: {
    holder: text('Holder', { required: 'Enter who gets it.', max: 20 }),
    since: day('Start', { required: true }),
    until: day('Until', { noEnd: '31.12.9999' }),
    ticket: ticket('Ticket number'),
  },
  check: ({ since, until }) => ({
    ...(since && until && until < since ? { until: 'The end is before the start.' } : {}),
  }),
  change: ({ record: tool, values, day: print }) => {
    tool.holder = values.holder;
    tool.since = values.since ?? '';
    tool.until = values.until;
    return {
      detail: `to ${values.holder}`,
      line: { entitlement: `depot/${tool.kind}` },
      message: `${tool.name} was lent from ${print(values.since)}.`,
    };
  },
});

export const scrap = act(of, {
  name: 'scrap',
  label: 'Scrap',
  submit: 'Scrap tool',
  effect: 'DELETE',
  isDanger: true,
  at: 'menu',
  opens: 'page',
  change: ({ record: tool }) => {
    if (tool.isScrapped) return { tone: 'info', message: 'Nothing was changed.' };
    tool.isScrapped = true;
    return { detail: 'scrapped', message: `${tool.name} was scrapped.` };
  },
});

const recall = act(of, {
  name: 'recall',
  label: 'Take back',
  effect: 'REVOKE',
  when: tool => tool.holder !== '' || `${tool.name} is in the depot.`,
  change: ({ record: tool }) => {
    tool.holder = '';
    return { detail: 'taken back', message: `${tool.name} is in the depot again.` };
  },
});

const register = form({
  path: '/tools/new',
  title: 'New tool',
  submit: 'Register tool',
  from: 'Tools',
  effect: 'CONFIG',
  fields: { name: text('Name', { required: true }) },
  change: ({ draft, values }) => {
    const id = `t${Object.keys(draft.tools).length + 1}`;
    draft.tools[id] = { ...TOOLS[0], id, name: values.name };
    return {
      detail: values.name,
      line: { entity: `tools/${id}` },
      message: 'Registered.',
      to: `/tools/${id}`,
    };
  },
});

export const tools = collection({
  path: '/tools',
  title: 'Tools',
  of,
  search: { label: 'Find a tool', texts: tool => [tool.id, tool.name] },
  filters: {
    kind: { kind: 'choice', label: 'Kind', options: ['Drill', 'Saw'], of: tool => tool.kind },
    scrapped: { kind: 'flag', label: 'Include scrapped', leavesOut: tool => tool.isScrapped },
    since: {
      kind: 'days',
      label: 'Since',
      to: 'To',
      of: tool => tool.since,
      initial: () => ['2025-01-01', '2025-12-31'],
    },
  },
  columns: given => ofTool.columns(given, 'Name, Kind, Since'),
  empty: 'No tool fits.',
  makes: register,
});

const lent = collection({
  path: '/lent',
  title: 'Lent tools',
  rows: ({ state }) => of.all(state, tool => tool.holder !== ''),
  columns: given => ofTool.columns(given, 'Name, Holder'),
  empty: 'Every tool is here.',
  acts: [recall],
});

export const toolPage = record({
  of,
  heading: tool => ({ subtitle: tool.id, pills: [tool.isScrapped && { text: 'Scrapped', tone: 'danger' }] }),
  tabsLabel: 'Tool',
  tabs: {
    summary: {
      label: 'Summary',
      body: (tool, given) => [
        tool.isScrapped && alert('warning', 'Nobody can have it.'),
        card('Lent', ofTool.facts(tool, given, { shows: 'Holder, Until' })),
        ofTool.list(given, {
          caption: 'Same kind',
          rows: sameKind(tool, given.state),
          shows: 'Name, Until',
          empty: 'None.',
        }),
      ],
    },
    care: {
      label: 'Care',
      body: (tool, given) => [
        card('Care', facts([['Oil', 'yearly']])),
        card('Tool', ofTool.facts(tool, given, { shows: 'Kind, Goes with' })),
        ofTool.list(given, {
          caption: 'Other tools',
          rows: of.all(given.state, other => other !== tool),
          shows: `Name,
            Kind`,
          empty: 'There is one tool.',
          paged: 'if long',
        }),
      ],
    },
  },
  acts: [lend, scrap],
});

function sameKind(tool: Tool, state: Readonly<DepotState>): Tool[] {
  return of.all(state).filter(other => other.kind === tool.kind && other.id !== tool.id);
}

const toolsNamed = (names: string): string[] => names.split(',').map(name => name.trim());

export const takeIn = steps({
  path: '/take-in',
  title: 'Take in',
  page: { title: 'Take in tools' },
  fields: {
    names: area('Names', { required: true, verbatim: true }),
    ticket: ticket('Ticket number', { required: true }),
  },
  steps: {
    list: {
      title: 'List',
      asks: ['names'],
      submit: 'Go on',
      check: ({ names }) => {
        const named = toolsNamed(names);
        return named.length > new Set(named).size ? { names: 'A tool stands there twice.' } : null;
      },
    },
    check: {
      title: 'Check',
      asks: ['ticket'],
      submit: 'Take them in',
      above: ({ names }) => alert('info', `${toolsNamed(names).length} tools will be taken in.`),
    },
  },
  end: 'Done',
  restart: 'Start over',
  change: ({ draft, values }) => {
    const named = toolsNamed(values.names);
    for (const name of named) {
      const id = `t${Object.keys(draft.tools).length + 1}`;
      draft.tools[id] = { ...TOOLS[0], id, name };
    }
    return { to: '/tools/t4', message: `${named.length} tools were taken in for ${values.ticket}.` };
  },
});

const home = single({ path: '/', title: 'Depot', page: () => ({ body: alert('info', 'Welcome.') }) });

const TOOLS: readonly [Tool, ...Tool[]] = [
  {
    id: 't1',
    name: 'Bořivoj drill',
    kind: 'Drill',
    holder: '',
    since: '2025-03-01',
    until: null,
    isScrapped: false,
  },
  { id: 't2', name: 'Old saw', kind: 'Saw', holder: '', since: '2025-04-01', until: null, isScrapped: true },
  {
    id: 't3',
    name: 'Fine saw',
    kind: 'Saw',
    holder: 'E1',
    since: '2025-05-01',
    until: null,
    isScrapped: false,
  },
];

const HOME: Skin = {
  name: 'home',
  kit: 'tabler',
  theme: 'light',
  density: 'roomy',
  nav: 'side',
  vocabulary: 0,
  pageSize: 10,
  columnShift: 0,
  choices: 'select',
  dayFormat: 'DD.MM.YYYY',
  timeFormat: 'DD.MM.YYYY HH:mm',
};

/** A made-up console in every shape: a list, a record with acts, a form and a page. */
export const depot = defineApp<DepotState>({
  name: 'depot',
  title: 'Depot',
  kind: 'saas',
  summary: 'Tools and who has them.',
  host: 'depot',
  home: '/tools',
  kit: 'tabler',
  words: { 'Lend it': ['Hand it out'] },
  skins: skinsOf(HOME, { name: 'other', vocabulary: 1, ...dates('MMM D, YYYY', 'HH:mm') }),
  init: () => ({
    tools: Object.fromEntries(TOOLS.map(tool => [tool.id, tool])),
    audit: [],
    counters: {},
  }),
  places: [place(home, 'home'), place(tools, 'briefcase'), place(lent, 'users'), place(takeIn, 'upload')],
  pages: [toolPage, lend, recall, scrap, register],
});
