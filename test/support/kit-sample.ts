import type { Skin, Words } from '../../src/app/app.ts';
import { createUi } from '../../src/app/looks/render-widgets.ts';
import { partialsOf } from '../../src/app/looks/templates.ts';
import { escapeText, printWord } from '../../src/app/looks/words.ts';
import type { OrgBox } from '../../src/app/pages/special-widgets.ts';
import type { Kit, PageFrame } from '../../src/app/looks/kit.ts';
import type { Cell, FieldSpec, Ui } from '../../src/app/pages/widgets.ts';

/** The words of the sample page that a skin may print otherwise. */
const LABELS =
  'Actions Active Add Alpha Archive Board Bring Cancel Choose Close Colour Count Day Delete Details Edit Emails Find Go Green Head Home Items Keep Log Members More Name Next Note Notes Open Owner Pick Place Previous Red Remove Reset Save Secret Send Sites Start Suspend Sync Team Ticket Title Users Worker'.split(
    ' ',
  );

/** The other vocabulary: `Save` is printed as `Save it`. */
export const SAMPLE_WORDS: Words = Object.fromEntries(LABELS.map(label => [label, [`${label} it`]]));

export const SAMPLE_SKIN: Skin = {
  name: 'sample',
  kit: '',
  theme: 'light',
  density: 'roomy',
  nav: 'side',
  vocabulary: 0,
  pageSize: 10,
  columnShift: 0,
  choices: 'select',
  dayFormat: 'YYYY-MM-DD',
  timeFormat: 'YYYY-MM-DD HH:mm',
};

/** Markup, quotes, control characters, a direction mark, and a value longer than any screen. */
export const HOSTILE = [
  '"><img src=x onerror=alert(1)>',
  "'><script>alert(1)</script>",
  '</textarea></select></title><iframe>',
  'a\u0000b\u0007c\u202Ed',
  'W'.repeat(10_000),
];

/** A whole document with every widget, in the frame of a kit. `value` stands wherever people's text may stand. */
export function drawSample(kit: Kit, skin: Skin, value: string): string {
  const ui = createUi(kit, skin, SAMPLE_WORDS);
  const label = (word: string) => printWord(word, skin, SAMPLE_WORDS);
  const page: PageFrame = {
    app: { name: 'sample', title: 'Sample console', brand: {} },
    nav: [
      { label: label('Home'), href: '/', icon: 'home', current: true },
      { label: label('Users'), href: '/users', icon: 'no-such-icon', current: false },
      { label: label('Log'), href: '/log', current: false },
    ],
    body: bodyOf(ui, value),
    notice: { tone: 'success', text: `Saved ${value}` },
    operator: { displayName: `Operator ${value}`, initials: 'OP' },
    skin: { theme: skin.theme, density: skin.density, nav: skin.nav, name: skin.name },
    extras: {},
  };
  const frame = partialsOf(kit, { ui, page })('layout');
  const { htmlAttrs, bodyAttrs } = kit.html(skin);
  return `<!doctype html><html lang="en" ${htmlAttrs}><head><title>${escapeText(value)}</title></head><body ${bodyAttrs}>${frame}</body></html>`;
}

function bodyOf(ui: Ui, value: string): string {
  return [
    ui.crumbs({ items: [{ label: 'Start', href: '/start' }, { label: 'Place' }] }),
    ui.heading({
      title: 'Head',
      subtitle: value,
      initials: 'AK',
      pills: [{ text: value, tone: 'success' }],
      actions: [
        { label: 'Edit', href: '/edit' },
        { label: 'Sync', post: '/sync', fields: { id: value } },
      ],
      menu: [
        { label: 'Open', href: '/open' },
        { label: 'Suspend', post: '/suspend', style: 'danger' },
        { label: 'Delete', dialog: 'delete' },
        { label: 'Archive', href: '/archive', disabled: true },
      ],
    }),
    ui.tabs({
      label: 'Sites',
      tabs: [
        { label: 'Details', href: '/details', current: true },
        { label: 'Members', href: '/members', current: false, count: 12 },
      ],
    }),
    ui.alert({ tone: 'danger', title: value, text: `danger ${value}` }),
    ui.alert({ tone: 'info', text: `info ${value}` }),
    ui.stats({
      items: [
        { label: 'Count', value: '17', href: '/count' },
        { label: 'Items', value, tone: 'warning' },
      ],
    }),
    ui.columns({
      columns: [
        { body: listsOf(ui, value), width: 'wide' },
        { body: formsOf(ui, value), width: 'narrow' },
      ],
    }),
    ui['org-chart']({
      chain: [box('Above', value)],
      focus: box('Focus', value),
      reports: [box('Below', value)],
    }),
    ui.feed({
      items: [{ name: `Feed ${value}`, initials: 'FE', href: '/fed', what: value, note: value }],
      empty: 'Nothing',
    }),
    ui.tabs({
      label: 'Place',
      form: 'main',
      tabs: [
        { label: 'Alpha', go: 'alpha', current: true },
        { label: 'Green', go: value, current: false },
      ],
    }),
    ui.functions({
      command: '/command',
      transaction: value,
      toolbar: [
        { label: 'Start', icon: 'back', href: '/start' },
        { label: 'Bring', icon: 'run', form: 'main', value },
        { label: 'Move', icon: 'no-such-icon', post: '/move' },
      ],
    }),
    ui['menu-tree']({ folders: [{ name: 'Board', items: [{ code: value, label: 'Find', href: '/find' }] }] }),
    ui.listing({ text: `line one\n${value}` }),
    ui.dialog({
      id: 'delete',
      title: 'Remove',
      text: value,
      form: {
        action: '/delete',
        fields: [{ kind: 'text', name: 'why', label: 'Ticket', value }],
        submit: 'Bring',
        danger: true,
      },
    }),
  ].join('\n');
}

function box(name: string, value: string): OrgBox {
  const pill = { text: value, tone: 'info' as const };
  const links = { href: `/chart/${name}`, id: name, profile: `/people/${name}` };
  return { name: `${name} ${value}`, initials: 'BX', ...links, position: value, notes: [value], pill };
}

function listsOf(ui: Ui, value: string): string {
  const cells: Cell[] = [
    { text: `Row ${value}`, href: '/row', sub: value },
    { pill: { text: value, tone: 'neutral' } },
    { text: value, code: true },
    { actions: [{ label: 'Reset', post: '/reset' }] },
    { checkbox: { name: 'pick', value, label: `Pick ${value}`, form: 'main', checked: true } },
  ];
  const table = ui.table({
    caption: 'Users',
    columns: ['Worker', 'Title', 'Owner', 'More', 'Pick'],
    rows: [{ cells, current: true }],
    empty: 'Nothing',
    paging: { page: 2, pages: 3, total: 25, from: 11, to: 20, previous: '/?page=1', next: '/?page=3' },
  });
  const items = [{ who: value, when: value, what: value, detail: value }];
  return [
    ui.card({ title: 'Board', body: table, actions: [{ label: 'Add', dialog: 'delete' }] }),
    ui.table({
      caption: 'Log',
      showCaption: true,
      columns: ['Day', 'Note'],
      rows: [],
      empty: `Empty ${value}`,
    }),
    ui.facts({
      title: 'Close',
      rows: [
        { label: 'Team', value: { text: value, href: '/team' } },
        { label: 'Emails', value },
      ],
      columns: 2,
    }),
    ui.timeline({ title: 'Notes', items }),
    ui.prose({ title: 'Send', text: `first line\n${value}` }),
    ui.action({ label: 'Go', href: '/go', style: 'primary' }),
    ui.action({ label: 'Keep', post: '/keep', disabled: true }),
  ].join('\n');
}

function formsOf(ui: Ui, value: string): string {
  const options = ['Red', 'Green', 'Alpha'].map(label => ({ value: label, label }));
  const fields: FieldSpec[] = [
    {
      kind: 'text',
      name: 'name',
      label: 'Name',
      value,
      hint: `hint ${value}`,
      problem: `problem ${value}`,
      required: true,
    },
    { kind: 'password', name: 'secret', label: 'Secret' },
    { kind: 'date', name: 'day', label: 'Day', placeholder: value, width: 'short' },
    { kind: 'textarea', name: 'note', label: 'Note', value },
    { kind: 'choice', name: 'colour', label: 'Colour', options, value: 'Green' },
    { kind: 'choice', name: 'choose', label: 'Choose', options, asSelect: true },
    { kind: 'checkbox', name: 'keep', label: 'Keep', value: 'on' },
    { kind: 'hidden', name: 'etag', label: 'Etag', value },
    { kind: 'text', name: 'owner', label: 'Owner', value, readonly: true },
  ];
  const buttons = [{ label: 'Save' }, { label: 'Send', name: 'act', value }];
  return [
    ui.form({
      method: 'post',
      action: '/save',
      id: 'main',
      fields,
      buttons,
      columns: 2,
      legend: 'Title',
      cancel: { label: 'Cancel', href: '/' },
    }),
    ui.form({
      method: 'get',
      action: '/find',
      inline: true,
      fields: [{ kind: 'search', name: 'q', label: 'Find', value }],
      buttons: [{ label: 'Find' }],
    }),
  ].join('\n');
}
